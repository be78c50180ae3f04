"""What the record says of one engagement: results, criteria, figures, none of them typed for the portfolio."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.projects.brief import Brief
from firstfoot.market.skills import codes_of, folded
from firstfoot.market.talent.models import SkillClaim
from firstfoot.market.vocabulary.queries import codes_by_word
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import deliverables_of, unmet_criteria
from firstfoot.work.engagements.states import DeliverableState, Side
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.queries import revealed_of


@dataclass(frozen=True, slots=True)
class Result:
    """One accepted result: its criteria with whether each was met, who accepted it, and when."""

    number: int
    title: str
    criteria: tuple[tuple[str, bool], ...]
    accepted_at: datetime
    accepted_by: Person
    versions: int
    in_time: bool

    @property
    def met(self) -> int:
        return sum(is_met for _text, is_met in self.criteria)


@dataclass(frozen=True, slots=True)
class Figures:
    """What can be counted; each from both sides' signatures, or from the host's reviews."""

    hours: int  # as agreed by both
    results: int
    promised: int
    criteria_met: int
    criteria: int
    first_time: int  # results accepted at their first version
    in_time: int
    start_on: str
    end_on: str

    def plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Card:
    """The least that may always be shown: codes and figures alone, no word that anybody wrote."""

    category: str
    kind: str
    figures: Figures
    skills: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Record:
    """One engagement as its record has it."""

    engagement: Engagement
    results: tuple[Result, ...]
    figures: Figures
    said: Evaluation | None  # by the host, once both may read it

    @cached_property
    def brief(self) -> Brief:
        """As both had it when they began."""
        brief: Brief = self.engagement.application.brief_version.brief
        return brief

    @cached_property
    def skills(self) -> tuple[tuple[str, str, str], ...]:
        """Words and code of what the brief took, and the criterion by which the host saw it ("2.1", or "").

        Without what the person took off their profile; two queries.
        """
        gone = SkillClaim.objects.filter(person=self.engagement.intern_id, removed_at__isnull=False)
        taken_off = set(gone.values_list("folded", flat=True))
        known = codes_by_word(self.brief.skills).items()
        seen = self.said.skills if self.said else {}
        wanted = [(word, code) for word, code in known if folded(word) not in taken_off]
        return tuple((word, code, str(seen.get(word, ""))) for word, code in wanted if code or not codes_of(word))

    @property
    def quote(self) -> Evaluation | None:
        """What the host gave for showing."""
        return self.said if self.said and self.said.quote else None

    @property
    def card(self) -> Card:
        codes = tuple(code for _words, code, _shown_by in self.skills if code)
        return Card(self.brief.category, self.engagement.organization.kind, self.figures, codes)


def record_of(engagement: Engagement) -> Record:
    """The record of one engagement; four queries."""
    unmet = unmet_criteria(engagement)
    promised = [d for d in deliverables_of(engagement) if d.state != DeliverableState.LEFT_OUT]
    results = tuple(_results(engagement, promised, unmet))
    figures = figures_of(engagement, results, sum(d.required for d in promised))
    said = next((e for e in revealed_of(engagement) if e.side == Side.HOST), None)
    return Record(engagement, results, figures, said)


def _results(engagement: Engagement, promised: Iterable[Any], unmet: set[int]) -> Iterable[Result]:
    zone = engagement.organization.zone
    for thing in promised:
        if thing.state != DeliverableState.ACCEPTED:
            continue
        criteria = tuple((criterion.text, criterion.pk not in unmet) for criterion in thing.criteria.all())
        handed_in: date = (thing.submitted_at or thing.accepted_at).astimezone(zone).date()
        yield Result(
            thing.number, thing.title, criteria, thing.accepted_at, thing.accepted_by, thing.submissions_count,
            handed_in <= thing.due_on,
        )  # fmt: skip


def figures_of(engagement: Engagement, results: Iterable[Result], promised: int) -> Figures:
    """Counted from the accepted results."""
    found = list(results)
    over = engagement.completed_at or engagement.ended_at or engagement.finished_at
    end_on = over.astimezone(engagement.organization.zone).date() if over else engagement.end_on
    return Figures(
        hours=engagement.hours, results=len(found), promised=max(promised, len(found)),
        criteria_met=sum(r.met for r in found), criteria=sum(len(r.criteria) for r in found),
        first_time=sum(r.versions == 1 for r in found), in_time=sum(r.in_time for r in found),
        start_on=engagement.start_on.isoformat(), end_on=max(end_on, engagement.start_on).isoformat(),
    )  # fmt: skip
