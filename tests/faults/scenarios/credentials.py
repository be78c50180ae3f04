"""Credentials and the keys that sign them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from firstfoot.proof.credentials import actions
from firstfoot.proof.credentials.events import Credentials
from tests.faults import stages
from tests.faults.scenarios import scenario


def _by(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "actor": world.cast.sam}


def _given(world: SimpleNamespace) -> Any:
    return actions.ask_for_credential(**_by(world))


@scenario(actions.ask_for_credential, Credentials.KEY_MADE, Credentials.ISSUED, on=stages.completed)
def first_credential(world: SimpleNamespace) -> dict[str, Any]:
    return _by(world)


@scenario(actions.reissue_credential, Credentials.SUPERSEDED, Credentials.ISSUED, on=stages.completed)
def credential_anew(world: SimpleNamespace) -> dict[str, Any]:
    _given(world)
    return _by(world)


@scenario(actions.revoke_credential, Credentials.REVOKED, on=stages.completed)
def credential_taken_back(world: SimpleNamespace) -> dict[str, Any]:
    return {"credential_id": _given(world).pk, "reason": "wrong_fact", "actor": world.cast.stella}


@scenario(actions.share_credential, Credentials.SHARED, on=stages.completed)
def credential_shown(world: SimpleNamespace) -> dict[str, Any]:
    return {"credential_id": _given(world).pk, "shared": True, "actor": world.cast.sam}


@scenario(actions.share_credential, Credentials.KEPT_PRIVATE, on=stages.completed)
def credential_hidden(world: SimpleNamespace) -> dict[str, Any]:
    shown = credential_shown(world)
    actions.share_credential(**shown)
    return {**shown, "shared": False}


@scenario(actions.erase_credentials, on=stages.completed)
def credential_emptied(world: SimpleNamespace) -> dict[str, Any]:
    _given(world)
    return {"person": world.cast.sam}


@scenario(actions.rotate_key, Credentials.KEY_RETIRED, Credentials.KEY_MADE, on=stages.people)
def key_changed(world: SimpleNamespace) -> dict[str, Any]:
    actions.rotate_key(actor=world.cast.stella)
    return {"actor": world.cast.stella}


@scenario(actions.reseal_keys, Credentials.KEY_SEALED_ANEW, on=stages.people)
def key_hidden_anew(world: SimpleNamespace) -> dict[str, Any]:
    return key_changed(world)
