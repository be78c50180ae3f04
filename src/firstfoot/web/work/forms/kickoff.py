"""Times for the first talk, the choice among them, and what it is about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.kernel import clock
from firstfoot.web.shared.words import when_text
from firstfoot.web.work.forms.fields import TextField
from firstfoot.work.engagements.actions.kickoff import LONGEST, MOST_TIMES, SHORTEST

_LABELS = (gettext_lazy("First time"), gettext_lazy("Second time"), gettext_lazy("Third time"))


_MISSING = {
    "start_1": gettext_lazy("Name at least one time."),
    "minutes": gettext_lazy("Say how long it takes: 15 to 120 minutes."),
    "how": gettext_lazy("Say how you meet, so that they can judge whether it works for them."),
}


def _time(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label, required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": gettext_lazy("Write a day and a time, such as 2027-03-01 14:30.")},
    )  # fmt: skip


class KickoffForm(forms.Form):
    """One to three times on the reader's own clock, how long, and how; beside a signature all of it may be empty."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes?"), min_value=SHORTEST, max_value=LONGEST, initial=45, required=False
    )
    how = forms.CharField(
        label=gettext_lazy("How do you meet?"), max_length=300, required=False,
        help_text=gettext_lazy("A link to the call, who calls whom, or the place."),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("A line with it"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    agenda = TextField(label=gettext_lazy("What it is about"), rows=8, max_length=4000, required=False)

    def __init__(self, *args: Any, is_host: bool, has_agenda: bool = False, may_be_empty: bool = False,
                 **options: Any) -> None:  # fmt: skip
        super().__init__(*args, **options)
        self.may_be_empty = may_be_empty
        self.fields = {f"start_{n}": _time(label) for n, label in enumerate(_LABELS[:MOST_TIMES], 1)} | self.fields
        if not is_host or has_agenda:
            del self.fields["agenda"]
        if may_be_empty:
            del self.fields["note"]
        for name, text in _MISSING.items():
            self.fields[name].required = not may_be_empty
            self.fields[name].error_messages["required"] = text

    @property
    def is_empty(self) -> bool:
        """Whether nobody named a time; of a valid form."""
        return not self._times()

    def clean(self) -> dict[str, Any]:
        super().clean()
        data, times = self.cleaned_data, self._times()
        named: set[datetime] = set()
        for name, value in times.items():
            if value <= clock.now():
                self.add_error(name, _("This time has passed. Choose a later one."))
            elif value in named:
                self.add_error(name, _("You named this time already."))
            named.add(value)
        if self.may_be_empty and not times:
            return data
        for name in ("minutes", "how"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, str(_MISSING[name]))
        return data

    def given(self) -> dict[str, Any]:
        """What the action asks for."""
        kept = ("seen", "minutes", "how", "note", "agenda")
        data = self.cleaned_data
        return {"starts": list(self._times().values()), **{name: data[name] for name in kept if name in data}}

    def _times(self) -> dict[str, datetime]:
        data = self.cleaned_data
        return {name: value for name, value in data.items() if name.startswith("start_") and value is not None}


class ChooseForm(forms.Form):
    """One of the times that are still to come."""

    start = forms.TypedChoiceField(
        label=gettext_lazy("Which time suits you?"), coerce=datetime.fromisoformat, empty_value=None,
        widget=forms.RadioSelect(attrs={"class": "rows"}),
        error_messages={
            "required": gettext_lazy("Choose a time, or offer others below."),
            "invalid_choice": gettext_lazy("This time is not offered any more. Choose another."),
        },
    )  # fmt: skip
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kickoff: Any, may_be_empty: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(slot.isoformat(), when_text(slot)) for slot in kickoff.slots if slot > clock.now()]
        if may_be_empty:
            choices.append(("", _("None of these, or later")))
            self.fields["start"].required = False
        self.fields["start"].choices = choices  # type: ignore[attr-defined]


class AgendaForm(forms.Form):
    """What the first talk is about."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    agenda = TextField(label=gettext_lazy("What it is about"), rows=10, max_length=4000, required=False)
