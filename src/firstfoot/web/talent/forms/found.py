"""Skills found in a text that somebody pastes; the text itself is kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from firstfoot.market.skills import Found, folded, resolve
from firstfoot.market.skills.finding import LONGEST_TEXT
from firstfoot.web.shared.skill_words import Claim
from firstfoot.web.talent.forms.profile import LONGEST_SKILL, MOST_SKILLS

AROUND = 30  # letters that are shown before and after a phrase


class TextForm(forms.Form):
    """The text to look through."""

    text = forms.CharField(
        label=_("Your resume, or any text about what you did"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("We look through it once and keep nothing of it."),
    )


class ChosenForm(forms.Form):
    """The phrases that the person takes, out of those we can read."""

    words = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: Any, *, words: Iterable[str], claims: Iterable[Claim]) -> None:
        super().__init__(data)
        given = [word for word in words if len(word) <= LONGEST_SKILL and resolve(word)]
        self.fields["words"] = forms.MultipleChoiceField(
            label=_("Skills to add"), choices=[(word, word) for word in given],
            error_messages={"required": _("Tick what you want to add.")},
        )  # fmt: skip
        self.room = room_beside(claims)

    def clean_words(self) -> list[str]:
        words: list[str] = self.cleaned_data["words"]
        if len(words) > self.room:
            text = ngettext(
                "Your profile has room for %(room)d more skill.", "Your profile has room for %(room)d more skills.",
                self.room,
            )  # fmt: skip
            raise ValidationError(text % {"room": self.room})
        return words


def room_beside(claims: Iterable[Claim]) -> int:
    """How many more skills somebody may say; what was shown does not count."""
    return max(0, MOST_SKILLS - sum(claim.known_by == "said" for claim in claims))


def offered(text: str, found: Iterable[Found], claims: Iterable[Any]) -> list[dict[str, str]]:
    """What was found and is not claimed yet: the phrase, and the words around it."""
    held = list(claims)
    codes, words = {claim.code for claim in held}, {claim.folded for claim in held}
    return [
        {
            "phrase": one.phrase,
            "before": text[max(0, one.where - AROUND) : one.where].rpartition("\n")[2].lstrip(),
            "after": text[one.where + len(one.phrase) :][:AROUND].partition("\n")[0].rstrip(),
        }
        for one in found
        if one.code not in codes and folded(one.phrase) not in words and len(one.phrase) <= LONGEST_SKILL
    ]
