"""How far the story has come: worlds for the scenarios, each made by the real actions."""

from __future__ import annotations

from types import SimpleNamespace

from firstfoot.market.projects.actions import start_project, submit_project
from firstfoot.market.projects.queries import current_brief
from tests.cast import assemble
from tests.factories import applications as apply
from tests.factories import engagements as work
from tests.factories.organizations import make_invitation, make_organization
from tests.factories.projects import good_brief, make_draft, make_open_project


def people() -> SimpleNamespace:
    """The standing cast."""
    return SimpleNamespace(cast=assemble())


def waiting() -> SimpleNamespace:
    """An unverified organization of otto's, with a project that waits for a steward."""
    cast = assemble()
    kelp = make_organization(cast.otto)
    brief = good_brief(cast, supervisor=cast.otto.public_id, cover="")
    project = start_project(organization_id=kelp.pk, actor=cast.otto, brief=brief)
    return SimpleNamespace(cast=cast, kelp=kelp, project=submit_project(project_id=project.pk, actor=cast.otto))


def invited() -> SimpleNamespace:
    cast = assemble()
    return SimpleNamespace(cast=cast, invitation=make_invitation(cast))


def drafted() -> SimpleNamespace:
    cast = assemble()
    return SimpleNamespace(cast=cast, project=make_draft(cast))


def opened() -> SimpleNamespace:
    """An open project with one seat and two check-ins."""
    cast = assemble()
    return SimpleNamespace(cast=cast, project=make_open_project(cast, check_in_every_days=5))


def applying() -> SimpleNamespace:
    """Sam is writing."""
    world = opened()
    world.application = apply.make_draft(world.cast.sam, world.project, answers=_answers(world))
    return world


def submitted() -> SimpleNamespace:
    """Sam has applied, paz has too."""
    world = opened()
    world.application = apply.make_submitted(world.cast.sam, world.project, answers=_answers(world))
    world.other = apply.make_submitted(world.cast.paz, world.project, answers=_answers(world))
    return world


def shortlisted() -> SimpleNamespace:
    world = submitted()
    for application in (world.application, world.other):
        apply.shortlist(application_id=application.pk, seen=application.version, actor=world.cast.hugo)
    world.application.refresh_from_db()
    return world


def offered() -> SimpleNamespace:
    """Sam has the only seat's offer; paz is shortlisted."""
    world = shortlisted()
    world.application = apply.offer(
        application_id=world.application.pk, seen=world.application.version, note="We liked it.", actor=world.cast.hana
    )
    return world


def agreeing() -> SimpleNamespace:
    """Sam said yes, paz is the reserve."""
    world = offered()
    world.engagement = work.accept_offer(application_id=world.application.pk, actor=world.cast.sam)
    return world


def onboarding() -> SimpleNamespace:
    world = agreeing()
    work.sign_both(world.cast, world.engagement)
    return world


def active() -> SimpleNamespace:
    world = onboarding()
    work.start(world.cast, world.engagement)
    return world


def closing() -> SimpleNamespace:
    world = active()
    work.accept_all(world.engagement)
    return world


def completed() -> SimpleNamespace:
    world = closing()
    world.evaluations = [
        work.evaluate(world.engagement, person) for person in (world.engagement.intern, world.engagement.supervisor)
    ]
    world.engagement.refresh_from_db()
    return world


def _answers(world: SimpleNamespace) -> list[str]:
    return ["I would begin with the order figures." for _question in current_brief(world.project).questions]
