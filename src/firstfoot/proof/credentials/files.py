"""A credential as files to keep: the document, the token, and the badge with the document in it."""

from __future__ import annotations

from firstfoot.proof.credentials.art import KEY, LETTER, hue_of, picture
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.states import CredentialKind
from firstfoot.proof.credentials.vc.baking import baked


def baked_picture(credential: Credential) -> bytes:
    """The badge in the color of the project's door, with the whole document in it."""
    sign = LETTER if credential.kind == CredentialKind.RECOMMENDATION else KEY
    art = picture(hue_of(credential.engagement.project.public_id), sign)
    return baked(art, credential.document.encode())


def files_in(credential: Credential) -> list[tuple[str, bytes]]:
    """Name and content of each; nothing once its holder was erased."""
    if not credential.document:
        return []
    what = "letter" if credential.kind == CredentialKind.RECOMMENDATION else "credential"
    name = f"{what}-{credential.public_id}"
    return [
        (f"{name}.json", credential.document.encode()),
        (f"{name}.jwt", credential.token.encode()),
        (f"{name}.png", baked_picture(credential)),
    ]
