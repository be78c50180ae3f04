"""Who looks at a case, who decides it, who may appeal, and who answers the appeal."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.policies import may_review_applicants, may_see_applicants
from firstfoot.market.moderation.models import Case
from firstfoot.market.moderation.states import CaseKind
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.projects.models import Project


def may_handle(actor: Person, case: Case) -> Verdict:
    """Stewards look at cases, but for those about themselves, or of an organization they belong to."""
    if not actor.is_steward:
        return deny("not_steward")
    if case.person_id == actor.pk:
        return deny("about_you")
    if case.organization_id is None:
        return YES
    return allow_if(role_in(actor.pk, case.organization_id) is None, else_deny="own_organization")


def may_answer_appeal(actor: Person, case: Case) -> Verdict:
    """An appeal goes to another person than the one who decided, or had it."""
    handles = may_handle(actor, case)
    if not handles:
        return handles
    return allow_if(actor.pk != case.appealed_from_id, else_deny="decided_it")


def may_appeal(actor: Person, case: Case) -> Verdict:
    """The host's recruiters and owners, once, against what holds their post back."""
    if case.organization is None:
        return deny("no_appeal")
    recruits = may_recruit(actor, case.organization)
    if not recruits:
        return recruits
    if case.kind != CaseKind.HELD_POST:
        return deny("no_appeal")
    return allow_if(case.appealed_at is None, else_deny="appealed_once")


def may_report_person(actor: Person, person: Person) -> Verdict:
    """Any active person, but not about themselves."""
    if not actor.is_active:
        return deny("suspended")
    return allow_if(actor.pk != person.pk, else_deny="own_message")


def may_report_applicant(actor: Person, application: Application) -> Verdict:
    """Whoever reviews the applicants, once the review is no longer blind."""
    reviews = may_review_applicants(actor, application)
    if not reviews:
        return reviews
    return allow_if(application.is_revealed, else_deny="still_blind")


def may_report_in_application(actor: Person, application: Application) -> Verdict:
    """The applicant, and whoever reads along for the host once the review is no longer blind.

    Also while one side blocks the other, and while the host is suspended: reading on, one may say what is wrong.
    """
    if actor.pk == application.person_id:
        return YES
    sees = may_see_applicants(actor, application.project)
    if not sees:
        return sees
    return allow_if(application.is_revealed, else_deny="still_blind")


def may_report(actor: Person, project: Project) -> Verdict:
    """Any active person, but not about their own organization."""
    if not actor.is_active:
        return deny("suspended")
    return YES if role_in(actor.pk, project.organization_id) is None else deny("member_of_host")
