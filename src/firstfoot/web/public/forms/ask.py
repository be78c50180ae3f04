"""A question about a brief."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.market.projects.actions.asking import LONGEST


class AskForm(forms.Form):
    """One question, which everyone reads once it is answered."""

    use_required_attribute = False
    body = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "The host does not learn who asks, so leave your name out. Once answered, question and answer stand in"
            " the brief for everyone and stay there, even if you delete your account."
        ),
    )
