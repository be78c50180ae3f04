"""Beginning a project and saving its draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import timedelta
from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.organizations.queries import guides_of
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.dates import START_WITHIN, usual_deadline, usual_start
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.policies import may_edit, may_repeat
from firstfoot.market.projects.queries import current_brief, is_over
from firstfoot.market.projects.starters import get_starter
from firstfoot.market.projects.states import ProjectState
from firstfoot.market.projects.writing import COPIED, copy_columns, merged, require_unchanged


@transaction.atomic
def start_project(*, organization_id: int, actor: Person, starter: str = "", brief: Brief | None = None) -> Project:
    """A new draft: blank, from a starter, or a given brief (made from `starter`, where that is named too).

    Unless a brief is given, what the organization and the calendar already answer is filled in: zone,
    currency, dates, and the actor as supervisor. Raises NotPermitted unless the actor recruits for
    the organization, Conflict("no_such_starter"), Conflict("not_a_member").
    """
    organization = Organization.objects.get(pk=organization_id)
    require(may_recruit(actor, organization))
    return _begin(organization, actor, _first_brief(starter, brief, organization, actor), starter)


@transaction.atomic
def repeat_project(*, project_id: int, actor: Person) -> Project:
    """A new draft with the brief of a project that is over: its dates moved to now, every seat free, no applicants.

    Who left the organization guides no more: the actor takes over, and a cover is dropped.
    Raises NotPermitted unless the actor recruits for the organization, Conflict("not_over") before it is closed
    or filled.
    """
    source = locked(Project, project_id)
    require(may_repeat(actor, source))
    if not is_over(source):
        raise Conflict("not_over")
    organization = source.organization
    brief = _guided(_dated(current_brief(source), organization), organization, actor)
    return _begin(organization, actor, brief, source.starter)


def _begin(organization: Organization, actor: Person, begun: Brief, starter: str) -> Project:
    now = clock.now()
    project = Project(
        organization=organization,
        created_by=actor,
        starter=starter,
        draft=begun.to_dict(),
        created_at=now,
        updated_at=now,
    )
    copy_columns(project, begun)
    record_new(Projects.STARTED, project, actor, starter=starter)
    return project


@transaction.atomic
def save_draft(*, project_id: int, changes: Mapping[str, Any], actor: Person, seen_saves: int | None = None) -> Project:
    """Merge validated brief fields into the draft; records no fact.

    A project that was published keeps showing its published brief until the changes are published.
    Raises Conflict("changed") when someone saved since `seen_saves`, NotPermitted,
    IllegalTransition while a steward reviews it, Conflict("not_a_member").
    """
    project = locked(Project, project_id)
    require(may_edit(actor, project))
    if project.state == ProjectState.IN_REVIEW or project.held_at is not None:
        raise IllegalTransition("illegal_transition", verb="edit", state=str(project.state))
    require_unchanged(project, seen_saves)
    brief = merged(project.draft_brief, changes)
    if brief == project.draft_brief:
        return project
    project.draft = brief.to_dict()
    project.draft_saves += 1
    saved = ["draft", "draft_saves"]
    if not project.brief_number:
        copy_columns(project, brief)
        project.updated_at = clock.now()
        saved += [*COPIED, "updated_at"]
    project.save(update_fields=saved)
    return project


@transaction.atomic
def save_rest(*, project_id: int, change: Callable[[Brief], Brief], actor: Person) -> Project:
    """The draft of a published project is what `change` leaves of its brief, on the dates that today suggests.

    What was drafted and not published is gone; nothing is public yet. Records no fact.
    Raises NotPermitted, IllegalTransition while a steward looks at it.
    """
    project = locked(Project, project_id)
    rest = _dated(change(current_brief(project)), project.organization)
    return save_draft(
        project_id=project_id, changes={one.name: getattr(rest, one.name) for one in fields(rest)}, actor=actor
    )


def _first_brief(starter: str, brief: Brief | None, organization: Organization, actor: Person) -> Brief:
    found = get_starter(starter) if starter else None
    if starter and found is None:
        raise Conflict("no_such_starter")
    if brief is not None:
        return brief.with_(answers=())  # they were given about another project
    currency = organization.currency
    begun = _in_currency(found.brief, currency) if found else Brief(currency=currency)
    return _dated(begun, organization).with_(
        time_zone=organization.time_zone,
        place=begun.place or organization.city if begun.workplace in {"hybrid", "on_site"} else begun.place,
        supervisor=actor.public_id,
    )


def _dated(brief: Brief, organization: Organization) -> Brief:
    """The brief with the dates that a project begun today suggests."""
    last = usual_deadline(clock.today(organization.zone))
    first = usual_start(last)
    return brief.with_(apply_by=last, start_from=first, start_until=first + timedelta(days=START_WITHIN))


def _guided(brief: Brief, organization: Organization, actor: Person) -> Brief:
    """The brief with those of its guides who can still be named."""
    here = {row.person.public_id for row in guides_of(organization.pk)}
    supervisor = brief.supervisor if brief.supervisor in here else actor.public_id
    cover = brief.cover if brief.cover in here - {supervisor} else ""
    return brief.with_(supervisor=supervisor, cover=cover)


def _in_currency(brief: Brief, currency: str) -> Brief:
    """The brief in the host's currency; an amount of another one says nothing, so the host names it."""
    return brief if brief.currency == currency else brief.with_(currency=currency, pay_minor=0)
