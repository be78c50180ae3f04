"""How the work went in a time, counted from what was done: everybody's, or one host's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from statistics import median
from typing import Any

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, Sum, Value
from django.db.models.functions import Concat

from firstfoot.foundation.journal.models import Fact
from firstfoot.insights.promises import FEWEST
from firstfoot.market.applications.models import Application
from firstfoot.market.projects.models import Project
from firstfoot.proof.pathways.models import FollowUp, PathwayOffer
from firstfoot.proof.pathways.states import ASKS, FollowUpState, PathwayState, WithHost
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, Review
from firstfoot.work.engagements.states import EngagementState

LATEST = 5000  # of each kind of wait and of first answers are looked at
ALL_TIME = (datetime(2000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC))


class Kind(StrEnum):
    COUNT = "count"  # `part` things out of `of`
    DAYS = "days"  # `part` is the median
    SHARE = "share"  # `part` of `of`, in the same unit


KINDS = {
    "posted": Kind.COUNT, "filled": Kind.COUNT, "started": Kind.COUNT, "over": Kind.COUNT, "completed": Kind.COUNT,
    "days_to_answer": Kind.DAYS, "days_to_fill": Kind.DAYS, "days_to_start": Kind.DAYS, "days_to_review": Kind.DAYS,
    "met_at_first": Kind.SHARE, "hours_of_agreed": Kind.SHARE, "pay_received": Kind.SHARE,
    "at_risk_completed": Kind.SHARE,
    "next_steps": Kind.COUNT, "next_yes": Kind.SHARE, "came_of_it": Kind.SHARE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and what stands behind it: `behind` projects, people or waits."""

    part: float
    of: float
    behind: int

    @property
    def percent(self) -> int | None:
        """Rounded; None without a whole.

        >>> Figure(1, 3, 3).percent, Figure(0, 0, 0).percent
        (33, None)
        """
        return round(100 * self.part / self.of) if self.of else None

    def __add__(self, other: Figure) -> Figure:
        """Counts and shares of two times as of one; medians cannot be added."""
        return Figure(self.part + other.part, self.of + other.of, self.behind + other.behind)


type Figures = dict[str, Figure]


def figures_of(since: datetime, until: datetime, host: int | None = None) -> Figures:
    """Each figure by its code, of what happened in the time; of everybody, or of the organization with that key.

    Eight queries.
    """
    return {
        **_projects(since, until, host),
        **_work(since, until, host),
        **_starts(since, until, host),
        "days_to_answer": _days(_answers(since, until, host)),
        **_reviews(since, until, host),
        **_next_steps(since, until, host),
        "came_of_it": came_of_it(since, until, host),
    }


def of_year(year: int) -> tuple[datetime, datetime]:
    """The time of one year, as `figures_of` takes it."""
    return datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)


def came_of_it(since: datetime, until: datetime, host: int | None = None) -> Figure:
    """How many of those who told later said, at least once, that more came of it. Each intern counts once.

    Figures of it go to others by `of_enough`, and never of two times of which one holds the other.
    """
    told = FollowUp.objects.filter(
        _of_host(host), _within("answered_at", since, until), state=FollowUpState.ANSWERED
    ).exclude(with_host="")  # emptied with its intern
    more = ~Q(with_host__in=[WithHost.NOTHING, WithHost.IN_TOUCH])
    found = told.aggregate(
        n=Count("engagement__intern", distinct=True), came=Count("engagement__intern", distinct=True, filter=more)
    )
    return Figure(found["came"], found["n"], found["n"])


def of_enough(figure: Figure) -> Figure:
    """Nothing where fewer than three people stand behind it: interns answer on that condition.

    >>> of_enough(Figure(2, 2, 2)), of_enough(Figure(2, 3, 3))
    (Figure(part=0, of=0, behind=0), Figure(part=2, of=3, behind=3))
    """
    return figure if figure.behind >= FEWEST else Figure(0, 0, 0)


def median_of(waits: Iterable[float]) -> float | None:
    """The middle of waits, to a quarter of an hour; None when there is none.

    >>> median_of([1.26, 9]), median_of([])
    (5.13, None)
    """
    found = list(waits)
    return round(median(found), 2) if found else None


def days_between(rows: Iterable[Sequence[datetime | None]]) -> list[float]:
    """The days from the first moment to the second, of the rows that have both."""
    return [(later - first).total_seconds() / 86_400 for first, later in rows if first and later]


def _of_host(host: int | None, path: str = "engagement__organization") -> Q:
    return Q() if host is None else Q(**{path: host})


def _within(name: str, since: datetime, until: datetime) -> Q:
    return Q(**{f"{name}__gte": since, f"{name}__lt": until})


def _days(waits: Iterable[float]) -> Figure:
    found = list(waits)
    return Figure(median_of(found) or 0, 0, len(found))


