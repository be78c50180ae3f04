"""A remark on one part of a draft, by whoever has its link."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.market.projects.scope import STEPS
from firstfoot.web.shared import brief_words


class RemarkForm(forms.Form):
    step = forms.ChoiceField(
        label=_("Which part"),
        choices=[(step.code, brief_words.STEPS[step.code][0]) for step in STEPS if step.fields],
        widget=forms.Select(attrs={"class": "medium"}),
    )
    text = forms.CharField(
        label=_("Your remark"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What is unclear, missing or good. One thing at a time."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("Your name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("The host sees it beside the remark. It is deleted a month after this link ends."),
    )  # fmt: skip
