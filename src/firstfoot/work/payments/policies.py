"""Who records which money fact."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny
from firstfoot.market.organizations.queries import role_in
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import standing_of
from firstfoot.work.payments.models import StipendEntry
from firstfoot.work.payments.states import REVERSIBLE, EntryKind


def may_record_pay(actor: Person, engagement: Engagement) -> Verdict:
    """The host's people who guide the work or recruit."""
    return standing_of(actor, engagement).pay()


def may_confirm_pay(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).intern()


def may_take_back(actor: Person, engagement: Engagement, entry: StipendEntry) -> Verdict:
    """Each side its own word: the intern what arrived, the host the rest."""
    if entry.kind not in REVERSIBLE:
        return deny("stays_recorded")
    if entry.kind == EntryKind.RECEIVED:
        return may_confirm_pay(actor, engagement)
    return may_record_pay(actor, engagement)


def may_answer_write_off(actor: Person, engagement: Engagement) -> Verdict:
    """The intern, or the third party: a steward who belongs to neither side."""
    if actor.pk == engagement.intern_id:
        return YES
    if not actor.is_steward:
        return deny("intern_only")
    return allow_if(role_in(actor.pk, engagement.organization_id) is None, else_deny="third_party_is_party")
