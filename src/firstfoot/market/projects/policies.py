"""Who may do what with a project."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.organizations.queries import has_role, role_in
from firstfoot.market.organizations.states import SHUT_OUT, Role
from firstfoot.market.projects.models import Project, PublicQuestion


def may_edit(actor: Person, project: Project) -> Verdict:
    """Recruiters and owners write the brief; not while their organization is suspended or rejected."""
    return may_recruit(actor, project.organization)


def may_publish(actor: Person, project: Project) -> Verdict:
    """Whoever may write the brief may also post it."""
    return may_recruit(actor, project.organization)


def may_manage(actor: Person, project: Project) -> Verdict:
    """Pausing, closing, reopening and handing over are for recruiters and owners."""
    return may_recruit(actor, project.organization)


def may_repeat(actor: Person, project: Project) -> Verdict:
    """Whoever may begin a project for the organization may begin one with this brief."""
    return may_recruit(actor, project.organization)


def may_moderate(actor: Person, project: Project) -> Verdict:
    """Stewards publish and return what waits for review, but not for their own organization."""
    if not actor.is_steward:
        return deny("not_steward")
    return allow_if(role_in(actor.pk, project.organization_id) is None, else_deny="own_organization")


def may_ask(actor: Person, project: Project) -> Verdict:
    """Any active person asks about a project that they may know of, except one of its own organization."""
    if not actor.is_active:
        return deny("suspended")
    return allow_if(role_in(actor.pk, project.organization_id) is None, else_deny="asks_own_host")


def may_see_questions(actor: Person, project: Project) -> Verdict:
    """Recruiters and owners, and the project's own supervisor and cover while members."""
    if has_role(actor.pk, project.organization_id, Role.RECRUITER):
        return YES
    is_named = actor.pk in {project.supervisor_id, project.cover_id}
    is_member = is_named and has_role(actor.pk, project.organization_id, Role.SUPERVISOR)
    return allow_if(is_member, else_deny="not_answering")


def may_answer_question(actor: Person, project: Project) -> Verdict:
    """Whoever sees the questions answers them or sets them aside, unless the organization is shut out."""
    if not (seen := may_see_questions(actor, project)):
        return seen
    return allow_if(project.organization.state not in SHUT_OUT, else_deny="organization_suspended")


def may_take_back(actor: Person, question: PublicQuestion) -> Verdict:
    """The asker's own, also while their account is being erased."""
    is_in = actor.is_active or actor.leaving_at is not None
    return allow_if(actor.pk == question.asker_id and is_in, else_deny="not_asker")