def _projects(since: datetime, until: datetime, host: int | None) -> Figures:
    posted = Project.objects.filter(_of_host(host, "organization"), _within("published_at", since, until))
    found = posted.aggregate(n=Count("pk"), filled=Count("pk", filter=Q(seats_taken__gte=F("seats"))))
    n = found["n"]
    return {"posted": Figure(n, n, n), "filled": Figure(found["filled"], n, n)}


def _work(since: datetime, until: datetime, host: int | None) -> Figures:
    done = _within("completed_at", since, until)
    ended = Q(state=EngagementState.ENDED_EARLY, started_at__isnull=False) & _within("ended_at", since, until)
    told = done & Q(hours_worked__isnull=False)
    name = Concat(Value("engagement:"), OuterRef("public_id"), output_field=CharField())
    risk = Exists(Fact.objects.filter(thing=name, kind=Engagements.AT_RISK))
    found = (
        Engagement.objects.filter(done | ended, _of_host(host, "organization")).annotate(was_at_risk=risk)
        .aggregate(
            over=Count("pk"), done=Count("pk", filter=done), risky=Count("pk", filter=Q(was_at_risk=True)),
            saved=Count("pk", filter=done & Q(was_at_risk=True)), told=Count("pk", filter=told),
            agreed=Sum("hours", filter=told), worked=Sum("hours_worked", filter=told),
            received=Count("pk", filter=done & Q(received_on__isnull=False)),
        )
    )  # fmt: skip
    over, completed = found["over"], found["done"]
    return {
        "over": Figure(over, over, over),
        "completed": Figure(completed, over, over),
        "hours_of_agreed": Figure(found["worked"] or 0, found["agreed"] or 0, found["told"]),
        "pay_received": Figure(found["received"], completed, completed),
        "at_risk_completed": Figure(found["saved"], found["risky"], found["risky"]),
    }


def _starts(since: datetime, until: datetime, host: int | None) -> Figures:
    """Of the latest places that were taken or begun in the time."""
    taken, began = _within("begun_at", since, until), _within("started_at", since, until)
    rows = (
        Engagement.objects.filter(taken | began, _of_host(host, "organization"), takes_over=None)
        .filter(project__published_at__isnull=False).order_by("-begun_at")
        .values_list("project", "project__seats", "project__published_at", "begun_at", "started_at")[:LATEST]
    )  # fmt: skip
    begun: list[tuple[Any, Any]] = []
    places: dict[int, list[datetime]] = {}
    posted: dict[int, tuple[int, Any]] = {}
    for project, seats, published, taken_at, started in rows:
        places.setdefault(project, []).append(taken_at)
        posted[project] = (seats, published)
        if started and since <= started < until:
            begun.append((published, started))
    filled = [(posted[key][1], max(moments)) for key, moments in places.items() if len(moments) >= posted[key][0]]
    in_time = [(published, moment) for published, moment in filled if since <= moment < until]
    return {
        "started": Figure(len(begun), len(begun), len(begun)),
        "days_to_fill": _days(days_between(in_time)),
        "days_to_start": _days(days_between(begun)),
    }


def _answers(since: datetime, until: datetime, host: int | None) -> list[float]:
    answered = Application.objects.filter(_within("answered_at", since, until), _of_host(host, "project__organization"))
    rows = answered.order_by("-answered_at").values_list("submitted_at", "answered_at")[:LATEST]
    return days_between(rows)


def _reviews(since: datetime, until: datetime, host: int | None) -> Figures:
    """Of the latest answers to what was handed in: how long they took, and what was met at the first hand-in."""
    given = Review.objects.filter(
        _within("reviewed_at", since, until),
        _of_host(host, "submission__deliverable__engagement__organization"),
    )
    rows = list(
        given.annotate(asked=Count("marks"), met=Count("marks", filter=Q(marks__is_met=True)))
        .order_by("-reviewed_at")
        .values_list("submission__submitted_at", "reviewed_at", "submission__number", "asked", "met")[:LATEST]
    )  # fmt: skip
    first = [(asked, met) for _, _, number, asked, met in rows if number == 1]
    asked = sum(n for n, _ in first)
    return {
        "days_to_review": _days(days_between(row[:2] for row in rows)),
        "met_at_first": Figure(sum(met for _, met in first), asked, asked),
    }


def _next_steps(since: datetime, until: datetime, host: int | None) -> Figures:
    offered = PathwayOffer.objects.filter(_of_host(host), _within("offered_at", since, until), kind__in=ASKS)
    steps = offered.aggregate(n=Count("pk"), yes=Count("pk", filter=Q(state=PathwayState.ACCEPTED)))
    n = steps["n"]
    return {
        "next_steps": Figure(n, n, n),
        "next_yes": Figure(steps["yes"], n, n),
    }
