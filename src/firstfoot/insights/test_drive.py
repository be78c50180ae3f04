"""The test drive: what suited one person across their engagements, by kind of work, field, team size and manner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import OuterRef, Subquery

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import open_projects
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import Side
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.states import FIT

NOT_SAID = "unsaid"  # an industry
SUITS = 3  # of 4, from which on more of the same is offered
OFFERED = 3  # open projects of each sort
LATEST = 60  # engagements are looked at, whatever there is


@dataclass(frozen=True, slots=True)
class Suited:
    """One value of a dimension, such as a kind of work: the mean of the levels, and from what."""

    value: str
    level: Fraction  # from 1 (not for me) to 4 (just right)
    told: int


@dataclass(frozen=True, slots=True)
class Tried:
    """One engagement of the person, and how far each dimension of it suited them."""

    engagement: Engagement
    fit: dict[str, int]

    def value_of(self, dimension: str) -> str:
        organization, project = self.engagement.organization, self.engagement.project
        values = {
            "role": project.category, "industry": organization.industry or NOT_SAID, "size": organization.size,
            "manner": project.workplace,
        }  # fmt: skip
        return str(values[dimension])


def tried_by(person: Person) -> list[Tried]:
    """The engagements whose work began, the newest first; one query."""
    own = Evaluation.objects.filter(engagement=OuterRef("pk"), side=Side.INTERN).values("fit")
    begun = Engagement.objects.filter(intern=person, started_at__isnull=False).annotate(own_fit=Subquery(own))
    rows = begun.select_related("organization", "project").order_by("-started_at", "-pk")[:LATEST]
    return [Tried(row, row.own_fit or {}) for row in rows]


def suited(tried: Iterable[Tried]) -> dict[str, list[Suited]]:
    """Of each dimension the values that were told of, what suited best first."""
    told: dict[str, dict[str, list[int]]] = {dimension: {} for dimension in FIT}
    for one in tried:
        for dimension, level in one.fit.items():
            value = one.value_of(dimension) if dimension in told else ""
            if value:
                told[dimension].setdefault(value, []).append(level)
    return {dimension: _ordered(values) for dimension, values in told.items()}


def _ordered(values: dict[str, list[int]]) -> list[Suited]:
    rows = [Suited(value, Fraction(sum(levels), len(levels)), len(levels)) for value, levels in values.items()]
    return sorted(rows, key=lambda row: (-row.level, -row.told, row.value))


def to_try_next(person: Person, tried: Iterable[Tried]) -> tuple[list[Project], list[Project]]:
    """Open projects of the kinds that suited, and of kinds not tried yet; the newest of each."""
    rows = list(tried)
    liked = [one.value for one in suited(rows)["role"] if one.level >= SUITS]
    known = {one.value_of("role") for one in rows}
    found = open_projects(person).exclude(pk__in=[one.engagement.project_id for one in rows])
    newest = found.select_related("organization").order_by("-published_at", "-pk")
    more = list(newest.filter(category__in=liked)[:OFFERED]) if liked else []
    return more, list(newest.exclude(category__in=known)[:OFFERED]) if rows else []
