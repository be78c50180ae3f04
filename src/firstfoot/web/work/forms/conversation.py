"""A message in the conversation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.web.work.forms.fields import TextField


class PostForm(forms.Form):
    """The text; `key` makes sending it twice the same as once."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    body = TextField(label=_("Your message"), rows=3, max_length=8000)
