"""Who may do what with a project."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if, deny
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.projects.models import Project


def may_edit(actor: Person, project: Project) -> Verdict:
    """Recruiters and owners write the brief; not while their organization is suspended or rejected."""
    return may_recruit(actor, project.organization)


def may_publish(actor: Person, project: Project) -> Verdict:
    """Whoever may write the brief may also post it."""
    return may_recruit(actor, project.organization)


def may_manage(actor: Person, project: Project) -> Verdict:
    """Pausing, closing, reopening and handing over are for recruiters and owners."""
    return may_recruit(actor, project.organization)


def may_moderate(actor: Person, project: Project) -> Verdict:
    """Stewards publish and return what waits for review, but not for their own organization."""
    if not actor.is_steward:
        return deny("not_steward")
    return allow_if(role_in(actor.pk, project.organization_id) is None, else_deny="own_organization")
