"""Times that a host offers for a talk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel import clock
from firstfoot.market.applications.actions.interviews import LONGEST, MOST_SLOTS, SHORTEST
from firstfoot.web.hosts.forms.applicant import MoveForm

_LABELS = (_("First time"), _("Second time"), _("Third time"), _("Fourth time"), _("Fifth time"))


def _time(label: Any, *, required: bool) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        required=required,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": _("Name at least one time."),
            "invalid": _("Write a day and a time, such as 2027-03-01 14:30."),
        },
    )


class InterviewForm(MoveForm):
    """One to five times on the host's own clock, how long, and how."""

    minutes = forms.IntegerField(
        label=_("How many minutes?"),
        min_value=SHORTEST,
        max_value=LONGEST,
        initial=30,
        error_messages={
            "required": _("Say how long it takes: 15 to 60 minutes."),
            "min_value": _("At least 15 minutes."),
            "max_value": _("At most an hour: that is enough to get to know each other."),
        },
    )
    how = forms.CharField(
        label=_("How do you meet?"),
        max_length=300,
        help_text=_("A video link, who calls whom, or the place."),
        error_messages={"required": _("Say how you meet, so that they can judge whether it works for them.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        times = {f"start_{n}": _time(label, required=n == 1) for n, label in enumerate(_LABELS[:MOST_SLOTS], 1)}
        self.fields = {**times, **self.fields}

    def clean(self) -> dict[str, Any]:
        super().clean()
        seen: set[datetime] = set()
        for name, value in self._times().items():
            if value <= clock.now():
                self.add_error(name, _("This time has passed. Choose a later one."))
            elif value in seen:
                self.add_error(name, _("You named this time already."))
            seen.add(value)
        return self.cleaned_data

    def given(self) -> dict[str, Any]:
        """What the action asks for."""
        kept = ("seen", "minutes", "how")
        return {"starts": list(self._times().values()), **{name: self.cleaned_data[name] for name in kept}}

    def _times(self) -> dict[str, datetime]:
        data = self.cleaned_data
        return {name: value for name, value in data.items() if name.startswith("start_") and value is not None}
