"""`firstfoot verify`: whether a credential is whole and counts, without a database and without Django.

The issuer's keys come from `--did`, from the credential itself (did:key), or over https from the issuer's
own domain; the list of revocations from `--list`, or over https from the address the credential names.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import sys
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.proof.credentials.vc.checking import MOST_BYTES, Genuine, check, is_revoked
from firstfoot.proof.credentials.vc.dids import KeyOf, Keys, document_address, keys_in, resolver
from firstfoot.proof.credentials.vc.faults import NotGenuine

VALID, NOT_GENUINE, REVOKED, UNKNOWN_STATUS = 0, 3, 4, 5  # 1 and 2: it could not run, or was called wrongly
_SECONDS = 10
_FAULTS = {
    "unreadable": "This is no credential: neither its JSON, nor its token (JWT), nor a picture that holds one.",
    "no_proof": "Nobody signed this.",
    "unknown_proof": "It is signed in a way that is not read here (eddsa-rdfc-2022 or a JWT with EdDSA is).",
    "unknown_key": "It was signed by nobody known here, or not by the issuer it names.",
    "changed": "It was changed: what is there is not what was signed.",
}


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Say what the file is; the exit code says it again."""
    raw = _read(arguments.file)
    asks = not arguments.offline
    try:
        known = [_keys_from(arguments.did)] if arguments.did else _keys_of_issuer(raw, asks)
        key_of = resolver(known)
        genuine = check(raw, key_of)
        code = _status(genuine, key_of, arguments.list, asks)
    except NotGenuine as found:
        print(f"NOT GENUINE. {_FAULTS[found.fault]}")
        return NOT_GENUINE
    _tell(genuine, code)
    return code


def _status(genuine: Genuine, key_of: KeyOf, given: Path | None, asks: bool) -> int:
    if genuine.place is None:
        return VALID
    raw = _read(given) if given else _fetched(genuine.place.address) if asks else b""
    if not raw:
        return UNKNOWN_STATUS
    try:
        return REVOKED if is_revoked(genuine, raw, key_of, datetime.now(UTC)) else VALID
    except NotGenuine:
        print("The list of revocations is not the one that it names, or is too old to say anything.", file=sys.stderr)
        return UNKNOWN_STATUS


def _tell(genuine: Genuine, code: int) -> None:
    print({
        VALID: "VALID. It is whole, and was not revoked.",
        REVOKED: "REVOKED. It is whole, and its issuer took it back.",
        UNKNOWN_STATUS: "WHOLE, but whether it was revoked is not known: give the list with --list.",
    }[code])  # fmt: skip
    subject = genuine.body.get("credentialSubject")
    names = subject.get("identifier", []) if isinstance(subject, dict) else []
    for name in names if isinstance(names, list) else []:
        print(f"  of      {name.get('identityHash', '')}")
    print(f"  says    {genuine.body.get('name', '')}")
    print(f"  from    {genuine.body.get('validFrom', '')}")
    print(f"  issuer  {genuine.did}")
    print(f"  address {genuine.body.get('id', '')}")


def _keys_from(path: Path) -> Keys:
    try:
        return keys_in(json.loads(_read(path)))
    except ValueError:
        raise CannotRun(f"{path} is no document of an issuer (did.json).") from None


def _keys_of_issuer(raw: bytes, asks: bool) -> list[Keys]:
    """The keys of the did:web that the file names, from its own domain; a did:key needs none."""
    named: list[str] = []

    def note(method: str) -> Any:
        named.append(method.partition("#")[0])

    with contextlib.suppress(NotGenuine):  # it cannot be genuine yet: no key is known
        check(raw, note)
    address = document_address(named[0]) if named else ""
    if not address:
        return []
    found = _fetched(address) if asks else b""
    try:
        keys = keys_in(json.loads(found)) if found else None
    except ValueError:
        keys = None
    if keys is None or keys.did != named[0]:
        raise CannotRun(f"the keys of {named[0]} are not known here. Give its document with --did ({address}).")
    return [keys]


def _fetched(address: str) -> bytes:
    """What is there, over https alone; nothing when it cannot be had."""
    if not address.startswith("https://"):
        return b""
    try:
        with urllib.request.urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310  # https, looked at above
            return bytes(answer.read(MOST_BYTES)) if answer.url.startswith("https://") else b""
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError):
        return b""


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as content:
            return content.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotRun(f"{path} cannot be read ({error.strerror}).") from None
