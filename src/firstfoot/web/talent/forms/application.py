"""What an applicant sends on the page of an application."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class SeenForm(forms.Form):
    """A move without words; `seen` is the version of the page it was made from."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class PostForm(forms.Form):
    """One message; the key makes a double press one message."""

    body = forms.CharField(
        label=_("Your message"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write something first.")},
    )
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
