"""Beginning a project and saving its draft."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.policies import may_edit
from firstfoot.market.projects.starters import get_starter
from firstfoot.market.projects.states import ProjectState
from firstfoot.market.projects.writing import COPIED, copy_columns, merged, require_unchanged

# Dates a fresh draft suggests: two weeks to apply, a week to choose, two weeks to begin in.
APPLY_IN, CHOOSE_IN, START_WITHIN = 14, 8, 14


@transaction.atomic
def start_project(*, organization_id: int, actor: Person, starter: str = "", brief: Brief | None = None) -> Project:
    """A new draft, blank or from a starter or a given brief.

    What the organization and the calendar already answer is filled in: zone,
    currency, dates, and the actor as supervisor. Raises NotPermitted unless the actor recruits for
    the organization, Conflict("no_such_starter"), Conflict("not_a_member").
    """
    organization = Organization.objects.get(pk=organization_id)
    require(may_recruit(actor, organization))
    begun = _first_brief(starter, brief, organization, actor)
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
    if project.state == ProjectState.IN_REVIEW:
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


def _first_brief(starter: str, brief: Brief | None, organization: Organization, actor: Person) -> Brief:
    begun = brief or Brief(currency=organization.currency)
    if starter:
        found = get_starter(starter)
        if found is None:
            raise Conflict("no_such_starter")
        begun = _in_currency(found.brief, organization.currency)
    if brief is not None:
        return begun
    last = clock.today(organization.zone) + timedelta(days=APPLY_IN)
    first = _monday(last + timedelta(days=CHOOSE_IN))
    return begun.with_(
        time_zone=organization.time_zone,
        place=begun.place or organization.city if begun.workplace in {"hybrid", "on_site"} else begun.place,
        supervisor=actor.public_id,
        apply_by=last,
        start_from=first,
        start_until=first + timedelta(days=START_WITHIN),
    )


def _monday(day: date) -> date:
    """The day itself, or the next Monday."""
    return day + timedelta(days=-day.weekday() % 7)


def _in_currency(brief: Brief, currency: str) -> Brief:
    """The brief in the host's currency; an amount of another one says nothing, so the host names it."""
    return brief if brief.currency == currency else brief.with_(currency=currency, pay_minor=0)
