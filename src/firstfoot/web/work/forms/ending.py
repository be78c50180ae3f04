"""Why it ends early, what is handed over, and which part is paid."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.part_words import shown_words
from firstfoot.web.shared.pay_field import PayField
from firstfoot.web.shared.words import money_text
from firstfoot.web.work.forms.fields import TextField, TilesField
from firstfoot.web.work.words import END_REASONS
from firstfoot.work.engagements.parting import Facts

_BEFORE_SIGNING = ("not_signed",)


class _Parting(forms.Form):
    """What is handed over and proposed as pay; `facts` of work that is begun and not finished."""

    def __init__(self, *args: Any, engagement: Any, facts: Facts | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.pay = engagement.pay
        if engagement.started_at is not None:
            self.fields["handed_over"] = TextField(
                label=_("What is handed over"), rows=3, max_length=2000, required=False,
                help_text=_("Files, notes, access: what exists, where it is, what is missing."),
            )  # fmt: skip
        if facts is not None:
            whole = _("The whole pay is %(amount)s.") % {"amount": money_text(engagement.pay)}
            self.fields["part_pay"] = PayField(
                currency=engagement.currency, label=_("What you propose to be paid for what was done"),
                initial=facts.part_minor, help_text=" ".join([*shown_words(facts, engagement.currency), whole]),
            )  # fmt: skip

    def clean_part_pay(self) -> int:
        amount: int = self.cleaned_data["part_pay"]
        if amount > self.pay.minor:
            raise forms.ValidationError(_("The part cannot be more than the agreed pay."))
        return amount


class SafeEndForm(_Parting):
    """No reason is typed: that no answer came is counted."""


class EndForm(_Parting):
    """Ending is a plain thing to do; the other side reads all of this."""

    reason = TilesField(label=gettext_lazy("Why"), among=END_REASONS, rows=True)
    note = TextField(label=gettext_lazy("In your words"), rows=3, max_length=2000)

    def __init__(self, *args: Any, engagement: Any, **options: Any) -> None:
        super().__init__(*args, engagement=engagement, **options)
        if engagement.state != "agreeing":
            kept = [pair for pair in END_REASONS.items() if pair[0] not in _BEFORE_SIGNING]
            self.fields["reason"].choices = kept  # type: ignore[attr-defined]
