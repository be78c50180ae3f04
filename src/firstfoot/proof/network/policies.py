"""Who asks, who answers, who parts."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if, deny
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.organizations.queries import has_role, is_kept_apart
from firstfoot.market.organizations.states import Role
from firstfoot.proof.network.models import Kept, Tie
from firstfoot.proof.network.queries import last_completed


def may_ask(actor: Person, other: Person, met_at: int | None) -> Verdict:
    """Whoever met somebody who is here (see where_met: at work, and no block stands between them)."""
    if not actor.is_active:
        return deny("suspended")
    return allow_if(other.is_active and met_at is not None, else_deny="never_worked_together")


def may_meet(tie: Tie) -> Verdict:
    """Nobody comes closer while one of the two and the host where they met are kept apart."""
    apart = any(is_kept_apart(person, tie.met_at_id) for person in (tie.first_id, tie.second_id))
    return allow_if(not apart, else_deny="not_possible_here")


def may_answer_tie(actor: Person, tie: Tie) -> Verdict:
    return allow_if(actor.pk == tie.asked_id, else_deny="not_asked")


def may_take_back_tie(actor: Person, tie: Tie) -> Verdict:
    return allow_if(actor.pk == tie.asker_id, else_deny="not_asker")


def may_part_tie(actor: Person, tie: Tie) -> Verdict:
    """Either of the two, at any time, without a reason."""
    return allow_if(actor.pk in (tie.first_id, tie.second_id), else_deny="not_yours")


def may_keep(actor: Person, kept: Kept) -> Verdict:
    return allow_if(actor.pk == kept.person_id, else_deny="not_yours")


def may_see_bench(actor: Person, organization: Organization) -> Verdict:
    """Whoever recruits for the host, also while it is suspended."""
    return allow_if(has_role(actor.pk, organization.pk, Role.RECRUITER), else_deny="not_recruiter")


def may_note_on_bench(actor: Person, organization: Organization) -> Verdict:
    return may_recruit(actor, organization)


def may_be_listed(actor: Person, organization_id: int) -> Verdict:
    """Whoever completed work there, and is not kept apart from it."""
    if is_kept_apart(actor, organization_id):
        return deny("not_possible_here")
    return allow_if(last_completed(actor, organization_id) is not None, else_deny="never_completed_here")
