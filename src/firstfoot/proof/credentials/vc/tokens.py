"""The same body as a VC-JWT: one line of text that a browser can check by itself (JOSE, EdDSA)."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import datetime
from typing import Any

from firstfoot.proof.credentials.vc.dids import KeyOf
from firstfoot.proof.credentials.vc.faults import Fault, NotGenuine
from firstfoot.proof.credentials.vc.plain import from_json, to_json
from firstfoot.proof.credentials.vc.proofs import Signer, check_signature

FORM = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_HEADER = {"alg": "EdDSA", "typ": "vc+jwt"}


def token_of(body: dict[str, Any], signer: Signer) -> str:
    """The body as a token: the credential itself is the payload, with the names by which JWT readers know it."""
    claims = {"iss": signer.did, "jti": body["id"], "nbf": int(datetime.fromisoformat(body["validFrom"]).timestamp())}
    said = f"{_part(to_json({**_HEADER, 'kid': signer.method}))}.{_part(to_json({**body, **claims}))}"
    return f"{said}.{_part(signer.key.sign(said.encode()))}"


def check_token(token: str, key_of: KeyOf) -> tuple[dict[str, Any], str]:
    """The body that was signed, and the method. Raises NotGenuine with the code of what is wrong."""
    said, _dot, signature = token.rpartition(".")
    header_part, _dot, payload_part = said.partition(".")
    try:
        header = from_json(_bytes(header_part))
        raw = _bytes(signature)
        body = from_json(_bytes(payload_part))
    except (ValueError, binascii.Error):
        raise NotGenuine(Fault.CHANGED) from None
    kid = header.get("kid")
    if not isinstance(kid, str) or header != {**_HEADER, "kid": kid}:
        raise NotGenuine(Fault.UNKNOWN_PROOF)
    key = key_of(kid)
    if key is None:
        raise NotGenuine(Fault.UNKNOWN_KEY)
    check_signature(key, raw, said.encode())
    issuer, number = body.pop("iss", None), body.pop("jti", None)
    body.pop("nbf", None)
    if issuer != kid.partition("#")[0] or number != body.get("id"):
        raise NotGenuine(Fault.CHANGED)
    return body, kid


def _part(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _bytes(part: str) -> bytes:
    """The bytes of a part. Its last sign has bits that mean nothing: only the one way to write it is taken."""
    raw = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    if _part(raw) != part:
        raise ValueError("Not as it was written.")
    return raw
