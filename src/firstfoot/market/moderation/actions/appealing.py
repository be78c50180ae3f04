"""A host's one appeal, and the answer of another steward."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.actions.deciding import carry_out, locked_with_project
from firstfoot.market.moderation.events import Moderation
from firstfoot.market.moderation.models import Case
from firstfoot.market.moderation.policies import may_answer_appeal, may_appeal
from firstfoot.market.moderation.queries import appealable
from firstfoot.market.moderation.states import CASE, DUE, Decision, Severity
from firstfoot.market.projects.actions import hold_for_appeal


@transaction.atomic
def appeal_case(*, case_id: int, text: str, actor: Person) -> Case:
    """Ask another person to look at what is held or was returned, once; what was returned waits again as it is now.

    Raises NotPermitted, Conflict("reason_needed"), Conflict("nothing_to_appeal"), Conflict("scope_blockers").
    """
    case = locked_with_project(case_id)
    require(may_appeal(actor, case))
    if not text.strip():
        raise Conflict("reason_needed")
    project = case.project
    if project is None or not appealable(case, project):
        raise Conflict("nothing_to_appeal")
    case.state = CASE.target("appeal", case.state)
    hold_for_appeal(project_id=project.pk, actor=actor)
    now = clock.now()
    case.appealed_from_id = case.decided_by_id or case.owner_id
    case.appeal, case.appealed_by, case.appealed_at, case.owner = text.strip(), actor, now, None
    case.due_at = now + DUE[Severity.MEDIUM]
    saved = ["state", "appeal", "appealed_by", "appealed_from", "appealed_at", "owner", "due_at"]
    record(Moderation.APPEALED, case, actor, save=saved)
    return case


@transaction.atomic
def answer_appeal(*, case_id: int, is_granted: bool, reason: str, actor: Person, seen: int | None = None) -> Case:
    """Release what was appealed, or return it for good, with the reason that its host reads.

    Raises NotPermitted for whoever decided, IllegalTransition unless appealed, Conflict("reason_needed").
    """
    case = locked_with_project(case_id, seen)
    require(may_answer_appeal(actor, case))
    if not reason.strip():
        raise Conflict("reason_needed")
    case.state = CASE.target("answer", case.state)
    case.answer = Decision.RELEASED if is_granted else Decision.RETURNED
    carry_out(case, Decision(case.answer), reason.strip(), actor)
    case.answered_by, case.answered_at, case.answer_reason = actor, clock.now(), reason.strip()
    saved = ["state", "answer", "answered_by", "answered_at", "answer_reason"]
    record(Moderation.APPEAL_ANSWERED, case, actor, save=saved, decision=str(case.answer))
    return case
