"""A search to keep: its name, and how often it tells what is new."""

from __future__ import annotations

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.market.searches.states import Every

EVERY: dict[str, str | Promise] = {
    Every.DAY: _("Every day"), Every.WEEK: _("Every week"), Every.NEVER: _("Never"),
}  # fmt: skip


class SearchForm(forms.Form):
    """What a person says of a search they keep."""

    name = forms.CharField(label=_("Name"), max_length=80)
    every = forms.ChoiceField(
        label=_("Mail me what is new"), choices=[(str(code), label) for code, label in EVERY.items()]
    )
