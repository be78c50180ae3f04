"""How the intern worked, counted from the record and never typed: each fact with what it was counted from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Prefetch

from firstfoot.kernel.workdays import Workdays
from firstfoot.work.engagements.models import CheckIn, CheckInAnswer, Deliverable, Engagement, Submission
from firstfoot.work.engagements.queries import workdays_on
from firstfoot.work.engagements.states import CheckInState, DeliverableState, Side


class Kept(StrEnum):
    """What is counted."""

    ON_TIME = "on_time"  # results first handed in by the end of their day
    AT_FIRST = "at_first"  # accepted results that were accepted as first handed in
    TAKEN_UP = "taken_up"  # results sent back that came back
    ANSWERED = "answered"  # check-ins answered by the intern before they closed


@dataclass(frozen=True, slots=True)
class Counted:
    """One fact: `kept` of `asked`, and the numbers of the results or check-ins behind it."""

    code: Kept
    kept: tuple[int, ...]
    asked: tuple[int, ...]
    days: int | None = None  # workdays, the median: from an answer that sent it back to the next version


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One result as the record has it; days in the zone of the host."""

    number: int
    due_on: date
    first_on: date | None
    versions: int
    is_accepted: bool
    back_after: tuple[int, ...]  # workdays from each return to the version that followed
    is_back_open: bool = False  # the last answer sent it back, and nothing followed


def counted(results: Iterable[HandedIn], check_ins: Iterable[tuple[int, bool]]) -> list[Counted]:
    """The facts that anything can be said of, in a fixed order.

    >>> one = HandedIn(1, date(2026, 3, 6), date(2026, 3, 6), 2, True, (3,))
    >>> for fact in counted([one], [(1, True), (2, False)]):
    ...     print(fact.code, fact.kept, fact.asked, fact.days)
    on_time (1,) (1,) None
    at_first () (1,) None
    taken_up (1,) (1,) 3
    answered (1,) (1, 2) None
    """
    rows, closed = list(results), list(check_ins)
    handed = [row for row in rows if row.first_on is not None]
    accepted = [row for row in rows if row.is_accepted]
    returned = [row for row in rows if row.back_after or row.is_back_open]
    waits = [days for row in returned for days in row.back_after]
    facts = [
        Counted(Kept.ON_TIME, _numbers(r for r in handed if r.first_on and r.first_on <= r.due_on), _numbers(handed)),
        Counted(Kept.AT_FIRST, _numbers(r for r in accepted if r.versions == 1), _numbers(accepted)),
        Counted(
            Kept.TAKEN_UP, _numbers(r for r in returned if not r.is_back_open), _numbers(returned),
            round(median(waits)) if waits else None,
        ),
        Counted(Kept.ANSWERED, tuple(n for n, was in closed if was), tuple(n for n, _ in closed)),
    ]  # fmt: skip
    return [fact for fact in facts if fact.asked]


def record_of(engagement: Engagement) -> list[Counted]:
    """The facts of one engagement; four look-ups."""
    return _records([engagement], workdays_on(engagement, Side.INTERN))[engagement.pk]


def records_of(engagements: Iterable[Engagement]) -> dict[int, list[Counted]]:
    """The facts of each by its key, in three look-ups; not how long what was sent back took."""
    return _records(list(engagements), None)


def _records(engagements: list[Engagement], week: Workdays | None) -> dict[int, list[Counted]]:
    zones = {one.pk: one.organization.zone for one in engagements}
    versions = Submission.objects.select_related("review").order_by("number")
    asked = Deliverable.objects.filter(engagement__in=zones).exclude(state=DeliverableState.LEFT_OUT)
    results: dict[int, list[HandedIn]] = {key: [] for key in zones}
    for result in asked.order_by("number").prefetch_related(Prefetch("submissions", versions)):
        results[result.engagement_id].append(_handed_in(result, week, zones[result.engagement_id]))
    over = CheckIn.objects.filter(engagement__in=zones, state__in=[CheckInState.ANSWERED, CheckInState.MISSED])
    own = CheckInAnswer.objects.filter(check_in=OuterRef("pk"), side=Side.INTERN)
    closed: dict[int, list[tuple[int, bool]]] = {key: [] for key in zones}
    for key, number, was in over.order_by("number").values_list("engagement", "number", Exists(own)):
        closed[key].append((number, was))
    return {key: counted(results[key], closed[key]) for key in zones}


def _handed_in(result: Deliverable, week: Workdays | None, zone: ZoneInfo) -> HandedIn:
    """The result as the record has it; without a week the waits are not told apart from none."""
    versions = list(result.submissions.all())
    back: list[int] = []
    open_since = None
    for version in versions:
        if open_since is not None:
            back.append(_workdays(week, open_since, version.submitted_at) if week else 0)
        review = getattr(version, "review", None)
        open_since = review.reviewed_at if review is not None and not review.is_accepted else None
    return HandedIn(
        number=result.number, due_on=result.due_on,
        first_on=versions[0].submitted_at.astimezone(zone).date() if versions else None, versions=len(versions),
        is_accepted=result.state == DeliverableState.ACCEPTED, back_after=tuple(back),
        is_back_open=open_since is not None,
    )  # fmt: skip


def _workdays(week: Workdays, since_at: datetime, until_at: datetime) -> int:
    """After the day of the one moment, up to that of the other."""
    since, until = week.date_of(since_at), week.date_of(until_at)
    return sum(week.is_workday(since + timedelta(days=n)) for n in range(1, (until - since).days + 1))


def _numbers(rows: Iterable[HandedIn]) -> tuple[int, ...]:
    return tuple(row.number for row in rows)
