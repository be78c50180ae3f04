"""An applicant's answer to the times that a host offers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel import clock
from firstfoot.web.shared.words import when_text


class ChooseForm(forms.Form):
    """One of the times that are still to come."""

    use_required_attribute = False
    start = forms.TypedChoiceField(
        label=_("Which time suits you?"),
        coerce=datetime.fromisoformat,
        widget=forms.RadioSelect(attrs={"class": "rows"}),
        error_messages={
            "required": _("Choose a time, or say below that none fits."),
            "invalid_choice": _("This time is not offered any more. Choose another."),
        },
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, interview: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ahead = [slot for slot in interview.slots if slot > clock.now()]
        field = self.fields["start"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(slot.isoformat(), when_text(slot)) for slot in ahead]


class NoneFitsForm(forms.Form):
    """A no to all of them, with a line that the host reads."""

    use_required_attribute = False
    note = forms.CharField(
        label=_("A line to them"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("When it would suit you, or how else you could talk."),
        error_messages={"required": _("Write when it would suit you, or how else you could talk.")},
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
