"""What a person's calendar holds: the days and ends of their engagements on either side, and their talks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Q

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Chained, Fact
from firstfoot.kernel import clock
from firstfoot.market.applications.interviews import interviews_visible_to
from firstfoot.market.applications.models import Interview
from firstfoot.market.applications.states import InterviewState
from firstfoot.work.engagements.models import CheckIn, Deliverable, Engagement, Kickoff
from firstfoot.work.engagements.queries import engagements_hosted_by
from firstfoot.work.engagements.states import CheckInState, DeliverableState, EngagementState

type Part = Deliverable | CheckIn | Kickoff

E = EngagementState
SHOWN = (E.ONBOARDING, E.ACTIVE, E.CLOSING, E.COMPLETED, E.ENDED_EARLY)  # signed, whatever came of it
KEPT = timedelta(days=180)  # after its last day an engagement leaves the calendar


@dataclass(frozen=True, slots=True)
class Entry:
    """One day, or one moment, with what it is about. Words of each code stand in reactions/calendars.py.

    `sequence` grows with every fact of the engagement and of the part: a moved day is a newer entry.
    """

    code: str
    thing: Chained
    about: Engagement | Interview
    at: date | datetime
    sequence: int
    changed_at: datetime
    ends_at: datetime | None = None


def entries_of(person: Person) -> list[Entry]:
    """Everything in the person's calendar; seven queries, however much it is."""
    since = clock.today() - KEPT
    guided = engagements_hosted_by(person).filter(Q(supervisor=person) | Q(cover=person)).order_by().values("pk")
    mine = Engagement.objects.filter(Q(intern=person) | Q(pk__in=guided), state__in=SHOWN, end_on__gte=since)
    engagements = list(mine.select_related("organization", "intern").order_by("start_on", "pk"))
    return [*entries_in(engagements), *_talks(person)]


def entries_in(engagements: Iterable[Engagement]) -> list[Entry]:
    """The entries of these engagements, in the order of their days in each; four queries."""
    known = {engagement.pk: engagement for engagement in engagements}
    promised = Deliverable.objects.filter(engagement__in=known).exclude(state=DeliverableState.LEFT_OUT)
    talks = {kickoff.engagement_id: kickoff for kickoff in Kickoff.objects.filter(engagement__in=known, state="chosen")}
    results = list(promised.order_by("number"))
    check_ins = list(CheckIn.objects.filter(engagement__in=known).exclude(state=CheckInState.SKIPPED))
    parts: list[Deliverable | CheckIn] = [*results, *check_ins]
    changed = _changed([*known.values(), *parts, *talks.values()])
    found: list[Entry] = []
    for engagement in known.values():
        own: list[Part] = [part for part in parts if part.engagement_id == engagement.pk]
        own += [talks[engagement.pk]] if engagement.pk in talks else []
        found += [entry for entry in _of(engagement, own, changed) if _stands(engagement, entry)]
    return found


def _of(engagement: Engagement, parts: list[Part], changed: dict[str, datetime]) -> Iterator[Entry]:
    def entry(code: str, thing: Chained, at: date | datetime, ends_at: datetime | None = None) -> Entry:
        more = 0 if thing is engagement else thing.version
        last = max(changed.get(engagement.thing, engagement.begun_at), changed.get(thing.thing, engagement.begun_at))
        return Entry(code, thing, engagement, at, engagement.version + more, last, ends_at)

    yield entry("start", engagement, engagement.start_on)
    for part in parts:
        if isinstance(part, Kickoff):
            if part.chosen_at is not None:
                yield entry("kickoff", part, part.chosen_at, part.ends_at)
            continue
        yield entry("check_in" if isinstance(part, CheckIn) else "result", part, part.due_on)
        if isinstance(part, Deliverable) and part.state == DeliverableState.SUBMITTED and part.review_by_at:
            yield entry("review", part, part.review_by_at)
    yield entry("end", engagement, engagement.end_on)
    if engagement.evaluate_by_at is not None:
        yield entry("evaluation", engagement, engagement.evaluate_by_at)


def _stands(engagement: Engagement, entry: Entry) -> bool:
    """What ended early has no days after its end, but for the words at the end."""
    if engagement.ended_at is None or entry.code == "evaluation":
        return True
    day = entry.at.date() if isinstance(entry.at, datetime) else entry.at
    return day <= engagement.ended_at.date()


def _talks(person: Person) -> Iterator[Entry]:
    since = clock.now() - KEPT
    chosen = interviews_visible_to(person).filter(state=InterviewState.CHOSEN, chosen_at__gte=since)
    mine = chosen.filter(Q(application__person=person) | Q(offered_by=person)).order_by("chosen_at", "pk")
    for talk in mine:
        if talk.chosen_at is not None:
            yield Entry("talk", talk, talk, talk.chosen_at, talk.version, talk.updated_at, talk.ends_at)


def _changed(things: Iterable[Chained]) -> dict[str, datetime]:
    """When each was last changed, by its facts."""
    facts = Fact.objects.filter(thing__in=[thing.thing for thing in things]).order_by()
    return dict(facts.values("thing").annotate(last=Max("at")).values_list("thing", "last"))
