"""Turning the list of people on or off."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class TurnOnForm(forms.Form):
    """`seen` is the version of the switch that the page showed."""

    use_required_attribute = False
    understood = forms.BooleanField(
        label=_("I read what it is, what law asks and what was measured. Everybody with a profile is told now."),
        error_messages={"required": _("Say that you read it first.")},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class TurnOffForm(forms.Form):
    """The same without a word to confirm: off is the safe side."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
