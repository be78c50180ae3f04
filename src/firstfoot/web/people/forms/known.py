"""Staying in touch: how one is reached, a note for oneself, a day to be reminded."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.people.reached import LONGEST, checked


class ReachedField(forms.CharField):
    """A mail address, a link or a phone number."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label=gettext_lazy("How they reach you"), max_length=LONGEST, **options)

    def clean(self, value: Any) -> str:
        return checked(super().clean(value))


class StayForm(forms.Form):
    """Asking, or saying yes: it begins with one's own mail address."""

    use_required_attribute = False
    shows = ReachedField()

    def __init__(self, *args: Any, name: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["shows"].help_text = _(
            "A mail address, a link or a phone number. %(name)s reads it once you have both said yes, and nobody else."
        ) % {"name": name}


class KeptForm(forms.Form):
    """One's own side; `seen` is the version it was made from."""

    use_required_attribute = False
    shows = ReachedField()
    note = forms.CharField(
        label=gettext_lazy("A note for yourself"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Nobody else reads it, stewards neither. It is in the copy of your data."),
    )
    remind_on = forms.DateField(
        label=gettext_lazy("Remind me on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Once, in the mail of that morning."),
    )
    remind_about = forms.CharField(
        label=gettext_lazy("What about"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Such as: ask how the new shop is going."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, name: str, today: date, stands: date | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today, self.stands = today, stands
        self.fields["shows"].help_text = _("%(name)s reads it, and nobody else.") % {"name": name}

    def clean(self) -> dict[str, Any]:
        super().clean()
        day = self.cleaned_data.get("remind_on")
        if day is not None and day != self.stands and day < self.today:
            self.add_error("remind_on", _("That day is over. Choose today or a later one."))
        if day is None and self.cleaned_data.get("remind_about") and "remind_on" not in self.errors:
            self.add_error("remind_on", _("Choose the day on which you want to be reminded."))
        return self.cleaned_data
