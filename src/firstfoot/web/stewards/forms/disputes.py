"""What a third party decides between two sides, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.kernel.money import digits_of
from firstfoot.reactions.dispute_words import DECISIONS

WITH_AMOUNT = {"part_pay", "ended"}


class DecideForm(forms.Form):
    """One decision, what is owed in all where it says so, and the reason that both read."""

    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label=gettext_lazy("Your decision"), widget=forms.RadioSelect(attrs={"class": "rows"}),
        error_messages={"required": gettext_lazy("Choose what you decide.")},
    )  # fmt: skip
    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Both sides read it. Say which points of the agreement you checked, and what you saw."),
        error_messages={"required": gettext_lazy("Say why: both sides read it.")},
    )  # fmt: skip

    def __init__(self, *args: Any, decisions: Iterable[str], currency: str, hint: str, **options: Any) -> None:
        super().__init__(*args, **options)
        codes = list(decisions)
        self.fields["decision"].choices = [(code, DECISIONS[code]) for code in codes]  # type: ignore[attr-defined]
        self.digits = digits_of(currency)
        if WITH_AMOUNT & {str(code) for code in codes}:
            self.fields["amount"] = forms.DecimalField(
                label=_("What is owed in all"), required=False, min_value=0, max_digits=12, decimal_places=self.digits,
                help_text=hint, widget=forms.NumberInput(attrs={"class": "medium", "inputmode": "decimal"}),
            )  # fmt: skip
            self.order_fields(["seen", "decision", "amount", "reason"])

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("decision") in WITH_AMOUNT and data.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("Say what is owed in all."))
        return data

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        amount = data.get("amount") if data["decision"] in WITH_AMOUNT else None
        minor = None if amount is None else int(amount.scaleb(self.digits))
        return {"decision": data["decision"], "amount_minor": minor, "reason": data["reason"], "seen": data["seen"]}
