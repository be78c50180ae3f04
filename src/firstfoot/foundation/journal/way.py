"""By which way a person acts: on the site, or by a link in a mail. Facts keep it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_by_mail: ContextVar[str] = ContextVar("by_mail", default="")  # the token of whoever acts so


@contextmanager
def by_mail(token: str) -> Iterator[None]:
    """What the person with this token does meanwhile is noted as done by mail."""
    before = _by_mail.set(token)
    try:
        yield
    finally:
        _by_mail.reset(before)


def is_by_mail(token: str) -> bool:
    return bool(token) and _by_mail.get() == token
