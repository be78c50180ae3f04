"""Giving out a credential of any kind: a place in a list, the two signed forms, and what is kept of them."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.ids import public_id
from firstfoot.proof.credentials.actions.keys import signing_key
from firstfoot.proof.credentials.events import Credentials
from firstfoot.proof.credentials.models import Credential, SigningKey, StatusList
from firstfoot.proof.credentials.sealing import signer_of
from firstfoot.proof.credentials.states import CREDENTIAL, CredentialKind
from firstfoot.proof.credentials.vc.achievement import Party
from firstfoot.proof.credentials.vc.plain import to_json
from firstfoot.proof.credentials.vc.proofs import signed
from firstfoot.proof.credentials.vc.status import PLACES, Place
from firstfoot.proof.credentials.vc.tokens import token_of
from firstfoot.work.engagements.models import Engagement

FULL = PLACES * 3 // 4  # of a list; beyond, a free place is no longer found at random within a few draws


@dataclass(frozen=True, slots=True)
class Frame:
    """What a credential must hold whatever it says: its address, its moment, its issuer, its place in a list."""

    address: str
    at: datetime
    issuer: Party
    place: Place


type Wording = Callable[[Frame], dict[str, Any]]


def issue(
    *, kind: CredentialKind, engagement: Engagement, holder: Person, earner: str, word: Wording, actor: Person | None,
    is_part: bool = False, replaces: Credential | None = None,
) -> Credential:  # fmt: skip
    """Sign and keep what `word` makes of the frame: a body without a proof, for its own address and issuer.

    For the action of the context that words the kind: call it inside its transaction, once it has locked the
    engagement, asked its own policy, and superseded what this one `replaces`. The database refuses a second
    live one of the same kind for the same engagement and holder. `earner` is the name that stands in it.
    """
    key = signing_key()
    signer = signer_of(key)
    credential = Credential(
        kind=kind, engagement=engagement, holder=holder, earner=earner, is_part=is_part, replaces=replaces, key=key,
        issued_at=clock.now(),
    )  # fmt: skip
    credential.list = _list_for(key)
    credential.place = _free_place(credential.list)
    frame = Frame(
        address=address_of(credential.public_id), at=credential.issued_at,
        issuer=Party(key.did, settings.SITE_NAME, settings.SITE_URL), place=credential.where,
    )  # fmt: skip
    body = word(frame)
    document = to_json(signed(body, signer, frame.at))
    credential.document, credential.token = document.decode(), token_of(body, signer)
    codes = {"before": replaces.public_id} if replaces else {}
    record_new(
        Credentials.ISSUED, credential, actor, of=str(kind), engagement=engagement.public_id,
        digest=hashlib.sha256(document).hexdigest(), **codes,
    )  # fmt: skip
    return credential


def supersede(credential: Credential, actor: Person | None) -> None:
    """Another one takes its place. For the action that issues it; the caller has locked the credential."""
    credential.state = CREDENTIAL.target("supersede", credential.state)
    set_bit(credential)
    record(Credentials.SUPERSEDED, credential, actor, save=["state"])


def set_bit(credential: Credential) -> None:
    """Let the list be signed anew. The bit itself is read from the credential's state."""
    row = StatusList.objects.select_for_update().get(pk=credential.list_id)
    row.changes += 1
    row.changed_at = clock.now()
    row.save(update_fields=["changes", "changed_at"])


def address_of(credential_id: str) -> str:
    """The address of the page that checks it, which is also its name."""
    return f"{settings.SITE_URL}/verify/{credential_id}/"


def _list_for(key: SigningKey) -> StatusList:
    """A list of the issuer with room, locked; a new one where there is none."""
    found = StatusList.objects.select_for_update().filter(did=key.did, taken__lt=FULL).order_by("-pk").first()
    if found is None:
        address = f"{settings.SITE_URL}/credentials/lists/{public_id()}/"
        found = StatusList.objects.create(address=address, did=key.did, changed_at=clock.now())
    found.taken += 1
    found.save(update_fields=["taken"])
    return found


def _free_place(row: StatusList) -> int:
    while True:
        place = secrets.randbelow(PLACES)
        if not Credential.objects.filter(list=row, place=place).exists():
            return place
