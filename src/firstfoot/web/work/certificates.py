"""The two things that an intern can have as a signed file: what was done, and a letter about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse

from firstfoot.proof.credentials.actions import ask_for_credential, reissue_credential
from firstfoot.proof.credentials.art import KEY, LETTER, art, hue_of
from firstfoot.proof.credentials.queries import credential_of, credentials_visible_to, is_earned
from firstfoot.proof.portfolio.actions import ask_for_letter_credential, reissue_letter_credential
from firstfoot.proof.portfolio.queries import letter_for

PARTS = ("anew", "show", "take_back", "json", "jwt", "png", "offline")


@dataclass(frozen=True, slots=True)
class Certificate:
    """How one kind is found, asked for and drawn, and under which addresses it stands."""

    name: str  # of its files
    page: str  # the name of its page; those of its parts begin with it
    sign: str
    find: Callable[[Any, Any], Any]
    can_be_had: Callable[[Any], bool]
    issue: Callable[..., Any]
    reissue: Callable[..., Any]
    about: Callable[[Any], dict[str, int]]

    def found(self, engagement: Any, reader: Any) -> Any:
        """The newest one, for the intern."""
        return self.find(engagement, reader)

    def ask(self, engagement: Any, actor: Any) -> Any:
        """Have it issued; the action says what it refuses."""
        return self.issue(**self.about(engagement), actor=actor)

    def ask_anew(self, engagement: Any, actor: Any) -> Any:
        return self.reissue(**self.about(engagement), actor=actor)

    def art(self, engagement: Any) -> str:
        return art(hue_of(engagement.project.public_id), self.sign)

    def addresses(self, public_id: str) -> Mapping[str, str]:
        """Those of its parts, by their names."""
        return {part: reverse(f"{self.page}_{part}", args=[public_id]) for part in PARTS}


def _letter_of(engagement: Any) -> dict[str, int]:
    found = letter_for(engagement, is_intern=True)
    if found is None:
        raise Http404
    return {"letter_id": found.pk}


def _signed_letter(engagement: Any, reader: Any) -> Any:
    """The signed form of the letter that the intern may read; Http404 where there is no letter to read."""
    letter = letter_for(engagement, is_intern=True)
    if letter is None:
        raise Http404
    if letter.credential_id is None:
        return None
    return credentials_visible_to(reader).filter(pk=letter.credential_id).first()


def _letter_stands(engagement: Any) -> bool:
    letter = letter_for(engagement, is_intern=True)
    return letter is not None and letter.state == "signed" and is_earned(engagement)


OF_WORK = Certificate(
    "credential", "work:credential", KEY, lambda engagement, _reader: credential_of(engagement), is_earned,
    ask_for_credential, reissue_credential, lambda engagement: {"engagement_id": engagement.pk},
)  # fmt: skip
OF_LETTER = Certificate(
    "letter", "work:letter_credential", LETTER, _signed_letter, _letter_stands,
    ask_for_letter_credential, reissue_letter_credential, _letter_of,
)  # fmt: skip
