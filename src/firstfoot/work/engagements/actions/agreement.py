"""The agreement: both sides sign the same content, or one proposes another version."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.amending import amend, amending_content, require_fit
from firstfoot.work.engagements.actions.drafting import (
    follow_terms,
    propose_version,
    rewrite_results,
    signing_clocks,
)
from firstfoot.work.engagements.actions.locking import locked_part
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AgreementVersion, Engagement, Signature
from firstfoot.work.engagements.policies import may_counter, may_sign
from firstfoot.work.engagements.queries import floor_of, terms_now
from firstfoot.work.engagements.states import AGREEMENT, ENGAGEMENT, AgreementState
from firstfoot.work.engagements.terms import amended, compose, fault_of


@transaction.atomic
def sign_agreement(*, agreement_id: int, content_hash: str, typed_name: str, actor: Person) -> AgreementVersion:
    """Sign for the actor's side the content with this hash; the second signature seals it.

    The second signature under an amendment puts it in the place of the version that stood.

    Raises NotPermitted unless the actor is the intern, or an owner or recruiter of the host;
    Conflict("other_version") when another text is proposed by now, Conflict("already_signed")
    when the side signed before, Conflict("name_missing") without a typed name; for an amendment
    also what `propose_amendment` raises, when the work moved on since it was proposed.
    """
    agreement, engagement = locked_part(AgreementVersion, agreement_id)
    require(may_sign(actor, agreement))
    if agreement.content_hash != content_hash or agreement.state != AgreementState.PROPOSED:
        raise Conflict("other_version")
    name = " ".join(typed_name.split())[:120]
    if not name:
        raise Conflict("name_missing")
    side = engagement.side_of(actor.pk)
    signed = set(agreement.signatures.values_list("side", flat=True))
    if side in signed:
        raise Conflict("already_signed")
    Signature.objects.create(
        agreement=agreement, side=side, signer=actor, typed_name=name, content_hash=content_hash,
        consent_version=settings.SIGNING_CONSENT_VERSION, signed_at=clock.now(),
    )  # fmt: skip
    if side.other not in signed:
        record(Engagements.AGREEMENT_SIGNED_BY_ONE, agreement, actor, side=side, content=content_hash)
        return agreement
    if agreement.amends is None:
        _seal(agreement, engagement, actor)
    else:
        amend(agreement, engagement, actor)
    return agreement


def _seal(agreement: AgreementVersion, engagement: Engagement, actor: Person) -> None:
    agreement.state = AGREEMENT.target("sign", agreement.state)
    agreement.signed_at = engagement.signed_at = clock.now()
    engagement.state = ENGAGEMENT.target("sign", engagement.state)
    record(Engagements.SIGNED, engagement, actor, save=["state", "signed_at"], number=agreement.number)
    side = engagement.side_of(actor.pk)
    record(
        Engagements.AGREEMENT_SIGNED, agreement, actor, save=["state", "signed_at"], side=side,
        content=agreement.content_hash,
    )  # fmt: skip


@transaction.atomic
def counter_agreement(
    *, agreement_id: int, seen: int | None, changes: dict[str, Any], note: str, actor: Person
) -> AgreementVersion:
    """Propose other terms as the next version; earlier signatures do not count for it.

    `changes` as in terms.amended. Raises NotPermitted unless the actor may sign, Conflict
    ("changed") when the version moved since `seen`, ("nothing_changed"), or the code of what
    cannot stand; IllegalTransition unless it is still only proposed.
    """
    agreement, engagement = locked_part(AgreementVersion, agreement_id, seen=seen)
    require(may_counter(actor, agreement))
    AGREEMENT.target("counter", agreement.state)
    terms = amended(agreement.terms, changes)
    if terms == agreement.terms:
        raise Conflict("nothing_changed")
    if agreement.amends is None:
        if fault := fault_of(terms, floor_minor=floor_of(engagement)):
            raise Conflict(fault)
        content = recomposed(agreement, terms)
        follow_terms(engagement, terms)
    else:
        now = terms_now(engagement)
        require_fit(engagement, now, terms)
        content = amending_content(engagement, now, terms)
    agreement.state = AGREEMENT.target("counter", agreement.state)
    side = engagement.side_of(actor.pk)
    record(Engagements.AGREEMENT_COUNTERED, agreement, actor, save=["state"], side=side)
    if agreement.amends is None:
        rewrite_results(engagement, terms["deliverables"], actor)
    return propose_version(
        engagement, content, number=agreement.number + 1, side=side, proposer=actor, actor=actor, note=note
    )


def recomposed(agreement: AgreementVersion, terms: dict[str, Any]) -> dict[str, Any]:
    """The text for changed terms; what changed since the application is still said."""
    content = compose(terms)
    content["brief_changes"] = agreement.content["brief_changes"]
    content["sections"] += [s for s in agreement.content["sections"] if s["code"] == "since_applied"]
    return content


@transaction.atomic
def extend_signing(*, agreement_id: int, actor: Person) -> AgreementVersion:
    """Give both sides another full span to sign.

    Raises NotPermitted unless the actor may sign, Conflict("other_version") when it is no
    longer what is proposed.
    """
    agreement, engagement = locked_part(AgreementVersion, agreement_id)
    require(may_sign(actor, agreement))
    if agreement.state != AgreementState.PROPOSED:
        raise Conflict("other_version")
    agreement.sign_by_host_at, agreement.sign_by_intern_at = signing_clocks(engagement)
    record(Engagements.AGREEMENT_EXTENDED, agreement, actor, save=["sign_by_host_at", "sign_by_intern_at"])
    return agreement
