"""Who looks at a case, who decides it, who may appeal, and who answers the appeal."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny
from firstfoot.market.moderation.models import Case
from firstfoot.market.moderation.states import CaseKind
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.projects.models import Project


def may_handle(actor: Person, case: Case) -> Verdict:
    """Stewards look at cases, but for those of an organization they belong to."""
    if not actor.is_steward:
        return deny("not_steward")
    return allow_if(role_in(actor.pk, case.organization_id) is None, else_deny="own_organization")


def may_answer_appeal(actor: Person, case: Case) -> Verdict:
    """An appeal goes to another person than the one who decided, or had it."""
    handles = may_handle(actor, case)
    if not handles:
        return handles
    return allow_if(actor.pk != case.appealed_from_id, else_deny="decided_it")


def may_appeal(actor: Person, case: Case) -> Verdict:
    """The host's recruiters and owners, once, against what holds their post back."""
    recruits = may_recruit(actor, case.organization)
    if not recruits:
        return recruits
    if case.kind != CaseKind.HELD_POST:
        return deny("no_appeal")
    return allow_if(case.appealed_at is None, else_deny="appealed_once")


def may_report(actor: Person, project: Project) -> Verdict:
    """Any active person, but not about their own organization."""
    if not actor.is_active:
        return deny("suspended")
    return YES if role_in(actor.pk, project.organization_id) is None else deny("member_of_host")
