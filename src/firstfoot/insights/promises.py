"""What a host kept of what it promised: how it ended, how soon it answered, how interns say it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery

from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.models import Organization
from firstfoot.proof.pathways.models import FollowUp, PathwayOffer
from firstfoot.proof.pathways.states import ASKS, KEPT_BY, FollowUpState, PathwayKind, PathwayState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EndReason, EngagementState, Side
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.states import ASKED_OF_INTERN, EvaluationState

FEWEST = 3  # below which a figure says too little, or too much about one person
LATEST = 60  # of each kind are read, whatever there is
GOOD = 3  # of 4: "clear", on the scale of evaluations


@dataclass(frozen=True, slots=True)
class Promises:
    """Figures with their n; a figure under three is None, and a share of under three people is left out."""

    finished: int
    ended_by_host: int | None  # after the work began, beside those that were finished
    offers: int | None
    offers_taken_back: int
    answered: int  # n of `answer_days`
    answer_days: int | None  # the median, in whole days
    told: int  # n of `felt`
    felt: Mapping[str, tuple[int, int]]  # what interns were asked -> how many marked it good, of how many
    next_steps: int | None  # people who were offered a next step beyond keeping in touch
    next_told: int  # of those who said yes: n who told months later what came of it
    next_kept: int | None  # of these: to whom it came


def promises_of(organization: Organization) -> Promises:
    """Five look-ups among what is the organization's own."""
    ended = _ended(organization)
    offers, taken_back = _offers(organization)
    waits = _waits(organization)
    marks = _marks(organization)
    steps, told, kept = next_steps(_steps(organization))
    return Promises(
        finished=organization.finished_count,
        ended_by_host=ended if organization.finished_count + ended >= FEWEST else None,
        offers=offers if offers >= FEWEST else None,
        offers_taken_back=taken_back,
        answered=len(waits),
        answer_days=median_days(waits),
        told=len(marks),
        felt=felt(marks),
        next_steps=steps if steps >= FEWEST else None,
        next_told=told,
        next_kept=kept if told >= FEWEST else None,
    )


def median_days(waits: Iterable[float]) -> int | None:
    """The median of waits in days, at least one; None under three.

    >>> median_days([0.2, 1.4, 3.0]), median_days([1.0, 2.0])
    (1, None)
    """
    days = list(waits)
    return max(1, round(median(days))) if len(days) >= FEWEST else None


def felt(marks: Iterable[Mapping[str, int]]) -> dict[str, tuple[int, int]]:
    """How many marked each point good, for the points that at least three marked.

    >>> felt([{"support": 4}, {"support": 3}, {"support": 1, "welcome": 4}])
    {'support': (2, 3)}
    """
    rows = list(marks)
    given = {code: [row[code] for row in rows if code in row] for code in ASKED_OF_INTERN}
    return {
        code: (sum(mark >= GOOD for mark in found), len(found)) for code, found in given.items() if len(found) >= FEWEST
    }


def next_steps(rows: Iterable[tuple[str, bool, str]]) -> tuple[int, int, int]:
    """How many were offered a next step; of those who said yes how many told later, and to how many it came.

    Each row is one person's: the kind of step, whether they said yes, and what they told last ("" for nothing).

    >>> next_steps([("interview", True, "part_time"), ("again", True, "nothing"), ("again", False, "again")])
    (3, 2, 1)
    """
    offered = list(rows)
    told = [(kind, came) for kind, said_yes, came in offered if said_yes and came]
    return len(offered), len(told), sum(came in KEPT_BY[PathwayKind(kind)] for kind, came in told)


def _steps(organization: Organization) -> list[tuple[str, bool, str]]:
    """Of the latest offers, one a person."""
    answered = FollowUp.objects.filter(engagement=OuterRef("engagement"), state=FollowUpState.ANSWERED)
    offers = PathwayOffer.objects.filter(engagement__organization=organization, kind__in=ASKS)
    rows = offers.annotate(came=Subquery(answered.order_by("-months").values("with_host")[:1]))
    latest = rows.order_by("-offered_at").values_list("engagement__intern", "kind", "state", "came")[:LATEST]
    by_person = {person: (kind, state, came) for person, kind, state, came in reversed(latest)}
    return [(kind, state == PathwayState.ACCEPTED, came or "") for kind, state, came in by_person.values()]


def _ended(organization: Organization) -> int:
    early = Engagement.objects.filter(organization=organization, state=EngagementState.ENDED_EARLY)
    by_host = early.filter(ended_side=Side.HOST, started_at__isnull=False)
    return by_host.exclude(end_reason=EndReason.SILENCE).count()


def _offers(organization: Organization) -> tuple[int, int]:
    taken_back = ~Q(rescind_reason="")  # until another offer follows
    made = Application.objects.filter(Q(offered_at__isnull=False) | taken_back, project__organization=organization)
    found = made.aggregate(n=Count("pk"), taken_back=Count("pk", filter=taken_back))
    return found["n"], found["taken_back"]


def _waits(organization: Organization) -> list[float]:
    """Days from sending to the first answer, of the latest that were answered."""
    answered = Application.objects.filter(
        project__organization=organization, answered_at__isnull=False, submitted_at__isnull=False
    )
    rows = answered.order_by("-answered_at").values_list("submitted_at", "answered_at")[:LATEST]
    return [(answer - sent).total_seconds() / 86_400 for sent, answer in rows if sent and answer]


def _marks(organization: Organization) -> list[Any]:
    """What interns marked, of the latest assessments that both sides may read; one a person."""
    read = Evaluation.objects.filter(
        engagement__organization=organization, side=Side.INTERN, state=EvaluationState.REVEALED
    )
    rows = read.order_by("-revealed_at").values_list("author", "marks")[:LATEST]
    return [marks for marks in dict(reversed(rows)).values() if marks]
