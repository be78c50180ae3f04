"""What an organization says of itself, and when it is away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.organization_words import INDUSTRIES, KINDS, SIZES, country_choices, currency_choices
from firstfoot.web.shared.zones import zone_choices

FIELDS = (
    "name", "website", "kind", "industry", "size", "city", "country", "about", "how_work_feels", "time_zone",
    "currency",
)  # fmt: skip


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class OrganizationForm(forms.Form):
    """Asked when founding, and whenever an owner changes it; `seen` is the version it was made from."""

    name = forms.CharField(label=gettext_lazy("Name of the organization"), max_length=100)
    website = forms.URLField(
        label=gettext_lazy("Website"),
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text=gettext_lazy("A steward uses it to see that you are who you say. A social page is fine."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    industry = forms.ChoiceField(
        label=gettext_lazy("Field"),
        required=False,
        choices=[("", gettext_lazy("Choose a field")), *INDUSTRIES.items()],
        help_text=gettext_lazy("Interns see across their projects which fields suited them."),
    )
    size = forms.ChoiceField(
        label=gettext_lazy("How many you are"), choices=list(SIZES.items()), widget=forms.RadioSelect
    )
    city = forms.CharField(label=gettext_lazy("City"), required=False, max_length=80)
    country = forms.ChoiceField(label=gettext_lazy("Country"), choices=country_choices)
    about = forms.CharField(
        label=gettext_lazy("What you do"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Two or three sentences that a newcomer understands."),
    )
    how_work_feels = forms.CharField(
        label=gettext_lazy("How work feels here"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Pace, hours, how you talk, how a mistake is met. Applicants read this first."),
    )
    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        choices=zone_choices,
        help_text=gettext_lazy("Your deadlines are counted on this clock."),
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency you pay in"), choices=currency_choices)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def said(self) -> dict[str, Any]:
        """The fields without the version."""
        return {field: self.cleaned_data[field] for field in FIELDS}


class ClosedDaysForm(forms.Form):
    """The first and the last day on which the organization is closed."""

    first_on = forms.DateField(label=gettext_lazy("First day"), widget=_day())
    last_on = forms.DateField(label=gettext_lazy("Last day"), widget=_day())

    def clean(self) -> dict[str, Any]:
        super().clean()
        first, last = self.cleaned_data.get("first_on"), self.cleaned_data.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day comes before the first. Change one of them."))
        return self.cleaned_data
