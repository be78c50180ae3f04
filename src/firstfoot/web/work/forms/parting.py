"""Another amount for what was done, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.pay_field import PayField
from firstfoot.web.work.forms.fields import TextField


class PartPayForm(forms.Form):
    """The answer of the side whose turn it is; `seen` is the version it was made from."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    note = TextField(
        label=gettext_lazy("Why this amount"), rows=3, max_length=1000,
        help_text=gettext_lazy("The other side reads it, and the steward if you do not come to one amount."),
    )  # fmt: skip

    def __init__(self, *args: Any, currency: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["amount"] = PayField(
            currency=currency, label=_("Another amount in %(currency)s") % {"currency": currency}
        )
        self.order_fields(["seen", "amount", "note"])
