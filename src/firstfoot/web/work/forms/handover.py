"""What the next person needs to know, in three answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import TextField


class HandoverForm(forms.Form):
    """Each may stay empty, but not all of them."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    use = TextField(
        label=gettext_lazy("How is it used, and kept up?"), rows=5, required=False,
        help_text=gettext_lazy("What to open first. What to do each week or month, and how long that takes."),
    )  # fmt: skip
    sources = TextField(
        label=gettext_lazy("Where are the sources?"), rows=4, required=False,
        help_text=gettext_lazy("Files one can go on with, accounts and who holds them, where figures came from."),
    )  # fmt: skip
    open_ends = TextField(
        label=gettext_lazy("What is open?"), rows=4, required=False,
        help_text=gettext_lazy("What you would do next, what does not work yet, what you were unsure of."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if not self.errors and not any(data[name].strip() for name in ("use", "sources", "open_ends")):
            raise forms.ValidationError(_("Answer at least one of the three."))
        return data
