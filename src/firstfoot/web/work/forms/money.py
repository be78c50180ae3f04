"""What is typed of money: amounts, days, references; where a tax form lies, never what stands on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.pay_field import PayField
from firstfoot.web.shared.pay_words import WRITE_OFF_REASONS
from firstfoot.web.work.forms.fields import DayField, TextField, TilesField
from firstfoot.work.payments.tax import looks_like_number

_REFERENCE = gettext_lazy("Such as the number of the transfer or of the order; never an account number.")


class _Keyed(forms.Form):
    """`key` makes sending it twice the same as once."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, currency: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["amount"] = PayField(
            currency=currency, required=self.needs_amount,
            label=_("Amount in %(currency)s") % {"currency": currency}, help_text=self.about_amount,
        )  # fmt: skip
        self.order_fields(["key", "result", "amount", "day", "reference", "reason", "note"])

    needs_amount = True
    about_amount: Any = ""


class PaidForm(_Keyed):
    """The host's word that it paid."""

    needs_amount = False
    about_amount = gettext_lazy("Less than all is fine: it counts as paid in part.")
    day = DayField(label=gettext_lazy("On which day"))
    reference = forms.CharField(label=gettext_lazy("Reference"), max_length=80, required=False, help_text=_REFERENCE)


class ReceivedForm(_Keyed):
    """The intern's word that it arrived."""

    needs_amount = False
    day = DayField(label=gettext_lazy("On which day"))


class FundForm(_Keyed):
    """An amount that is set aside."""

    day = DayField(label=gettext_lazy("Since which day"))
    reference = forms.CharField(label=gettext_lazy("Reference"), max_length=80, help_text=_REFERENCE)


class PartDueForm(_Keyed):
    """A part that is due already, for one accepted result."""

    result = forms.TypedChoiceField(label=gettext_lazy("For which result"), coerce=int)

    def __init__(self, *args: Any, results: Iterable[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["result"].choices = [(one.number, one.title) for one in results]  # type: ignore[attr-defined]


class WriteOffForm(_Keyed):
    """What the host asks to write off."""

    reason = TilesField(label=gettext_lazy("Why"), among=WRITE_OFF_REASONS, rows=True)
    note = TextField(
        label=gettext_lazy("In your words"), rows=2, max_length=1000, required=False,
        help_text=gettext_lazy("The other side reads it before they answer."),
    )  # fmt: skip


class AnswerForm(forms.Form):
    """Yes or no to a write-off; `seen` is the version it was made from."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    answer = forms.ChoiceField(choices=[("agree", ""), ("refuse", "")])


class TaxFormForm(forms.Form):
    """Since when, and where."""

    day = DayField(label=gettext_lazy("On file since"))
    place = forms.CharField(
        label=gettext_lazy("Where it lies"), max_length=80,
        help_text=gettext_lazy("Such as: personnel folder, shared drive. Never the number on it."),
    )  # fmt: skip

    def clean_place(self) -> str:
        place: str = self.cleaned_data["place"]
        if looks_like_number(place):
            raise forms.ValidationError(
                _("This looks like a number of the form or the person. Write only where it lies.")
            )
        return place
