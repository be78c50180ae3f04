"""What projects of a kind took in the end, beside what was agreed for them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState

LEAST = 3  # fewer say something about one person, not about the work
NEWEST = 200  # projects looked at, so that it costs the same however many there are


@dataclass(frozen=True, slots=True)
class Estimate:
    """Hours in all, agreed and worked (as the interns counted them), in the middle of `count` finished engagements."""

    count: int
    agreed: int
    worked: int


def estimate_of(*, starter: str = "", category: str = "") -> Estimate | None:
    """What finished engagements of that template took, else those of that category; None while there are too few."""
    for kind in ({"starter": starter}, {"category": category}):
        if all(kind.values()) and (found := _estimate(kind)):
            return found
    return None


def _estimate(kind: dict[str, str]) -> Estimate | None:
    projects = Project.objects.filter(**kind, published_at__isnull=False).order_by("-id").values("pk")[:NEWEST]
    ended = Engagement.objects.filter(
        project__in=projects, state=EngagementState.COMPLETED, hours_worked__isnull=False
    ).values_list("hours", "hours_worked")
    rows = list(ended)
    if len(rows) < LEAST:
        return None
    agreed, worked = zip(*rows, strict=True)
    return Estimate(len(rows), round(median(agreed)), round(median(worked)))
