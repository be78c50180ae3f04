"""Adding a row to the table of floors of pay."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.kernel.money import digits_of
from firstfoot.web.shared.organization_words import country_choices, currency_choices

MOST_AN_HOUR = Decimal(10**9)


class PayFloorForm(forms.Form):
    """The least pay an hour in a country from a day on, and where that figure stands."""

    use_required_attribute = False
    country = forms.ChoiceField(
        label=gettext_lazy("Country"), choices=country_choices, widget=forms.Select(attrs={"class": "medium"})
    )
    currency = forms.ChoiceField(
        label=gettext_lazy("Currency"), choices=currency_choices, widget=forms.Select(attrs={"class": "medium"})
    )
    hourly = forms.DecimalField(
        label=gettext_lazy("At least, for an hour"),
        max_value=MOST_AN_HOUR,
        max_digits=12,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "short"}),
        help_text=gettext_lazy("Such as 13.90"),
    )
    from_on = forms.DateField(
        label=gettext_lazy("From this day on"), widget=forms.DateInput(attrs={"type": "date", "class": "short"})
    )
    source = forms.CharField(
        label=gettext_lazy("Where it stands"),
        max_length=200,
        help_text=gettext_lazy("The law, the decision or the page, so that the next steward can check it."),
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("hourly") is not None and data.get("currency"):
            minor = data["hourly"].scaleb(digits_of(data["currency"]))
            if minor <= 0:
                self.add_error("hourly", _("A floor is above zero."))
            elif minor != int(minor):
                self.add_error("hourly", _("This currency has no such small coins."))
            data["hourly_minor"] = int(minor)
        return data

    def values(self) -> dict[str, Any]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in ("country", "currency", "hourly_minor", "from_on", "source")}
