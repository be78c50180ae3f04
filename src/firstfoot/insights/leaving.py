"""What must end before a person can be erased, because others rely on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import stewards
from firstfoot.market.organizations.models import Membership
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.states import ProjectState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import LIVE

ASKED = (ProjectState.IN_REVIEW, ProjectState.OPEN, ProjectState.PAUSED)


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One thing that must end first: the code of what to do, the thing's name and public id."""

    code: str
    title: str = ""
    public_id: str = ""


def must_end_first(person: Person) -> list[Hindrance]:
    """Everything that keeps the person, in the order in which they would deal with it."""
    return [*_work(person), *_guiding(person), *_owning(person), *_stewarding(person)]


def _work(person: Person) -> Iterator[Hindrance]:
    for engagement in Engagement.objects.filter(intern=person, state__in=LIVE).order_by("pk"):
        yield Hindrance("own_work_live", engagement.title, engagement.public_id)


def _guiding(person: Person) -> Iterator[Hindrance]:
    for engagement in Engagement.objects.filter(supervisor=person, state__in=LIVE).order_by("pk"):
        yield Hindrance("guided_work_live", engagement.title, engagement.public_id)
    for project in Project.objects.filter(supervisor=person, state__in=ASKED).order_by("pk"):
        yield Hindrance("guided_project_open", project.title, project.public_id)


def _owning(person: Person) -> Iterator[Hindrance]:
    mine = Membership.objects.filter(person=person, left_at=None, role=Role.OWNER).select_related("organization")
    for membership in mine.order_by("pk"):
        organization = membership.organization
        others = Membership.objects.filter(organization=organization, left_at=None).exclude(person=person)
        if others.filter(role=Role.OWNER).exists():
            continue
        if others.exists():
            yield Hindrance("last_owner", organization.name, organization.public_id)
        elif is_busy(organization.pk):
            yield Hindrance("host_busy", organization.name, organization.public_id)


def is_busy(organization_id: int) -> bool:
    """Whether the organization has work that lives or is in dispute, or projects that people see."""
    unsettled = Q(state__in=LIVE) | Q(held_at__isnull=False)
    live = Engagement.objects.filter(unsettled, organization=organization_id).exists()
    return live or Project.objects.filter(organization=organization_id, state__in=ASKED).exists()


def _stewarding(person: Person) -> Iterator[Hindrance]:
    if person.is_steward and not stewards().exclude(pk=person.pk).exists():
        yield Hindrance("last_steward")
