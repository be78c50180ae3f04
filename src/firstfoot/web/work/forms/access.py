"""One thing of the list of access, and the taps on it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import TilesField
from firstfoot.web.work.forms.plan import NO_SECRETS
from firstfoot.web.work.words import ACCESS_KINDS
from firstfoot.work.engagements.secrets import looks_like_secret


class AccessForm(forms.Form):
    """Its name, its kind and who gives it; never what opens it."""

    name = forms.CharField(
        label=gettext_lazy("What is given"), max_length=120,
        help_text=gettext_lazy("The name of it, such as “Test shop, account of an editor”. Never a password."),
    )  # fmt: skip
    kind = TilesField(label=gettext_lazy("What kind of thing"), among=ACCESS_KINDS)
    giver = forms.CharField(
        label=gettext_lazy("Who gives it"), max_length=80, required=False,
        help_text=gettext_lazy("A name, or “the shop sends a mail”. Empty: whoever guides."),
    )  # fmt: skip

    def clean_name(self) -> str:
        return _without_secret(self.cleaned_data["name"])

    def clean_giver(self) -> str:
        return _without_secret(self.cleaned_data["giver"])


class MarkForm(forms.Form):
    """One tap, and the page it came from."""

    mark = forms.ChoiceField(choices=[("given", ""), ("got", ""), ("taken_back", "")])
    done = forms.BooleanField(required=False)
    back = forms.CharField(required=False, max_length=12)


def _without_secret(text: str) -> str:
    if looks_like_secret(text):
        raise forms.ValidationError(NO_SECRETS)
    return text
