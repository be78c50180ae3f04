"""The proof inside a document: Data Integrity with `eddsa-rdfc-2022` (W3C, 2025), made and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from firstfoot.proof.credentials.vc.canonical import Meaningless, digest
from firstfoot.proof.credentials.vc.dids import KeyOf
from firstfoot.proof.credentials.vc.faults import Fault, NotGenuine
from firstfoot.proof.credentials.vc.multikey import base58, from_base58

CRYPTOSUITE = "eddsa-rdfc-2022"
_FIXED = {"type": "DataIntegrityProof", "cryptosuite": CRYPTOSUITE, "proofPurpose": "assertionMethod"}
_NAMES = {*_FIXED, "created", "verificationMethod", "proofValue"}
_VALUE = re.compile(r"z[1-9A-HJ-NP-Za-km-z]{80,90}")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, by which of their keys. The key itself is never shown."""

    did: str
    method: str
    key: Ed25519PrivateKey = field(repr=False)


def instant(at: datetime) -> str:
    """An instant as it stands in documents: UTC, in whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def signed(body: dict[str, Any], signer: Signer, at: datetime) -> dict[str, Any]:
    """The body with its proof. Raises Meaningless when a word in it has no meaning by its contexts."""
    proof = {**_FIXED, "created": instant(at), "verificationMethod": signer.method}
    value = "z" + base58(signer.key.sign(_what_is_signed(body, proof)))
    return {**body, "proof": {**proof, "proofValue": value}}


def check_proof(document: dict[str, Any], key_of: KeyOf) -> str:
    """The method that signed the document. Raises NotGenuine with the code of what is wrong."""
    body = {name: value for name, value in document.items() if name != "proof"}
    proof = document.get("proof")
    if not isinstance(proof, dict):
        raise NotGenuine(Fault.NO_PROOF)
    value, method = proof.get("proofValue"), proof.get("verificationMethod")
    if any(proof.get(name) != said for name, said in _FIXED.items()) or proof.keys() != _NAMES:
        raise NotGenuine(Fault.UNKNOWN_PROOF)
    if not isinstance(method, str) or not isinstance(value, str) or not _VALUE.fullmatch(value):
        raise NotGenuine(Fault.UNKNOWN_PROOF)
    key = key_of(method)
    if key is None:
        raise NotGenuine(Fault.UNKNOWN_KEY)
    proof = {name: said for name, said in proof.items() if name != "proofValue"}
    try:
        check_signature(key, from_base58(value[1:]), _what_is_signed(body, proof))
    except Meaningless:
        raise NotGenuine(Fault.CHANGED) from None
    return method


def check_signature(key: Ed25519PublicKey, signature: bytes, said: bytes) -> None:
    """Raises NotGenuine(CHANGED) unless the key signed exactly this."""
    try:
        key.verify(signature, said)
    except InvalidSignature:
        raise NotGenuine(Fault.CHANGED) from None


def _what_is_signed(body: dict[str, Any], proof: dict[str, Any]) -> bytes:
    return digest({"@context": body.get("@context"), **proof}) + digest(body)
