"""Asking to be erased."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy


class LeaveForm(forms.Form):
    """That one has read what goes, and means it."""

    sure = forms.BooleanField(
        label=gettext_lazy("I have read what is erased and what stays. Nobody can undo this."),
        error_messages={"required": gettext_lazy("Tick that you have read it, to go on.")},
    )
