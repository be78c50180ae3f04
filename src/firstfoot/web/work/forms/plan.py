"""A step of the plan before the start, and what is taken over from the last one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import DayField, OneFileField, TilesField
from firstfoot.web.work.words import SIDES
from firstfoot.work.engagements.secrets import is_safe_link, looks_like_secret

NO_SECRETS = gettext_lazy(
    "This looks like a password or a key. Never write one here: hand it over in person, or let the tool send it."
)


class StepForm(forms.Form):
    """What, by when, with a link or a file; `seen` is the digest of what it was made from."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    text = forms.CharField(
        label=gettext_lazy("What is to be done"), max_length=200,
        help_text=gettext_lazy("Such as: try the test shop with the account from the list of access."),
    )  # fmt: skip
    side = TilesField(label=gettext_lazy("Whose step is it?"), among=SIDES)
    due_on = DayField(label=gettext_lazy("By when"))
    link = forms.CharField(
        label=gettext_lazy("Link"), max_length=300, required=False,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        help_text=gettext_lazy("To a guide or a form; it begins with https://."),
    )  # fmt: skip
    attachment = OneFileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("A guide, a form to fill in; up to 25 MB. Both of you see it."),
    )
    drop_file = forms.BooleanField(label=gettext_lazy("Take the file away"), required=False)
    required = forms.BooleanField(
        label=gettext_lazy("The work cannot start before this is done"), required=False, initial=True
    )

    def __init__(self, *args: Any, step: Any = None, own_side: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if step is not None or own_side:
            del self.fields["side"]
        if step is None or step.file is None:
            del self.fields["drop_file"]

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if looks_like_secret(text):
            raise forms.ValidationError(NO_SECRETS)
        return text

    def clean_link(self) -> str:
        link: str = self.cleaned_data["link"]
        if link and not is_safe_link(link):
            raise forms.ValidationError(
                _("This is not a safe link. It begins with https:// and holds no name and no password.")
            )
        return link

    def said(self) -> dict[str, Any]:
        """What the actions take, but for side and file."""
        return {name: self.cleaned_data[name] for name in ("text", "due_on", "link", "required")}


class TakeForm(forms.Form):
    """Which steps of the last plan to take over."""

    numbers = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Take over"), coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one step.")},
    )  # fmt: skip

    def __init__(self, *args: Any, steps: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(step.number, f"{SIDES[step.side]}: {step.text}") for step in steps]
        self.fields["numbers"].choices = choices  # type: ignore[attr-defined]
        self.fields["numbers"].initial = [step.number for step in steps]
