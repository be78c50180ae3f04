"""The host's answer to what an intern wants to show."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import TextField, TilesField

_ANSWERS = {"yes": gettext_lazy("Yes, it may be shown"), "no": gettext_lazy("Not like this")}


class ShowingForm(forms.Form):
    """Yes or no to the very text that was read."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    answer = TilesField(label=gettext_lazy("May it be shown like this?"), among=_ANSWERS)
    note = TextField(
        label=gettext_lazy("What should change"), rows=3, max_length=2000, required=False,
        help_text=gettext_lazy("For a no: which name, figure or sentence. They change it and ask again."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("answer") == "no" and not self.cleaned_data.get("note"):
            self.add_error("note", _("Say what should change."))
        return self.cleaned_data
