"""Signing an agreement, and saying no to a change of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import TextField


class SignForm(forms.Form):
    """A typed name under the very text that was read."""

    content_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)
    typed_name = forms.CharField(
        label=gettext_lazy("Your full name"), max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "class": "medium"}),
    )  # fmt: skip

    def __init__(self, *args: Any, signer: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["typed_name"].help_text = _("You are %(name)s here. Type it as you sign.") % {"name": signer}

    agreed = forms.BooleanField(
        label=gettext_lazy("I have read this text and agree to it. My typed name counts as my signature."),
        error_messages={"required": gettext_lazy("Tick that you have read the text and agree to it.")},
    )


class DeclineForm(forms.Form):
    """No to a proposed change, with a word why; `number` is the version that was read."""

    number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    note = TextField(label=gettext_lazy("Why not, in a word"), rows=2, max_length=1000, required=False)
