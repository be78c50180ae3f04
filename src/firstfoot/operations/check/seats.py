"""Invariant 1: held and taken seats never exceed seats; one live engagement per person and project."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import LIVE as LIVE_APPLICATION
from firstfoot.market.projects.models import Project
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import LIVE as LIVE_ENGAGEMENT


def seat_faults() -> Iterator[Fault]:
    yield from overbooked()
    yield from miscounted()
    yield from live_twice()


def overbooked() -> Iterator[Fault]:
    for project in Project.objects.filter(seats__lt=F("seats_held") + F("seats_taken")).iterator(ROWS_AT_A_TIME):
        yield Fault(
            1, project.thing, "overbooked",
            f"{project.seats_held} held and {project.seats_taken} taken of {project.seats} seats. "
            "Rescind an offer, or agree with the host on another seat.",
        )  # fmt: skip


def miscounted() -> Iterator[Fault]:
    """The counters of a project against the open offers and the engagements that take a seat."""
    offers = Application.objects.filter(project=OuterRef("pk"), state="offered")
    freed = Q(state="ended_early") & (Q(started_at=None) | Q(successor_sought_at__isnull=False))
    engagements = Engagement.objects.filter(project=OuterRef("pk")).exclude(freed)
    counted = Project.objects.annotate(offers=_count(offers), engagements=_count(engagements))
    for project in counted.exclude(seats_held=F("offers"), seats_taken=F("engagements")).iterator(ROWS_AT_A_TIME):
        yield Fault(
            1, project.thing, "seats_miscounted",
            f"The project counts {project.seats_held} held and {project.seats_taken} taken; there are "
            f"{project.offers} open offers and {project.engagements} engagements. Correct the counters.",
        )  # fmt: skip


def _count(rows: QuerySet[Application] | QuerySet[Engagement]) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values("project").annotate(n=Count("pk")).values("n")), 0)


def live_twice() -> Iterator[Fault]:
    kinds: tuple[tuple[type[Application | Engagement], str, tuple[str, ...]], ...] = (
        (Application, "person", LIVE_APPLICATION),
        (Engagement, "intern", LIVE_ENGAGEMENT),
    )
    for model, person, live in kinds:
        pairs = (
            model._default_manager.filter(state__in=live)
            .order_by()
            .values("project__public_id", f"{person}__public_id")
        )
        for row in pairs.annotate(n=Count("pk")).filter(n__gt=1):
            yield Fault(
                1, f"project:{row['project__public_id']}", f"{model._meta.model_name}_live_twice",
                f"Person {row[f'{person}__public_id']} has {row['n']} live ones here. End all but one.",
            )  # fmt: skip
