"""What a person may change about themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.zones import zone_choices


class SettingsForm(forms.Form):
    """Names, clock, phone and the daily mail; `seen` is the version it was made from."""

    chosen_name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=80,
        help_text=gettext_lazy("What everyone here calls you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    legal_name = forms.CharField(
        label=gettext_lazy("Legal name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Only for agreements, and only if it differs from your name."),
    )
    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        choices=zone_choices,
        help_text=gettext_lazy("Deadlines are counted and shown on this clock."),
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Shown to the other side only once you have both signed."),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "medium"}),
    )
    daily_mail = forms.BooleanField(
        label=gettext_lazy("Send me “your moves today”, one mail a day, when something waits for me."),
        required=False,
        help_text=gettext_lazy("Offers, signatures and returned work always come at once."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class AwayForm(forms.Form):
    """The first and the last day of a time away."""

    first_on = forms.DateField(
        label=gettext_lazy("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last_on = forms.DateField(
        label=gettext_lazy("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        first, last = self.cleaned_data.get("first_on"), self.cleaned_data.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day comes before the first. Change one of them."))
        return self.cleaned_data
