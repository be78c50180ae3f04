"""The amount a third party sets after an early end, and why."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.pay_field import PayField
from firstfoot.web.stewards.forms.reason import DecisionForm


class PartPayForm(DecisionForm):
    """Between the two amounts that stand; both sides read the reason."""

    def __init__(self, *args: Any, currency: str, **options: Any) -> None:
        super().__init__(*args, **options)
        reason = self.fields["reason"]
        reason.help_text = gettext_lazy("Both sides read these words. Say which facts you went by.")
        reason.error_messages["required"] = gettext_lazy("Say why in a sentence or two: both sides read it.")
        self.fields["amount"] = PayField(currency=currency, label=_("Amount in %(currency)s") % {"currency": currency})
        self.order_fields(["seen", "amount", "reason"])
