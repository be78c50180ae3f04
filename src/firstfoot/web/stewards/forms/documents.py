"""What a steward says of a document they saw; nothing of the document itself."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.kernel import clock
from firstfoot.market.organizations.states import SEEN_WITHIN
from firstfoot.market.projects.moderation import signs_in
from firstfoot.web.stewards.document_rows import KINDS

_LONG_NUMBER = re.compile(r"\d{5}")


class _Words(forms.CharField):
    """A few words in which no number of a document or an account stands."""

    def validate(self, value: str) -> None:
        super().validate(value)
        if any(sign.code == "bank_number" for sign in signs_in(value.upper())) or _LONG_NUMBER.search(value):
            raise ValidationError(_("Leave numbers out: nothing of the document is kept here."), code="number")


class DocumentForm(forms.Form):
    """Kind, how it was seen, and when; `seen` is the version of the organization that was read."""

    use_required_attribute = False
    kind = forms.ChoiceField(
        label=gettext_lazy("What you saw"),
        choices=[("", gettext_lazy("Choose a kind")), *KINDS.items()],
        error_messages={"required": gettext_lazy("Choose what it was.")},
    )
    words = _Words(
        label=gettext_lazy("How you saw it"),
        max_length=200,
        help_text=gettext_lazy("A few words, such as “sent by post”. No numbers, no copies. Stewards alone read this."),
        error_messages={"required": gettext_lazy("Say in a few words how you saw it.")},
    )
    seen_on = forms.DateField(
        label=gettext_lazy("When you saw it"),
        widget=forms.DateInput(attrs={"type": "date", "class": "short"}, format="%Y-%m-%d"),
        error_messages={"required": gettext_lazy("Say which day it was.")},
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, zone: ZoneInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = clock.today(zone)
        first, last = (self.today - SEEN_WITHIN).isoformat(), self.today.isoformat()
        self.fields["seen_on"].widget.attrs |= {"min": first, "max": last}

    def clean_seen_on(self) -> date:
        day: date = self.cleaned_data["seen_on"]
        if day > self.today:
            raise ValidationError(_("This day is still to come."))
        if day < self.today - SEEN_WITHIN:
            raise ValidationError(_("That is more than a year ago. Ask to see it again."))
        return day


class DoubtForm(forms.Form):
    """Why the second steward says no."""

    use_required_attribute = False
    reason = _Words(
        label=gettext_lazy("Why not"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Stewards alone read these words. No numbers."),
        error_messages={"required": gettext_lazy("Say why in a sentence or two.")},
    )
