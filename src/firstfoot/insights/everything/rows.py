"""One row of the database as plain data: texts, figures, days; other things by their public name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db.models import ForeignKey, Model

# What only the machine needs, or what would open a door.
NEVER = frozenset(
    {
        "id", "password", "actor_token", "session_salt", "session_key", "head", "version", "key", "token", "path",
        "idempotency_key", "message_id", "leased_until", "next_try_at", "attempts", "html", "search_text", "place_text",
        "title_words", "skill_words", "plain", "unsubscribe", "box", "last_login",
    }
)  # fmt: skip


def row_of(thing: Model, leave_out: Collection[str] = ()) -> dict[str, Any]:
    """The named values of a row that say something."""
    row: dict[str, Any] = {}
    for field in thing._meta.concrete_fields:
        if field.name in NEVER or field.name in leave_out:
            continue
        value = getattr(thing, field.attname)
        if isinstance(field, ForeignKey):
            value = name_of(getattr(thing, field.name)) if value is not None else None
        if value not in (None, "", [], {}):
            row[field.name] = _plain(value)
    return row


def name_of(thing: Any) -> str:
    """How a row calls another: a person by name, else the title or name, else the public id."""
    for attribute in ("chosen_name", "title", "name", "public_id"):
        if text := getattr(thing, attribute, ""):
            return str(text)
    return str(thing)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | list | dict) else str(value)
