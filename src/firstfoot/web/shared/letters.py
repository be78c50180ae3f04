"""How a signed letter is said; its author's name is gone once the author is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class SaidLetter:
    """A letter as it was signed."""

    intern: str
    signer: str
    title: str
    host: str
    work: str
    saw: str
    compared_with: str
    again: str
    letter: str
    signed_on: date


def said_letter(letter: Any) -> SaidLetter:
    content = letter.content
    again = {True: _("Would work together again: yes"), False: _("Would work together again: rather not")}
    return SaidLetter(
        intern=content["intern"], signer=letter.typed_name or _("A former member"), title=content["title"],
        host=content["host"], work=content["work"], saw=content["saw"], compared_with=content["compared_with"],
        again=again.get(content["would_again"], ""), letter=content["letter"],
        signed_on=date.fromisoformat(content["signed_on"]),
    )  # fmt: skip
