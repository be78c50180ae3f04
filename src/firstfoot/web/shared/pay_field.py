"""The form field of an amount of money."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from firstfoot.kernel.money import digits_of


class PayField(forms.DecimalField):
    """An amount in whole units of one currency, given back in minor units."""

    def __init__(self, *, currency: str, **options: Any) -> None:
        self.digits = digits_of(currency)
        widget = forms.NumberInput(attrs={"class": "medium", "step": "any", "inputmode": "decimal"})
        super().__init__(max_digits=12, decimal_places=self.digits, min_value=0, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        amount = Decimal(value).scaleb(-self.digits)
        return int(amount) if amount == int(amount) else amount

    def clean(self, value: Any) -> int | None:
        amount = super().clean(value)
        return None if amount is None else int(amount.scaleb(self.digits))
