"""One entry of the log of hours."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import DayField, HoursField


class HoursForm(forms.Form):
    """A day, its hours and what for; `key` makes sending it twice the same as once."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput, required=False)
    day = DayField(label=gettext_lazy("Day"))
    minutes = HoursField(label=gettext_lazy("Hours, such as 1.5"), most=24)
    what = forms.CharField(label=gettext_lazy("What for"), max_length=120, required=False)

    def clean_minutes(self) -> int:
        minutes: int = self.cleaned_data["minutes"]
        if not minutes:
            raise forms.ValidationError(_("Give at least a quarter of an hour."))
        return minutes
