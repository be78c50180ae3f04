"""Every write to credentials and keys; lock order: engagement, credential, list.

Another context issues a kind of its own with `issue`, replaces one with `supersede`, revokes one with `take_back`.
"""

from firstfoot.proof.credentials.actions.achieving import (
    ask_for_credential,
    reissue_credential,
    require_earned,
    revoke_credential,
    share_credential,
    shown_like,
    superseded,
    take_back,
)
from firstfoot.proof.credentials.actions.erasing import credential_things, erase_credentials
from firstfoot.proof.credentials.actions.issuing import Frame, issue, supersede
from firstfoot.proof.credentials.actions.keys import reseal_keys, rotate_key

__all__ = [
    "Frame",
    "ask_for_credential",
    "credential_things",
    "erase_credentials",
    "issue",
    "reissue_credential",
    "require_earned",
    "reseal_keys",
    "revoke_credential",
    "rotate_key",
    "share_credential",
    "shown_like",
    "supersede",
    "superseded",
    "take_back",
]
