"""Invariant 2: both sides signed the same content hash, and the stored text still hashes to it."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.foundation.accounts.keeping import Unreadable
from firstfoot.market.projects.brief import content_hash
from firstfoot.market.projects.models import BriefVersion
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault
from firstfoot.work.engagements.actions import what_is_sealed
from firstfoot.work.engagements.models import AgreementVersion, SealedAgreement
from firstfoot.work.engagements.states import Side

SIGNED = ("signed", "superseded")
ASK = "Bring the text back from a backup from before the change, and ask both sides for their copies."


def signature_faults() -> Iterator[Fault]:
    agreements = AgreementVersion.objects.prefetch_related("signatures").order_by("pk")
    for agreement in agreements.iterator(ROWS_AT_A_TIME):
        for code, hint in _wrong(agreement):
            yield Fault(2, agreement.thing, code, hint)
    yield from brief_faults()


def _wrong(agreement: AgreementVersion) -> Iterator[tuple[str, str]]:
    if agreement.sealed_at is not None:
        yield from _wrong_seal(agreement)
    elif content_hash(agreement.content) != agreement.content_hash:
        yield "agreement_text_changed", f"The text does not hash to what was signed. {ASK}"
    signatures = list(agreement.signatures.all())
    if any(s.content_hash != agreement.content_hash for s in signatures):
        yield "signature_of_another_text", f"A signature carries the hash of another text. {ASK}"
    if agreement.state in SIGNED and {s.side for s in signatures} != set(Side):
        yield "signature_missing", "It counts as signed without both signatures. Ask that side to sign again."


def _wrong_seal(agreement: AgreementVersion) -> Iterator[tuple[str, str]]:
    """The readable text lost its names; what was signed must lie in the seal, until its date."""
    sealed = SealedAgreement.objects.filter(agreement=agreement).select_related("agreement").first()
    if sealed is None:
        return
    try:
        whole = what_is_sealed(sealed)
    except Unreadable:
        yield "seal_does_not_open", "It was sealed with another secret key. Put the old one among SECRET_KEY_FALLBACKS."
        return
    if content_hash(whole["content"]) != agreement.content_hash:
        yield "sealed_text_changed", f"The sealed text does not hash to what was signed. {ASK}"


def brief_faults() -> Iterator[Fault]:
    """Agreements are made from published briefs, so those may not change either."""
    for version in BriefVersion.objects.select_related("project").order_by("pk").iterator(ROWS_AT_A_TIME):
        if content_hash(version.content) != version.content_hash:
            yield Fault(
                2, version.project.thing, "brief_text_changed",
                f"Version {version.number} of the brief is not what was published. Bring it back from a backup.",
            )  # fmt: skip
