"""Who may apply, review applicants, offer, and speak in an application's conversation."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny
from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.queries import has_role, role_in
from firstfoot.market.organizations.states import OrganizationState, Role
from firstfoot.market.projects.models import Project

_OPEN_TO_ALL = ("public", "link")


def may_apply(actor: Person, project: Project) -> Verdict:
    """Any active person applies, except to an organization they belong to."""
    if not actor.is_active:
        return deny("suspended")
    if role_in(actor.pk, project.organization_id) is not None:
        return deny("member_of_host")
    return allow_if(project.visibility in _OPEN_TO_ALL, else_deny="not_invited")


def may_be_applicant(actor: Person, application: Application) -> Verdict:
    """Withdrawing, refusing, accepting and editing are the applicant's own."""
    return allow_if(actor.pk == application.person_id and actor.is_active, else_deny="not_applicant")


def may_see_applicants(actor: Person, project: Project) -> Verdict:
    """Recruiters and owners of the organization, and the project's own supervisor and cover while members."""
    if has_role(actor.pk, project.organization_id, Role.RECRUITER):
        return YES
    is_named = actor.pk in (project.supervisor_id, project.cover_id)
    return allow_if(is_named and has_role(actor.pk, project.organization_id, Role.SUPERVISOR), else_deny="not_reviewer")


def may_review_applicants(actor: Person, thing: Application | Project) -> Verdict:
    """Whoever sees the applicants may answer them, unless the organization is suspended or it is their own."""
    project = thing.project if isinstance(thing, Application) else thing
    if isinstance(thing, Application) and actor.pk == thing.person_id:
        return deny("own_application")
    seen = may_see_applicants(actor, project)
    return _unless_stopped(project) if seen else seen


def may_offer(actor: Person, thing: Application | Project) -> Verdict:
    """Offers commit the organization: recruiter or owner."""
    project = thing.project if isinstance(thing, Application) else thing
    if isinstance(thing, Application) and actor.pk == thing.person_id:
        return deny("own_application")
    if not has_role(actor.pk, project.organization_id, Role.RECRUITER):
        return deny("not_recruiter")
    return _unless_stopped(project)


def may_post(actor: Person, application: Application) -> Verdict:
    """Both sides speak in the conversation that a shortlist opened."""
    if actor.pk == application.person_id:
        return may_be_applicant(actor, application)
    return may_review_applicants(actor, application)


def _unless_stopped(project: Project) -> Verdict:
    stopped = project.organization.state in (OrganizationState.SUSPENDED, OrganizationState.REJECTED)
    return allow_if(not stopped, else_deny="organization_suspended")
