"""Why a steward decided so, in words that the other side reads."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy


class ReasonForm(forms.Form):
    """A reason that must be given."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The owners read these words. Say what is missing and what would change your answer."),
        error_messages={"required": gettext_lazy("Say why in a sentence or two: the owners read it.")},
    )
