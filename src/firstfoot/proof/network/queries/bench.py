"""Whom a host worked with: what they did, when, and what it said of it. Nothing of what they apply for now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.market.applications.invitations import wants_none_of
from firstfoot.market.organizations.models import Block, Organization
from firstfoot.market.organizations.queries import people_with_role
from firstfoot.market.organizations.states import BlockState, Role
from firstfoot.proof.network.models import BenchNote
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.states import DeliverableState, EngagementState, Side
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.states import EvaluationState

MOST = 200  # pieces of work, the newest


@dataclass(frozen=True, slots=True)
class Stint:
    """One piece of work, and what the host said of it once both sides could read it."""

    engagement: Engagement
    over_at: datetime
    again: bool | None
    skills: tuple[str, ...]


@dataclass(slots=True)
class OnBench:
    """Somebody the host worked with."""

    person: Person
    noted: BenchNote | None
    stints: list[Stint] = field(default_factory=list)

    @property
    def note(self) -> BenchNote | None:
        """What the host noted, if anything stands there now."""
        return self.noted if self.noted and self.noted.note else None

    @property
    def note_version(self) -> int:
        return self.noted.version if self.noted else 0

    @property
    def last_at(self) -> datetime:
        return self.stints[0].over_at


def bench_of(organization: Organization, *, by_name: bool = False) -> list[OnBench]:
    """Everyone once, who worked last first, or by name; in no other order. Three queries."""
    over = finished_for(organization.pk).annotate(over_at=Coalesce("completed_at", "ended_at", "begun_at"))
    work = list(over.select_related("intern", "project").order_by("-over_at", "-pk")[:MOST])
    said = Evaluation.objects.filter(engagement__in=work, side=Side.HOST, state=EvaluationState.REVEALED)
    heard = {one.engagement_id: one for one in said}
    notes = {one.person_id: one for one in BenchNote.objects.filter(organization=organization)}
    rows: dict[int, OnBench] = {}
    for engagement in work:
        row = rows.setdefault(engagement.intern_id, OnBench(engagement.intern, notes.get(engagement.intern_id)))
        one = heard.get(engagement.pk)
        again, skills = (one.would_again, tuple(sorted(one.skills))) if one else (None, ())
        row.stints.append(Stint(engagement, engagement.over_at, again, skills))
    found = list(rows.values())
    return sorted(found, key=lambda row: (row.person.name.casefold(), row.person.pk)) if by_name else found


def people_on_bench(organization_id: int) -> QuerySet[Person]:
    """The same people alone, by name."""
    keys = finished_for(organization_id).order_by().values("intern")
    return Person.objects.filter(pk__in=keys).order_by("chosen_name", "pk")


def finished_for(organization_id: int) -> QuerySet[Engagement]:
    """Completed work, and such as ended with something accepted, by people who are here and may be asked again.

    Nobody who said that they want no invitations, who is kept apart, or who belongs to the host by now.
    """
    accepted = Deliverable.objects.filter(engagement=OuterRef("pk"), state=DeliverableState.ACCEPTED)
    block = Block.objects.filter(organization=organization_id, person=OuterRef("intern"), state=BlockState.STANDING)
    done = Q(state=EngagementState.COMPLETED) | Q(Exists(accepted), state=EngagementState.ENDED_EARLY)
    here = Q(intern__state=PersonState.ACTIVE, intern__leaving_at=None)
    own = people_with_role(organization_id, Role.SUPERVISOR).order_by().values("pk")
    found = Engagement.objects.filter(done, here, ~Exists(block), organization=organization_id)
    return found.exclude(intern__in=own).exclude(intern__in=wants_none_of(organization_id).values("person"))
