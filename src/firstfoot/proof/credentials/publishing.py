"""What the site shows to the world of its credentials: the issuer's document, and each list, signed.

Both are made when they are asked for and kept for a moment; nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.cache import caches

from firstfoot.kernel import clock
from firstfoot.proof.credentials.models import Credential, SigningKey, StatusList
from firstfoot.proof.credentials.sealing import CannotOpen, signer_of
from firstfoot.proof.credentials.states import NO_LONGER, KeyState
from firstfoot.proof.credentials.vc.dids import DID_WEB, KeyOf, Keys, did_document, method_of, resolver
from firstfoot.proof.credentials.vc.plain import to_json
from firstfoot.proof.credentials.vc.proofs import Signer, signed
from firstfoot.proof.credentials.vc.status import list_body
from firstfoot.proof.credentials.vc.tokens import token_of

LIST_HOLDS = timedelta(days=7)  # after that, a copy of it says nothing any more
_DAY = 24 * 60 * 60


def issuer_document() -> dict[str, Any] | None:
    """The document of the site's did:web with all its keys; None without one: a did:key says its key itself."""
    keys = list(_newest_first(SigningKey.objects.filter(site=settings.SITE_URL)))
    did = next((key.did for key in keys if key.did.startswith(DID_WEB)), "")
    return did_document(did, [key.multikey for key in keys if key.did == did]) if did else None


def our_keys() -> list[Keys]:
    """Every key this installation ever signed with, by issuer, also from addresses of before."""
    by_did: dict[str, dict[str, str]] = {}
    for key in SigningKey.objects.order_by("pk"):
        by_did.setdefault(key.did, {})[method_of(key.did, key.multikey)] = key.multikey
    return [Keys(did, methods) for did, methods in by_did.items()]


def our_key_of() -> KeyOf:
    return resolver(our_keys())


def status_list(address: str) -> dict[str, str] | None:
    """A list as it stands: its document (JSON) and its token. None when there is none, or no key to sign it with.

    Signed anew when a bit was set, and each day.
    """
    row = StatusList.objects.filter(address=address).first()
    signer = _signer_for(row.did) if row else None
    if row is None or signer is None:
        return None
    key = f"status:{row.pk}:{row.changes}:{signer.method[-12:]}:{clock.today().isoformat()}"
    made: Any = caches["cards"].get_or_set(key, lambda: _sign(row, signer), _DAY)
    return made  # type: ignore[no-any-return]


def _sign(row: StatusList, signer: Signer) -> dict[str, str]:
    now = clock.now()
    gone = Credential.objects.filter(list=row, state__in=NO_LONGER).order_by().values_list("place", flat=True)
    body = list_body(row.address, row.did, gone, now, now + LIST_HOLDS)
    return {"document": to_json(signed(body, signer, now)).decode(), "token": token_of(body, signer)}


def _signer_for(did: str) -> Signer | None:
    """The newest key of the issuer that can be opened: a list of a did:key is signed by that very key, also retired."""
    for key in _newest_first(SigningKey.objects.filter(did=did)):
        try:
            return signer_of(key)
        except CannotOpen:
            continue
    return None


def _newest_first(keys: Any) -> Iterable[SigningKey]:
    return sorted(keys, key=lambda key: (key.state == KeyState.ACTIVE, key.pk), reverse=True)
