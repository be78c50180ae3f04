"""Checking a file: a document with its proof, a token, or a picture that holds either.

What is checked is that an issuer's key signed exactly this, and what a list says about it; whether the
issuer is to be believed is for whoever reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from firstfoot.proof.credentials.vc.baking import SIGNATURE, said_in
from firstfoot.proof.credentials.vc.dids import KeyOf
from firstfoot.proof.credentials.vc.faults import Fault, NotGenuine
from firstfoot.proof.credentials.vc.plain import from_json
from firstfoot.proof.credentials.vc.proofs import check_proof
from firstfoot.proof.credentials.vc.status import Place, is_set, place_in
from firstfoot.proof.credentials.vc.tokens import FORM, check_token

MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Genuine:
    """What an issuer signed: the body without its proof, and who signed it by which key."""

    body: dict[str, Any]
    did: str
    method: str
    place: Place | None  # of its bit in a list; None when the credential names none


def check(raw: bytes, key_of: KeyOf) -> Genuine:
    """What the file says, if it is genuine. Raises NotGenuine with the code of what is wrong.

    Says nothing about revocation: see `is_revoked`.
    """
    if len(raw) > MOST_BYTES:
        raise NotGenuine(Fault.UNREADABLE)
    said = (said_in(raw) if raw.startswith(SIGNATURE) else raw).strip()
    body, method = _opened(said, key_of)
    did = method.partition("#")[0]
    if issuer_of(body) != did:
        raise NotGenuine(Fault.UNKNOWN_KEY)
    return Genuine(body, did, method, place_in(body))


def is_revoked(genuine: Genuine, status_list: bytes, key_of: KeyOf, now: datetime) -> bool:
    """Whether a list says so. Raises NotGenuine when it is not the list that the credential names, whole, and in time.

    The list must be signed by the same issuer: nobody else may revoke, or take a revocation back.
    """
    said = check(status_list, key_of)
    subject = said.body.get("credentialSubject")
    place = genuine.place
    is_its_list = place is not None and (said.did, said.body.get("id")) == (genuine.did, place.address)
    if place is None or not is_its_list or not isinstance(subject, dict):
        raise NotGenuine(Fault.UNKNOWN_KEY)
    try:
        if now > datetime.fromisoformat(said.body["validUntil"]):
            raise NotGenuine(Fault.CHANGED)
        return is_set(subject["encodedList"], place.index)
    except (KeyError, ValueError, TypeError, AttributeError):
        raise NotGenuine(Fault.UNREADABLE) from None


def issuer_of(body: dict[str, Any]) -> Any:
    """The issuer's name: it stands there alone, or as the id of what is said of them."""
    issuer = body.get("issuer")
    return issuer.get("id") if isinstance(issuer, dict) else issuer


def _opened(said: bytes, key_of: KeyOf) -> tuple[dict[str, Any], str]:
    if said.startswith(b"{"):
        try:
            document = from_json(said)
        except ValueError:
            raise NotGenuine(Fault.UNREADABLE) from None
        method = check_proof(document, key_of)
        return {name: value for name, value in document.items() if name != "proof"}, method
    try:
        token = said.decode("ascii")
    except UnicodeDecodeError:
        raise NotGenuine(Fault.UNREADABLE) from None
    if not FORM.fullmatch(token):
        raise NotGenuine(Fault.UNREADABLE)
    return check_token(token, key_of)
