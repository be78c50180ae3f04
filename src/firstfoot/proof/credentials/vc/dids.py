"""Who signs, as an address that leads to public keys: did:web from the site's domain, did:key where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from firstfoot.proof.credentials.vc.multikey import DID_KEY, public_key

DID_WEB = "did:web:"
WELL_KNOWN = "/.well-known/did.json"
_CONTEXTS = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]

type KeyOf = Callable[[str], Ed25519PublicKey | None]


@dataclass(frozen=True, slots=True)
class Keys:
    """What is known of one issuer: its public keys by their method (did#key)."""

    did: str
    by_method: Mapping[str, str]  # method -> Multikey


def did_of(site: str, key: str) -> str:
    """The issuer's name: did:web for a site on https with a domain of its own, did:key otherwise.

    >>> did_of("https://first.example:8443", "z6Mk"), did_of("http://localhost:8000", "z6Mk")
    ('did:web:first.example%3A8443', 'did:key:z6Mk')
    """
    parts = urlsplit(site)
    host = parts.hostname or ""
    if parts.scheme == "https" and "." in host and not host.replace(".", "").isdigit() and not parts.path.strip("/"):
        return DID_WEB + quote(parts.netloc.rpartition("@")[2].lower(), safe="")
    return DID_KEY + key


def method_of(did: str, key: str) -> str:
    return f"{did}#{key}"


def document_address(did: str) -> str:
    """Where the document of a did:web is found; "" for other kinds.

    >>> document_address("did:web:first.example%3A8443")
    'https://first.example:8443/.well-known/did.json'
    """
    host, *path = did.removeprefix(DID_WEB).split(":")
    if not did.startswith(DID_WEB) or not host:
        return ""
    folder = "/".join(path)
    return f"https://{unquote(host)}/{folder}/did.json" if folder else f"https://{unquote(host)}{WELL_KNOWN}"


def did_document(did: str, keys: Iterable[str]) -> dict[str, Any]:
    """The document of an issuer with all keys that it ever signed with, the newest first.

    An old key stays, or what it signed could no longer be checked; that it signs nothing new is the
    issuer's own business.
    """
    methods = [
        {"id": method_of(did, key), "type": "Multikey", "controller": did, "publicKeyMultibase": key} for key in keys
    ]
    return {
        "@context": _CONTEXTS, "id": did, "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }  # fmt: skip


def keys_in(document: Any) -> Keys:
    """The keys of a DID document that may sign statements. Raises ValueError when it is none."""
    try:
        did = document["id"]
        may_sign = {entry if isinstance(entry, str) else entry["id"] for entry in document["assertionMethod"]}
        methods = [*document.get("verificationMethod", []), *document["assertionMethod"]]
        found = {
            method["id"]: method["publicKeyMultibase"]
            for method in methods
            if isinstance(method, dict) and method["id"] in may_sign and method["controller"] == did
        }
    except (KeyError, TypeError, AttributeError):
        raise ValueError("This is no DID document.") from None
    if not isinstance(did, str) or not all(isinstance(key, str) for key in found.values()):
        raise ValueError("This is no DID document.")
    return Keys(did, found)


def resolver(known: Iterable[Keys]) -> KeyOf:
    """Looks methods up among known issuers; a did:key says its key itself."""
    by_method = {
        method: key for keys in known for method, key in keys.by_method.items() if method.startswith(f"{keys.did}#")
    }

    def key_of(method: str) -> Ed25519PublicKey | None:
        did, _hash, fragment = method.partition("#")
        text = by_method.get(method) or (fragment if did == DID_KEY + fragment else "")
        try:
            return public_key(text) if text else None
        except ValueError:
            return None

    return key_of
