"""How each engagement of an intern went, one row each, and all of them together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.figures import Figure
from firstfoot.work.engagements.models import CriterionMark, Engagement
from firstfoot.work.evaluations.record import Counted, Kept, records_of

LATEST = 60  # engagements are looked at, whatever there is


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """One engagement whose work began: what was kept of what was asked, by code; a code is left out without any."""

    engagement: Engagement
    kept: dict[str, Figure]

    @property
    def has_hours(self) -> bool:
        return self.engagement.hours_worked is not None


def rows_of_intern(person: Person) -> list[EngagementRow]:
    """The latest, the newest first; five look-ups."""
    begun = Engagement.objects.filter(intern=person, started_at__isnull=False).select_related("organization")
    found = list(begun.order_by("-started_at", "-pk")[:LATEST])
    records = records_of(found)
    first = CriterionMark.objects.filter(
        review__submission__number=1, review__submission__deliverable__engagement__in=found
    )
    counted = first.order_by().values_list("review__submission__deliverable__engagement")
    met = {
        key: Figure(met, n, n)
        for key, n, met in counted.annotate(n=Count("pk"), met=Count("pk", filter=Q(is_met=True)))
    }
    return [EngagementRow(one, _kept(one, records, met)) for one in found]


def together(rows: Iterable[EngagementRow]) -> dict[str, Figure]:
    """The sums of all rows by code, in the order of the codes."""
    total: dict[str, Figure] = {}
    for row in rows:
        for code, figure in row.kept.items():
            total[code] = total[code] + figure if code in total else figure
    return {code: total[code] for code in CODES if code in total}


CODES = (Kept.ON_TIME, "met_at_first", Kept.TAKEN_UP, Kept.ANSWERED, "hours_of_agreed")


def _kept(engagement: Engagement, records: dict[int, list[Counted]], met: dict[int, Figure]) -> dict[str, Figure]:
    facts = {
        str(fact.code): Figure(len(fact.kept), len(fact.asked), len(fact.asked)) for fact in records[engagement.pk]
    }
    if engagement.pk in met:
        facts["met_at_first"] = met[engagement.pk]
    if engagement.hours_worked is not None:
        facts["hours_of_agreed"] = Figure(engagement.hours_worked, engagement.hours, 1)
    return {code: facts[code] for code in CODES if code in facts}
