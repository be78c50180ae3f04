"""Who is listed among those who completed work at a host, for the others of the list and for its members."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.market.applications.invitations import unwanted_by
from firstfoot.market.organizations.models import Block, Organization
from firstfoot.market.organizations.queries import is_kept_apart, kept_from, role_in
from firstfoot.market.organizations.states import BlockState
from firstfoot.proof.network.models import Alumnus
from firstfoot.proof.network.states import AlumnusState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState

LEAST_TOLD = 3  # fewer are not told in public


@dataclass(frozen=True, slots=True)
class WorkedFor:
    """A host for which the reader did work, and how they stand to it now."""

    organization: Organization
    has_completed: bool
    is_listed: bool
    wants_no_invitations: bool
    is_apart: bool = False  # nobody reads them there while it lasts; they may leave the list all the same


def alumni_of(organization: Organization) -> QuerySet[Alumnus]:
    """Those who are listed, are here, and are not kept apart from the host."""
    block = Block.objects.filter(
        organization=OuterRef("organization"), person=OuterRef("person"), state=BlockState.STANDING
    )
    listed = Alumnus.objects.filter(
        ~Exists(block), organization=organization, state=AlumnusState.LISTED, person__state=PersonState.ACTIVE,
        person__leaving_at=None,
    )  # fmt: skip
    return listed.select_related("person", "engagement__project")


@dataclass(frozen=True, slots=True)
class AlumniSeen:
    """The list as one reader may see it, and why: as a member, or as one of those listed."""

    is_member: bool
    is_listed: bool
    rows: QuerySet[Alumnus]


def alumni_visible_to(reader: Person, organization: Organization) -> AlumniSeen:
    """All of them to a member and to whoever is listed, none to anybody else; two queries."""
    listed = alumni_of(organization)
    is_member = role_in(reader.pk, organization.pk) is not None
    is_listed = listed.filter(person=reader).exists()
    return AlumniSeen(is_member, is_listed, listed if is_member or is_listed else listed.none())


def how_many_alumni(organization: Organization) -> int | None:
    """For everybody: how many are listed, None for fewer than three."""
    count = alumni_of(organization).count()
    return count if count >= LEAST_TOLD else None


def is_on_list_of(person: Person, organization: Organization) -> bool:
    """Whether they agreed to be listed, even where nobody reads it at the moment."""
    return Alumnus.objects.filter(person=person, organization=organization, state=AlumnusState.LISTED).exists()


def last_completed(person: Person, organization_id: int) -> Engagement | None:
    """The last work that the person completed there."""
    done = Engagement.objects.filter(intern=person, organization=organization_id, state=EngagementState.COMPLETED)
    return done.filter(completed_at__isnull=False).order_by("-completed_at", "-pk").first()


def both_listed(one: int, other: int) -> int | None:
    """The key of a host where both are listed as alumni, which is kept from neither."""
    theirs = Alumnus.objects.filter(person=other, state=AlumnusState.LISTED).values("organization")
    shared = Alumnus.objects.filter(person=one, state=AlumnusState.LISTED, organization__in=theirs)
    for key in shared.order_by("pk").values_list("organization", flat=True):
        if not is_kept_apart(one, key) and not is_kept_apart(other, key):
            return key
    return None


def hosts_worked_for(reader: Person) -> list[WorkedFor]:
    """By name; of those that the reader is kept from, the ones on whose list they stand."""
    work = Engagement.objects.filter(intern=reader, started_at__isnull=False)
    over = work.filter(state__in=[EngagementState.COMPLETED, EngagementState.ENDED_EARLY])
    found: dict[int, Organization] = {}
    completed = set()
    for engagement in over.select_related("organization").order_by("pk"):
        found[engagement.organization_id] = engagement.organization
        if engagement.state == EngagementState.COMPLETED:
            completed.add(engagement.organization_id)
    listed = set(
        Alumnus.objects.filter(person=reader, state=AlumnusState.LISTED).values_list("organization", flat=True)
    )
    unwanted = set(unwanted_by(reader).values_list("organization", flat=True))
    apart = set(kept_from(reader).filter(organization__in=found).values_list("organization", flat=True))
    rows = [
        WorkedFor(host, key in completed, key in listed, key in unwanted, key in apart)
        for key, host in found.items()
        if key in listed or key not in apart
    ]
    return sorted(rows, key=lambda row: (row.organization.name.casefold(), row.organization.pk))
