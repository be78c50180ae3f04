"""The open ledger: what became of the projects of one year, in figures that say nothing of anybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from statistics import median

from django.db.models import Count, F, Q, Sum

from firstfoot.foundation.journal.models import Fact
from firstfoot.market.applications.models import Application
from firstfoot.market.projects.models import Project
from firstfoot.proof.pathways.models import FollowUp, PathwayOffer
from firstfoot.proof.pathways.states import ASKS, FollowUpState, PathwayState, WithHost
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import CriterionMark, Engagement
from firstfoot.work.engagements.states import EngagementState

type Figures = dict[str, int | None]

LEAST = 5  # people or projects behind a figure that everybody may read
LATEST = 5000  # of each kind of wait are looked at
MOST_AT_RISK = 900  # so many names fit into one question to the database


def figures_of_year(year: int) -> Figures:
    """Each figure by its code; None where under five stand behind it, or it could be worked out from another.

    Days are medians in whole days, shares are percent.
    """
    since, until = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    return {**_counts(since, until), **_days(since, until), **_shares(since, until)}


def hidden(count: int, of: int) -> int | None:
    """A count out of a known whole, unless it or what is left of the whole is one to four.

    >>> [hidden(count, 20) for count in (0, 3, 5, 16, 20)]
    [0, None, 5, None, 20]
    """
    return None if 0 < count < LEAST or 0 < of - count < LEAST else count


def share(part: int, of: int) -> int | None:
    """In percent, rounded; None under five.

    >>> share(3, 4), share(3, 6)
    (None, 50)
    """
    return None if of < LEAST else round(100 * part / of)


def middle(waits: Iterable[float]) -> int | None:
    """The median in whole days, None under five.

    >>> middle([1.2, 2, 2.6, 9, 30]), middle([1, 2])
    (3, None)
    """
    found = list(waits)
    return None if len(found) < LEAST else round(median(found))


def _counts(since: datetime, until: datetime) -> Figures:
    posted = Project.objects.filter(published_at__gte=since, published_at__lt=until)
    projects = posted.aggregate(n=Count("pk"), filled=Count("pk", filter=Q(seats_taken__gte=F("seats"))))
    done = Q(completed_at__gte=since, completed_at__lt=until)
    ended = Q(state=EngagementState.ENDED_EARLY, started_at__isnull=False, ended_at__gte=since, ended_at__lt=until)
    work = Engagement.objects.aggregate(done=Count("pk", filter=done), ended=Count("pk", filter=ended))
    over = work["done"] + work["ended"]
    return {
        "posted": projects["n"],
        "filled": hidden(projects["filled"], projects["n"]),
        "over": over,
        "completed": hidden(work["done"], over),
    }


def _days(since: datetime, until: datetime) -> Figures:
    begun = Engagement.objects.filter(started_at__gte=since, started_at__lt=until, project__published_at__isnull=False)
    starts = begun.order_by("-started_at").values_list("project__published_at", "started_at")[:LATEST]
    answered = Application.objects.filter(
        answered_at__gte=since, answered_at__lt=until, submitted_at__isnull=False
    ).order_by("-answered_at")
    answers = answered.values_list("submitted_at", "answered_at")[:LATEST]
    return {"days_to_answer": middle(_waits(answers)), "days_to_start": middle(_waits(starts))}


def _waits(rows: Iterable[tuple[datetime | None, datetime | None]]) -> list[float]:
    return [(later - first).total_seconds() / 86_400 for first, later in rows if first and later]


def _shares(since: datetime, until: datetime) -> Figures:
    done = Engagement.objects.filter(completed_at__gte=since, completed_at__lt=until)
    told = done.filter(hours_worked__isnull=False)
    hours = told.aggregate(n=Count("pk"), agreed=Sum("hours"), worked=Sum("hours_worked"))
    paid = done.aggregate(n=Count("pk"), received=Count("pk", filter=Q(received_on__isnull=False)))
    first = CriterionMark.objects.filter(
        review__submission__number=1, review__reviewed_at__gte=since, review__reviewed_at__lt=until
    ).aggregate(n=Count("pk"), met=Count("pk", filter=Q(is_met=True)))
    risky = Fact.objects.filter(kind=Engagements.AT_RISK, at__gte=since, at__lt=until).order_by("-pk")
    things = {thing.partition(":")[2] for thing in risky.values_list("thing", flat=True)[:MOST_AT_RISK]}
    saved = Engagement.objects.filter(public_id__in=things).aggregate(
        n=Count("pk", filter=Q(completed_at__isnull=False) | Q(ended_at__isnull=False)),
        done=Count("pk", filter=Q(completed_at__isnull=False)),
    )
    steps = PathwayOffer.objects.filter(offered_at__gte=since, offered_at__lt=until, kind__in=ASKS).aggregate(
        n=Count("pk"), yes=Count("pk", filter=Q(state=PathwayState.ACCEPTED))
    )
    later = FollowUp.objects.filter(
        state=FollowUpState.ANSWERED, answered_at__gte=since, answered_at__lt=until
    ).aggregate(n=Count("pk"), came=Count("pk", filter=~Q(with_host__in=[WithHost.NOTHING, WithHost.IN_TOUCH])))
    return {
        "hours_of_agreed": share(hours["worked"] or 0, hours["agreed"] or 0) if hours["n"] >= LEAST else None,
        "pay_received": share(paid["received"], paid["n"]),
        "met_at_first": share(first["met"], first["n"]),
        "at_risk_completed": share(saved["done"], saved["n"]),
        "next_steps": steps["n"] if steps["n"] >= LEAST else None,
        "next_yes": share(steps["yes"], steps["n"]),
        "came_of_it": share(later["came"], later["n"]),
    }
