"""How far applications got, where people left, and how soon they were answered: of a project, a person, a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Count, DurationField, ExpressionWrapper, F, Min, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import ApplicationState, LapseReason
from firstfoot.market.matching.hiding import shown_or_hidden
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState

S = ApplicationState
LEAST = 3  # people behind a figure about everyone
_ENDINGS = {
    "declined": Q(state=S.DECLINED),
    "withdrawn": Q(state=S.WITHDRAWN),
    "refused": Q(state=S.REFUSED),
    "expired": Q(state=S.EXPIRED),
    "filled": Q(state=S.LAPSED, lapse_reason=LapseReason.FILLED),
    "reserve_released": Q(state=S.LAPSED, lapse_reason=LapseReason.RESERVE_RELEASED),
    "silence": Q(state=S.LAPSED, lapse_reason=LapseReason.SILENCE),
    "closed": Q(state=S.LAPSED, lapse_reason__in=[LapseReason.CLOSED, LapseReason.NEVER_SENT, ""]),
    "waiting": Q(state__in=[S.SUBMITTED, S.SHORTLISTED, S.OFFERED]),
}
_REACHED = {
    "submitted": Q(),
    "shortlisted": Q(shortlisted_at__isnull=False),
    "offered": Q(offered_at__isnull=False),
    "accepted": Q(state=S.ACCEPTED),
}


@dataclass(frozen=True, slots=True)
class Funnel:
    """Counts by code, None where one is hidden; the days are the median until the host's first answer."""

    reached: dict[str, int | None]  # submitted, shortlisted, offered, accepted, completed
    left: dict[str, int | None]
    answered: int | None
    answer_days: float | None


def funnel_of(project: Project) -> Funnel:
    """Everything, for the project's own host; three queries."""
    return _funnel(Application.objects.filter(project=project, submitted_at__isnull=False))


def funnel_of_person(person: Person) -> Funnel:
    """Everything they sent themselves, for their own eyes; three queries."""
    return _funnel(Application.objects.filter(person=person, submitted_at__isnull=False))


def funnel_of_year(year: int) -> Funnel:
    """Of all that was sent in a year (UTC), nothing in it about fewer than three people; three queries."""
    whole = _funnel(Application.objects.filter(submitted_at__gte=_new_year(year), submitted_at__lt=_new_year(year + 1)))
    # Those who left and those accepted make up all that was sent; the accepted are at work, done or stopped.
    ended = shown_or_hidden(
        {**_whole(whole.left, *_ENDINGS), **_whole(whole.reached, "accepted")}, LEAST, last=["accepted"]
    )
    after = {**_whole(whole.left, "working", "stopped"), **_whole(whole.reached, "completed")}
    worked = shown_or_hidden(after, LEAST, last=["completed"])
    few = {name: n if not n or n >= LEAST else None for name, n in whole.reached.items()}
    reached = {**few, "accepted": ended["accepted"], "completed": worked["completed"]}
    left = {**{name: ended[name] for name in _ENDINGS}, "working": worked["working"], "stopped": worked["stopped"]}
    is_told = (whole.answered or 0) >= LEAST
    return Funnel(reached, left, whole.answered if is_told else None, whole.answer_days if is_told else None)


def years_of_applications() -> list[int]:
    """From this year back to that of the first application."""
    now = clock.now()
    first = Application.objects.filter(submitted_at__isnull=False).aggregate(first=Min("submitted_at"))["first"]
    return list(range(now.year, (first or now).year - 1, -1))


def _new_year(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=UTC)


def _funnel(sent: QuerySet[Application]) -> Funnel:
    named = {**_REACHED, **_ENDINGS, "answered": Q(answered_at__isnull=False)}
    counts = sent.aggregate(**{f"n_{name}": Count("pk", filter=condition) for name, condition in named.items()})
    found = {name: counts[f"n_{name}"] for name in named}
    work = dict(
        Engagement.objects.filter(application__in=sent.filter(state=S.ACCEPTED).values("pk"))
        .order_by().values_list("state").annotate(Count("pk"))
    )  # fmt: skip
    done, stopped = work.pop(EngagementState.COMPLETED, 0), work.pop(EngagementState.ENDED_EARLY, 0)
    return Funnel(
        reached={**{name: found[name] for name in _REACHED}, "completed": done},
        left={**{name: found[name] for name in _ENDINGS}, "working": sum(work.values()), "stopped": stopped},
        answered=found["answered"],
        answer_days=_median_days(sent, found["answered"]),
    )


def _whole(counts: dict[str, int | None], *names: str) -> dict[str, int]:
    return {name: counts[name] or 0 for name in names}


def _median_days(sent: QuerySet[Application], answered: int) -> float | None:
    """The middle of the waits, or of the middle two; the database sorts, only those come over."""
    if not answered:
        return None
    wait = ExpressionWrapper(F("answered_at") - F("submitted_at"), output_field=DurationField())
    waits = sent.filter(answered_at__isnull=False).annotate(wait=wait).order_by("wait").values_list("wait", flat=True)
    middle = list(waits[(answered - 1) // 2 : answered // 2 + 1])
    return sum(middle, timedelta()) / len(middle) / timedelta(days=1) if middle else None
