"""The refusals that actions raise; each is answered once for pages and once for the API."""

from __future__ import annotations

from typing import Any, ClassVar


class Refusal(Exception):
    """A rule said no. `code` names the rule; the page holds the sentence for it.

    `data` carries what the page needs to explain itself (never names or free text
    of other people).
    """

    status: ClassVar[int] = 400

    def __init__(self, code: str, /, **data: Any) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


class NotPermitted(Refusal):
    """This person may not do this."""

    status = 403


class IllegalTransition(Refusal):
    """The thing is not in a state from which this can be done."""

    status = 409


class Conflict(Refusal):
    """The thing changed since the reader saw it, or a rule across things forbids it now."""

    status = 409


class LimitReached(Refusal):
    """Too many, too large or too often."""

    status = 429
