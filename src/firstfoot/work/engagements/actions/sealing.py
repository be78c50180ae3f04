"""Sealing the agreements of an erased person: whole and unreadable until their date, opened with a reason."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.keeping import hidden, shown
from firstfoot.foundation.accounts.leaving import texts_in
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AgreementVersion, SealedAgreement, SealOpening, Signature
from firstfoot.work.engagements.policies import may_open_seal
from firstfoot.work.engagements.states import LIVE, AgreementState
from firstfoot.work.engagements.terms import compose

SEALED = "(sealed)"
_PLAIN = re.compile(r"\d{4}-\d{2}-\d{2}|[A-Z]{3}|[a-z_]{1,24}")  # days, currencies and codes say nothing of anybody
KEPT_WHOLE = (AgreementState.SIGNED, AgreementState.SUPERSEDED)


def to_seal() -> QuerySet[AgreementVersion]:
    """Versions with an erased person in them that are still readable, once the work is over."""
    erased = Person.objects.filter(state=PersonState.ERASED).values("pk")
    of_erased = Q(engagement__intern__in=erased) | Q(signatures__signer__in=erased)
    readable = AgreementVersion.objects.filter(of_erased, sealed_at=None)
    return readable.exclude(engagement__state__in=LIVE).order_by("pk").distinct()


@transaction.atomic
def seal_agreement(*, agreement_id: int) -> list[str]:
    """Keep a signed version encrypted and take names and words out of the readable one; the texts that went.

    A version that was never signed is not kept.
    """
    agreement = locked(AgreementVersion, agreement_id)
    if agreement.sealed_at is not None:
        return []
    engagement, now = agreement.engagement, clock.now()
    if agreement.state in KEPT_WHOLE:
        last = engagement.end_on
        SealedAgreement.objects.create(
            agreement=agreement, box=hidden(json.dumps(_whole(agreement)), agreement.thing), sealed_at=now,
            delete_on=last.replace(year=last.year + settings.AGREEMENTS_KEPT_YEARS, day=min(last.day, 28)),
        )  # fmt: skip
    first = engagement.agreement_versions.order_by("number").first()
    terms = agreement.terms
    known = set(_words(first.content["terms"])) if first and first.sealed_at is None else set()
    agreement.content = readable_rest(agreement.content, known)
    agreement.sealed_at = now
    erased = agreement.signatures.filter(signer__state=PersonState.ERASED)
    texts = [*_words(terms), *erased.values_list("typed_name", flat=True), agreement.note]
    Signature.objects.filter(agreement=agreement).update(typed_name=SEALED)
    agreement.note = ""
    record(Engagements.AGREEMENT_SEALED, agreement, None, save=["content", "sealed_at", "note"])
    return [text for text in texts if text and text not in known and not _PLAIN.fullmatch(text)]


def readable_rest(content: dict[str, Any], known: set[str]) -> dict[str, Any]:
    """Figures, days and the host's own words of the brief; names and everything else said are taken out."""
    terms = _without_words(content["terms"], known)
    terms["parties"] = {
        key: value if key == "host" or not value else SEALED for key, value in content["terms"]["parties"].items()
    }
    rest = compose(terms)
    rest["brief_changes"] = []
    return rest


def _without_words(value: Any, known: set[str]) -> Any:
    if isinstance(value, dict):
        return {name: _without_words(inner, known) for name, inner in value.items()}
    if isinstance(value, list):
        return [_without_words(inner, known) for inner in value]
    if isinstance(value, str) and value and value not in known and not _PLAIN.fullmatch(value):
        return SEALED
    return value


def _words(terms: dict[str, Any]) -> list[str]:
    """The texts of the first version, which come from the brief, but for the names in it."""
    return list(texts_in({key: value for key, value in terms.items() if key != "parties"}))


def _whole(agreement: AgreementVersion) -> dict[str, Any]:
    signatures = [
        {
            "side": each.side, "typed_name": each.typed_name, "content_hash": each.content_hash,
            "consent_version": each.consent_version, "signed_at": each.signed_at.isoformat(),
        }
        for each in agreement.signatures.order_by("pk")
    ]  # fmt: skip
    return {"content": agreement.content, "note": agreement.note, "signatures": signatures}


def sealed_agreements() -> QuerySet[SealedAgreement]:
    """All that are kept, the newest first: for stewards, who read neither names nor texts here."""
    return SealedAgreement.objects.select_related("agreement__engagement__organization").order_by("-pk")


def what_is_sealed(sealed: SealedAgreement) -> dict[str, Any]:
    """The version as it was signed. Raises Unreadable under another secret key."""
    whole: dict[str, Any] = json.loads(shown(sealed.box, sealed.agreement.thing))
    return whole


@transaction.atomic
def open_seal(*, sealed_id: int, reason: str, actor: Person) -> dict[str, Any]:
    """The sealed version, for a steward who says why; that and why stays on record as long as the seal."""
    sealed = SealedAgreement.objects.select_related("agreement__engagement__organization").get(pk=sealed_id)
    agreement = locked(AgreementVersion, sealed.agreement_id)
    require(may_open_seal(actor, sealed.agreement.engagement))
    if not reason.strip():
        raise Conflict("reason_needed")
    whole = what_is_sealed(sealed)
    SealOpening.objects.create(sealed=sealed, steward=actor, reason=reason.strip(), opened_at=clock.now())
    record(Engagements.AGREEMENT_OPENED, agreement, actor)
    return whole


@transaction.atomic
def delete_seals(*, today: date) -> int:
    """Delete the sealed versions whose date has come; how many."""
    over = list(SealedAgreement.objects.select_related("agreement").filter(delete_on__lte=today))
    for sealed in over:
        agreement = locked(AgreementVersion, sealed.agreement_id)
        sealed.delete()
        record(Engagements.AGREEMENT_UNSEALED_FOR_GOOD, agreement, None)
    return len(over)
