"""Who turns the list on, who stands in it, and who reads it."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if, deny
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.policies import may_manage


def may_turn(actor: Person) -> Verdict:
    """Stewards."""
    return allow_if(actor.is_steward and actor.is_active, else_deny="not_steward")


def may_be_listed(actor: Person) -> Verdict:
    """Anybody who is let in, for themselves."""
    return allow_if(actor.is_active, else_deny="not_active")


def may_read_list(actor: Person, project: Project) -> Verdict:
    """Recruiters and owners of a verified organization."""
    if not (manages := may_manage(actor, project)):
        return manages
    if not project.organization.is_verified:
        return deny("organization_not_verified")
    return manages
