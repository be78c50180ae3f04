"""A letter: its words, the name under it, where it shows, taking it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import TextField, TilesField

_AGAIN = {"yes": gettext_lazy("Yes"), "no": gettext_lazy("Rather not"), "": gettext_lazy("I leave that out")}


class LetterForm(forms.Form):
    """The draft."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    saw = TextField(
        label=gettext_lazy("What you saw them do"), rows=3, max_length=2000, required=False,
        help_text=gettext_lazy("One or two things that happened, with what came of them."),
    )  # fmt: skip
    compared_with = forms.CharField(
        label=gettext_lazy("Against whom you compare"), max_length=200, required=False,
        help_text=gettext_lazy("Such as: the eleven interns I guided since 2021."),
    )  # fmt: skip
    would_again = TilesField(label=gettext_lazy("Would you work together again?"), among=_AGAIN, required=False)
    letter = TextField(
        label=gettext_lazy("The letter"), rows=8, max_length=5000,
        help_text=gettext_lazy("Others may read it where the intern shows it: write nothing that stays between you."),
    )  # fmt: skip

    def words(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        again = {"yes": True, "no": False}.get(data["would_again"])
        return {name: data[name] for name in ("saw", "compared_with", "letter")} | {"would_again": again}


class SignLetterForm(forms.Form):
    """A typed name under the words that were read."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    typed_name = forms.CharField(
        label=gettext_lazy("Your full name"), max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "class": "medium"}),
    )  # fmt: skip
    agreed = forms.BooleanField(
        label=gettext_lazy("This is my letter. My typed name counts as my signature."),
        error_messages={"required": gettext_lazy("Tick that this is your letter.")},
    )

    def __init__(self, *args: Any, signer: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["typed_name"].help_text = _("You are %(name)s here. Type it as you sign.") % {"name": signer}


class RevokeForm(forms.Form):
    """Why it does not stand any more."""

    reason = TextField(
        label=gettext_lazy("Why you take it back"), rows=2, max_length=1000,
        help_text=gettext_lazy("The intern reads it. Others read only that the letter does not stand any more."),
    )  # fmt: skip


class PlacesForm(forms.Form):
    """Where the intern shows it."""

    on_page = forms.BooleanField(label=gettext_lazy("On my page"), required=False)
    on_resume = forms.BooleanField(label=gettext_lazy("On my resume"), required=False)
    by_link = forms.BooleanField(label=gettext_lazy("For whoever has its link"), required=False)
