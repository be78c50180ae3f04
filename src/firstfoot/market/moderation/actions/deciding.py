"""Taking a case, handing it on, and deciding it."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.events import Moderation
from firstfoot.market.moderation.models import Case, Evidence, Report
from firstfoot.market.moderation.policies import may_answer_appeal, may_handle
from firstfoot.market.moderation.states import CASE, DECISIONS, LIVE, CaseKind, CaseState, Decision
from firstfoot.market.organizations.actions import renew_verification, suspend_organization
from firstfoot.market.projects.actions import release_project, return_held_project
from firstfoot.market.projects.models import Project


@transaction.atomic
def take_case(*, case_id: int, actor: Person, seen: int | None = None) -> Case:
    """Say that you look at it. Raises NotPermitted, Conflict("not_waiting")."""
    return _give(case_id, actor, actor, Moderation.TAKEN, seen)


@transaction.atomic
def hand_on_case(*, case_id: int, to: Person, actor: Person, seen: int | None = None) -> Case:
    """Give it to another steward. Raises NotPermitted when they may not handle it, Conflict("not_waiting")."""
    return _give(case_id, to, actor, Moderation.HANDED_ON, seen)


@transaction.atomic
def decide_case(
    *, case_id: int, decision: str, reason: str = "", actor: Person, seen: int | None = None,
    host_seen: int | None = None,
) -> Case:  # fmt: skip
    """Decide what is open, with the reason that the host or the reporter reads.

    A verification is renewed of the organization as it was read, in version `host_seen`.

    Raises NotPermitted, IllegalTransition unless open, Conflict("reason_needed"), Conflict("other_decision") for
    one that this kind of case does not have, and what releasing, renewing or suspending refuses.
    """
    case = locked_with_project(case_id, seen)
    require(may_handle(actor, case))
    state, chosen = CASE.target("decide", case.state), Decision(decision)
    if chosen not in DECISIONS[CaseKind(case.kind)]:
        raise Conflict("other_decision")
    if chosen not in {Decision.RELEASED, Decision.UNFOUNDED, Decision.RENEWED} and not reason.strip():
        raise Conflict("reason_needed")
    carry_out(case, chosen, reason.strip(), actor, host_seen)
    case.state, case.decision, case.reason = state, chosen, reason.strip()
    case.decided_by, case.decided_at = actor, clock.now()
    Report.objects.filter(case=case, closed_at=None).update(closed_at=case.decided_at)
    if case.person is not None and case.person.state == PersonState.ERASED:
        Evidence.objects.filter(case=case).delete()
    saved = ["state", "decision", "reason", "decided_by", "decided_at"]
    record(Moderation.DECIDED, case, actor, save=saved, decision=str(chosen))
    return case


@transaction.atomic
def lapse_case(*, case_id: int) -> Case:
    """Nothing is held any more, so nobody need decide; nothing happens when it is over already."""
    case = locked(Case, case_id)
    if case.state in LIVE:
        case.state = CASE.target("lapse", case.state)
        record(Moderation.LAPSED, case, None, save=["state"])
    return case


def locked_with_project(case_id: int, seen: int | None = None) -> Case:
    """The case, locked after the project it is about: in the order of whoever reports that project."""
    project_id = Case.objects.values_list("project", flat=True).get(pk=case_id)
    if project_id is not None:
        locked(Project, project_id)
    return locked(Case, case_id, seen=seen)


def carry_out(case: Case, decision: Decision, reason: str, actor: Person, host_seen: int | None = None) -> None:
    """Do to the project or its host what was decided."""
    if decision == Decision.RELEASED and case.project_id is not None:
        release_project(project_id=case.project_id, actor=actor)
    elif decision == Decision.RETURNED and case.project_id is not None:
        return_held_project(project_id=case.project_id, reason=reason, actor=actor)
    elif case.organization_id is None:
        return  # no host has part in it
    elif decision == Decision.RENEWED:
        renew_verification(organization_id=case.organization_id, actor=actor, seen=host_seen)
    elif decision == Decision.SUSPENDED:
        if case.kind == CaseKind.HELD_POST and case.project_id is not None:  # else no case leads to it ever again
            return_held_project(project_id=case.project_id, reason=reason, actor=actor)
        suspend_organization(organization_id=case.organization_id, reason=reason, actor=actor)


def _give(case_id: int, to: Person, actor: Person, kind: Moderation, seen: int | None) -> Case:
    case = locked(Case, case_id, seen=seen)
    require(may_handle(actor, case))
    require(may_handle(to, case) if case.state != CaseState.APPEALED else may_answer_appeal(to, case))
    if case.state not in LIVE:
        raise Conflict("not_waiting")
    case.owner = to
    record(kind, case, actor, save=["owner"], member=to.actor_token)
    return case
