"""The credential of an engagement: asked for by the intern, made anew, shown, taken back."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.proof.credentials.actions.issuing import issue, set_bit, supersede
from firstfoot.proof.credentials.actions.wording import credential_body
from firstfoot.proof.credentials.events import Credentials
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.policies import (
    may_ask_for_credential,
    may_revoke_credential,
    may_show_credential,
)
from firstfoot.proof.credentials.queries import is_earned, standing_credential
from firstfoot.proof.credentials.states import CREDENTIAL, CredentialKind, RevokeReason
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState


@transaction.atomic
def ask_for_credential(*, engagement_id: int, actor: Person) -> Credential:
    """Issue the credential of an engagement to its intern.

    Raises NotPermitted unless the actor is the intern, Conflict: "not_now" unless it is completed, or ended early
    with accepted work; "held" in a dispute; "already_issued" while there is one that counts.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_ask_for_credential(actor, engagement))
    require_earned(engagement)
    if standing_credential(engagement, CredentialKind.ACHIEVEMENT) is not None:
        raise Conflict("already_issued")
    return _issue(engagement, actor)


@transaction.atomic
def reissue_credential(*, engagement_id: int, actor: Person) -> Credential:
    """Issue it anew, with the name and the facts of today; the one before no longer counts.

    Raises what `ask_for_credential` does, and Conflict("not_issued") where there is none to replace.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_ask_for_credential(actor, engagement))
    require_earned(engagement)
    before = superseded(engagement, CredentialKind.ACHIEVEMENT, actor)
    return shown_like(before, _issue(engagement, actor, before), actor)


def superseded(engagement: Engagement, kind: CredentialKind, actor: Person) -> Credential:
    """The one that counted till now. For the action that issues another; raises Conflict("not_issued") without one."""
    before = standing_credential(engagement, kind)
    if before is None:
        raise Conflict("not_issued")
    before = locked(Credential, before.pk)
    supersede(before, actor)
    return before


def shown_like(before: Credential, made: Credential, actor: Person) -> Credential:
    """The one that took its place, whose page is open where that of the one before was."""
    if before.shared_at is None:
        return made
    return share_credential(credential_id=made.pk, shared=True, actor=actor)


@transaction.atomic
def revoke_credential(*, credential_id: int, reason: str, actor: Person) -> Credential:
    """Say that it no longer counts, and why; its bit is set in the list in the same moment.

    Raises NotPermitted unless the actor is the third party, or holds it and gives that as the reason;
    IllegalTransition when it was revoked or replaced.
    """
    engagement_id = Credential.objects.values_list("engagement_id", flat=True).get(pk=credential_id)
    engagement = locked(Engagement, engagement_id)
    credential = locked(Credential, credential_id)
    credential.engagement = engagement
    require(may_revoke_credential(actor, credential, RevokeReason(reason)))
    return take_back(credential, RevokeReason(reason), actor)


def take_back(credential: Credential, reason: RevokeReason, actor: Person) -> Credential:
    """Revoke one of any kind. For the action of the context that issued it: it has locked it and asked its policy."""
    credential.state = CREDENTIAL.target("revoke", credential.state)
    credential.revoked_at, credential.revoked_by, credential.revoked_for = clock.now(), actor, reason
    set_bit(credential)
    saved = ["state", "revoked_at", "revoked_by", "revoked_for"]
    record(Credentials.REVOKED, credential, actor, save=saved, reason=str(reason))
    return credential


@transaction.atomic
def share_credential(*, credential_id: int, shared: bool, actor: Person) -> Credential:
    """Let its page show to anyone what it says, or no longer.

    Raises NotPermitted unless the actor holds it. A second click changes nothing.
    """
    credential = locked(Credential, credential_id)
    require(may_show_credential(actor, credential))
    if shared == (credential.shared_at is not None):
        return credential
    credential.shared_at = clock.now() if shared else None
    record(Credentials.SHARED if shared else Credentials.KEPT_PRIVATE, credential, actor, save=["shared_at"])
    return credential


def require_earned(engagement: Engagement) -> None:
    """Raises Conflict: "not_now" unless there is something to certify, "held" in a dispute."""
    if not is_earned(engagement):
        raise Conflict("not_now", state=str(engagement.state))
    if engagement.is_held:
        raise Conflict("held")


def _issue(engagement: Engagement, actor: Person, replaces: Credential | None = None) -> Credential:
    earner = engagement.intern.formal_name
    return issue(
        kind=CredentialKind.ACHIEVEMENT, engagement=engagement, holder=engagement.intern, earner=earner, actor=actor,
        word=lambda frame: credential_body(engagement, frame, earner),
        is_part=engagement.state != EngagementState.COMPLETED, replaces=replaces,
    )  # fmt: skip
