"""What whoever finishes the work is to know."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import TextField


class FindForm(forms.Form):
    """The host's words for the successor; `seen` is the version it was made from."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    note = TextField(
        label=gettext_lazy("How to go on"), rows=5, max_length=3000,
        help_text=gettext_lazy("Where things are, what comes next, what to mind. Leave names and reasons out: whoever "
                               "takes over reads this."),
    )  # fmt: skip
