"""Who asks for a credential, shows it, takes it back; who changes the keys."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.states import RevokeReason
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_decide_between, standing_of


def may_ask_for_credential(actor: Person, engagement: Engagement) -> Verdict:
    """The intern, and nobody for them: what is not wanted is not made."""
    return standing_of(actor, engagement).intern()


def may_show_credential(actor: Person, credential: Credential) -> Verdict:
    """Whoever holds it."""
    return allow_if(actor.pk == credential.holder_id, else_deny="not_holder")


def may_revoke_credential(actor: Person, credential: Credential, reason: RevokeReason) -> Verdict:
    """Whoever holds it, for no other reason than that they want it; else the third party.

    Never the host alone: what they could take back, they could threaten with.
    """
    if reason == RevokeReason.HOLDER:
        return may_show_credential(actor, credential)
    return may_decide_between(actor, credential.engagement)


def may_rotate_keys(actor: Person | None) -> Verdict:
    """A steward, or the command line."""
    return YES if actor is None else allow_if(actor.is_steward, else_deny="not_steward")
