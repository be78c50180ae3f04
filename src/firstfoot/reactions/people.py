"""Whom a thing concerns: the host's people by what they do, the other side, the things behind facts."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Chained, Fact
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import people_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import Side


def thing_of[T: Chained](fact: Fact, model: type[T], *related: str) -> T:
    """The thing a fact is about, with what is named of it."""
    things = model._default_manager.all()
    return (things.select_related(*related) if related else things).get(public_id=fact.thing.partition(":")[2])


def application_of(fact: Fact) -> Application:
    return thing_of(fact, Application, "person", "project__organization", "project__supervisor", "project__cover")


def project_of(fact: Fact) -> Project:
    return thing_of(fact, Project, "organization", "supervisor", "cover", "created_by")


def engagement_of(fact: Fact) -> Engagement:
    return thing_of(fact, Engagement, *PARTIES)


PARTIES = ("organization", "project", "intern", "supervisor", "cover")
PARTIES_OF_PART = tuple(f"engagement__{name}" for name in PARTIES)


def owners(organization: Organization) -> list[Person]:
    return list(people_with_role(organization.pk, Role.OWNER))


def recruiters(organization: Organization) -> list[Person]:
    """Whoever may bind the organization: recruiters and owners."""
    return list(people_with_role(organization.pk, Role.RECRUITER))


def reviewers(project: Project) -> list[Person]:
    """Whoever answers applicants: recruiters, owners, and the project's own supervisor while a member."""
    members = set(people_with_role(project.organization_id, Role.SUPERVISOR).values_list("pk", flat=True))
    named = [p for p in (project.supervisor,) if p is not None and p.pk in members]
    return [*recruiters(project.organization), *named]


def guides(engagement: Engagement) -> list[Person]:
    """The supervisor, and the cover while the supervisor is away."""
    supervisor, cover = engagement.supervisor, engagement.cover
    today = clock.today(supervisor.zone)
    is_away = (
        engagement.is_covered_on(today) or supervisor.aways.filter(first_on__lte=today, last_on__gte=today).exists()
    )
    return [supervisor, cover] if is_away and cover is not None else [supervisor]


def side(engagement: Engagement, which: str) -> list[Person]:
    """The people of one side who do the daily work."""
    return [engagement.intern] if which == Side.INTERN else guides(engagement)


def both(engagement: Engagement) -> list[Person]:
    return [engagement.intern, *guides(engagement)]


def signers(engagement: Engagement, which: str) -> list[Person]:
    """Whoever may sign for a side."""
    return [engagement.intern] if which == Side.INTERN else recruiters(engagement.organization)
