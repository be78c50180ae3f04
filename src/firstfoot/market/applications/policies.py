"""Who may apply, review applicants, offer, and speak in an application's conversation."""

from __future__ import annotations

from dataclasses import dataclass

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny
from firstfoot.market.applications.marks import has_conflict
from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.queries import has_role, is_kept_apart, role_in
from firstfoot.market.organizations.states import RANK, OrganizationState, Role
from firstfoot.market.projects.brief import BY_ADDRESS
from firstfoot.market.projects.models import Project


def may_apply(actor: Person, project: Project) -> Verdict:
    """Any active person applies, except to an organization they belong to."""
    if not actor.is_active:
        return deny("suspended")
    if role_in(actor.pk, project.organization_id) is not None:
        return deny("member_of_host")
    if is_kept_apart(actor, project.organization_id):
        return deny("not_possible_here")
    return allow_if(project.visibility in BY_ADDRESS, else_deny="not_invited")


def may_be_applicant(actor: Person, application: Application) -> Verdict:
    """Withdrawing, refusing, accepting and editing are the applicant's own."""
    return allow_if(actor.pk == application.person_id and actor.is_active, else_deny="not_applicant")


def may_withdraw(actor: Person, application: Application) -> Verdict:
    """The applicant's own, also while their account is being erased."""
    is_in = actor.is_active or actor.leaving_at is not None
    return allow_if(actor.pk == application.person_id and is_in, else_deny="not_applicant")


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


@dataclass(frozen=True, slots=True)
class ReviewRights:
    """What one person may do with all applicants of a project: a board asks once for all of them."""

    sees: Verdict
    answers: bool
    offers: bool


def review_rights(actor: Person, project: Project) -> ReviewRights:
    """What may_see_applicants, may_review_applicants and may_offer say of everyone's applications, in one look."""
    role = role_in(actor.pk, project.organization_id)
    recruits = role is not None and RANK[role] >= RANK[Role.RECRUITER]
    guides = role is not None and actor.pk in (project.supervisor_id, project.cover_id)
    goes_on = bool(_unless_stopped(project))
    sees = allow_if(recruits or guides, else_deny="not_reviewer")
    return ReviewRights(sees, answers=bool(sees) and goes_on, offers=recruits and goes_on)


def may_change_rubric(actor: Person, project: Project) -> Verdict:
    """Recruiters and owners say what all applications are read for."""
    if not has_role(actor.pk, project.organization_id, Role.RECRUITER):
        return deny("not_recruiter")
    return _unless_stopped(project)


def may_answer(actor: Person, application: Application) -> Verdict:
    """Shortlisting and declining: reviewers without a conflict of interest."""
    seen = may_review_applicants(actor, application)
    if seen and has_conflict(actor, application):
        return deny("conflict_of_interest")
    return seen


def may_offer(actor: Person, thing: Application | Project) -> Verdict:
    """Offers commit the organization: recruiter or owner, without a conflict of interest."""
    project = thing.project if isinstance(thing, Application) else thing
    if isinstance(thing, Application) and actor.pk == thing.person_id:
        return deny("own_application")
    if not has_role(actor.pk, project.organization_id, Role.RECRUITER):
        return deny("not_recruiter")
    if isinstance(thing, Application) and has_conflict(actor, thing):
        return deny("conflict_of_interest")
    return _unless_stopped(project)


def may_go_on(actor: Person, application: Application) -> Verdict:
    """Shortlisting, or asking for a talk: whoever may answer, unless one side blocks the other."""
    return may_answer(actor, application) if (met := may_meet(application)) else met


def may_answer_interview(actor: Person, application: Application) -> Verdict:
    """The applicant chooses, unless one side blocks the other."""
    return may_be_applicant(actor, application) if (met := may_meet(application)) else met


def may_meet(application: Application) -> Verdict:
    """The two sides come no closer while one blocks the other; parting stays possible."""
    apart = is_kept_apart(application.person_id, application.project.organization_id)
    return allow_if(not apart, else_deny="not_possible_here")


def may_post(actor: Person, application: Application) -> Verdict:
    """Both sides speak in the conversation that a shortlist opened, unless one blocks the other."""
    if not (met := may_meet(application)):
        return met
    if actor.pk == application.person_id:
        return may_be_applicant(actor, application)
    return may_review_applicants(actor, application)


def _unless_stopped(project: Project) -> Verdict:
    stopped = project.organization.state in (OrganizationState.SUSPENDED, OrganizationState.REJECTED)
    return allow_if(not stopped, else_deny="organization_suspended")
