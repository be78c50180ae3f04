"""Keys: made at first need, changed by a steward or a command, never taken out of the issuer's document."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.verdict import require
from firstfoot.proof.credentials.events import Credentials
from firstfoot.proof.credentials.models import SigningKey
from firstfoot.proof.credentials.policies import may_rotate_keys
from firstfoot.proof.credentials.sealing import CannotOpen, opens, seal, unseal
from firstfoot.proof.credentials.states import SIGNING_KEY, KeyState
from firstfoot.proof.credentials.vc.dids import did_of
from firstfoot.proof.credentials.vc.multikey import multikey


@transaction.atomic
def rotate_key(*, actor: Person | None) -> SigningKey:
    """Sign with a new key from now on; what the one before signed still verifies.

    Raises NotPermitted unless the actor is a steward; None is the command line.
    """
    require(may_rotate_keys(actor))
    for pk in SigningKey.objects.filter(site=settings.SITE_URL, state=KeyState.ACTIVE).values_list("pk", flat=True):
        _retire(locked(SigningKey, pk), actor)
    return _make(actor)


@transaction.atomic
def reseal_keys(*, actor: Person | None) -> int:
    """Hide every key that can be opened under the present secret key; how many those were.

    Raises NotPermitted unless the actor is a steward; None is the command line.
    """
    require(may_rotate_keys(actor))
    done = 0
    for pk in SigningKey.objects.order_by("pk").values_list("pk", flat=True):
        key = locked(SigningKey, pk)
        try:
            key.sealed = seal(unseal(key.sealed, key.multikey), key.multikey)
        except CannotOpen:
            continue
        record(Credentials.KEY_SEALED_ANEW, key, actor, save=["sealed"])
        done += 1
    return done


def signing_key() -> SigningKey:
    """The key that signs now, made when there is none or when the one there is can no longer be opened.

    For actions: call it inside their transaction.
    """
    key = _active()
    if key is not None and not opens(key):
        _retire(locked(SigningKey, key.pk), None)
        key = None
    if key is None:
        try:
            with transaction.atomic():
                return _make(None)
        except IntegrityError:  # somebody else was first
            key = SigningKey.objects.get(site=settings.SITE_URL, state=KeyState.ACTIVE)
    return key


def _active() -> SigningKey | None:
    return SigningKey.objects.filter(site=settings.SITE_URL, state=KeyState.ACTIVE).first()


def _make(actor: Person | None) -> SigningKey:
    private = Ed25519PrivateKey.generate()
    text = multikey(private.public_key())
    key = SigningKey(
        site=settings.SITE_URL, did=did_of(settings.SITE_URL, text), multikey=text, sealed=seal(private, text),
        made_at=clock.now(),
    )  # fmt: skip
    record_new(Credentials.KEY_MADE, key, actor)
    return key


def _retire(key: SigningKey, actor: Person | None) -> None:
    key.state = SIGNING_KEY.target("retire", key.state)
    key.retired_at = clock.now()
    record(Credentials.KEY_RETIRED, key, actor, save=["state", "retired_at"])
