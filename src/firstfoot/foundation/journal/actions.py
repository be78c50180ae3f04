"""Recording facts: the last statement of every action."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any, Protocol

from django.db import transaction

from firstfoot.foundation.journal.models import Chained, Fact
from firstfoot.foundation.journal.wake import wake_worker
from firstfoot.foundation.journal.way import is_by_mail
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict

SYSTEM = "system"
_CODE = re.compile(r"[A-Za-z0-9_.:+\-/]{0,80}\Z")


class Actor(Protocol):
    """Whoever acts: a person, known to the journal by a token only."""

    @property
    def actor_token(self) -> str: ...


def locked[T: Chained](model: type[T], pk: Any, *, seen: int | None = None) -> T:
    """The row, locked until the transaction ends.

    Raises Conflict("changed") when it changed since version `seen`.
    """
    thing = model._default_manager.select_for_update().get(pk=pk)
    if seen is not None and thing.version != seen:
        raise Conflict("changed", version=thing.version)
    return thing


def record(kind: str, thing: Chained, actor: Actor | None, *, save: Iterable[str] = (), **codes: Any) -> Fact:
    """Save the named fields of `thing` and append one fact to its chain, in one go.

    Call it inside the action's transaction, as its last statement for the thing.
    `actor` None means the clock. A fact that the actor caused by a link in a mail
    says so (see way.py). Raises ValueError when a code could be a name or free text:
    facts outlive the people they are about.
    """
    if actor is not None and is_by_mail(actor.actor_token):
        codes["by_mail"] = True
    for key, value in codes.items():
        if not _is_code(value):
            raise ValueError(f"{kind}: {key} is not a code, number, date or digest.")
    at = clock.now()
    stamp = at.isoformat()
    state = str(getattr(thing, "state", ""))
    token = actor.actor_token if actor else SYSTEM
    seq, prev = thing.version + 1, thing.head
    digest = fact_hash(thing.thing, seq, str(kind), state, token, codes, stamp, prev)
    thing.version, thing.head = seq, digest
    thing.save(update_fields=[*save, "version", "head"])
    fact = Fact.objects.create(
        thing=thing.thing, seq=seq, kind=str(kind), state=state, actor=token, data=codes, at=at, stamp=stamp,
        prev=prev, hash=digest, request=_request_id(),
    )  # fmt: skip
    wake_worker()
    return fact


def record_new(kind: str, thing: Chained, actor: Actor | None, **codes: Any) -> Fact:
    """Insert a new thing and its first fact."""
    if thing.pk is None:
        with transaction.atomic(savepoint=False):
            thing.save(force_insert=True)
    return record(kind, thing, actor, **codes)


def fact_hash(  # noqa: PLR0917  # the columns of a fact, in their order
    thing: str, seq: int, kind: str, state: str, actor: str, data: dict[str, Any], stamp: str, prev: str
) -> str:
    """SHA-256 over the canonical JSON of what a fact says and the hash before it."""
    body = [thing, seq, kind, state, actor, data, stamp, prev]
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _is_code(value: Any) -> bool:
    if value is None or isinstance(value, bool | int):
        return True
    if isinstance(value, list | tuple):
        return all(_is_code(item) for item in value)
    return isinstance(value, str) and bool(_CODE.match(value))


def _request_id() -> str:
    from structlog.contextvars import get_contextvars

    return str(get_contextvars().get("request_id", ""))[:36]
