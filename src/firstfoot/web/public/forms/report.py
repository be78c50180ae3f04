"""What is wrong with a post."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, Any] = {
    "scam": _("It looks like a scam"),
    "asks_for_money": _("It asks for money, or for bank or card data"),
    "off_platform": _("It wants me to talk or apply somewhere else"),
    "unpaid_work": _("It asks for work without pay"),
    "discrimination": _("It shuts people out for who they are"),
    "not_true": _("It is not true, or pretends to be somebody else"),
    "other": _("Something else"),
}


class ReportForm(forms.Form):
    """A reason of the list, and words."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        widget=forms.RadioSelect,
        choices=list(REASONS.items()),
        error_messages={"required": _("Choose what is wrong.")},
    )
    words = forms.CharField(
        label=_("What did you see?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A steward reads it. The host does not learn who wrote."),
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("reason") == "other" and not data.get("words", "").strip():
            self.add_error("words", _("Say in a sentence what is wrong."))
        return data
