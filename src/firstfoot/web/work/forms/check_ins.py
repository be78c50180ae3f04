"""Answers to a check-in, and what is written about a change of course."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.playbook import PLAYS
from firstfoot.web.work.forms.fields import DayField, HoursField, TextField, TilesField
from firstfoot.web.work.words import BLOCKED, CONFIDENCE, PROGRESS, SIDES

ROWS = 4
_KEEP = gettext_lazy("One thing the other side should keep doing")
_CHANGE = gettext_lazy("One thing the other side should change")


class CheckInForm(forms.Form):
    """Three taps, a note, one thing to keep and one to change; `seen` is the digest of the answer it was made from."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    progress = TilesField(label=gettext_lazy("How far is the work?"), among=PROGRESS)
    confidence = TilesField(label=gettext_lazy("How sure are you that it comes out well?"), among=CONFIDENCE)
    blocked = TilesField(label=gettext_lazy("Is something in the way?"), among=BLOCKED)
    note = TextField(label=gettext_lazy("What happened, and what comes next"), rows=4, required=False, max_length=2000)
    minutes = HoursField(
        label=gettext_lazy("Hours you worked so far, in all"), most=2000, required=False,
        help_text=gettext_lazy("Halves and quarters are fine: 7.5. Both of you see it."),
    )  # fmt: skip
    keep = TextField(label=_KEEP, rows=2, required=False, max_length=1000)
    change = TextField(label=_CHANGE, rows=2, required=False, max_length=1000)

    def __init__(self, *args: Any, counts_hours: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not counts_hours:
            del self.fields["minutes"]


class StuckForm(forms.Form):
    """What is in the way, in one of the situations of the playbook."""

    situation = forms.ChoiceField(
        widget=forms.HiddenInput, required=False, choices=[(play.code, play.title) for play in PLAYS]
    )

    what = TextField(
        label=gettext_lazy("What is in the way?"), rows=4, max_length=2000,
        help_text=gettext_lazy("Say what you tried, and what would help most."),
    )  # fmt: skip

    def clean_situation(self) -> str:
        return self.cleaned_data["situation"] or PLAYS[0].code


class CorrectionForm(forms.Form):
    """What is in the way, and up to four things to do about it, each with an owner and a date."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    what = TextField(label=gettext_lazy("What is in the way"), rows=3, max_length=2000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for row in range(ROWS):
            self.fields[f"text_{row}"] = forms.CharField(label=_("What to do"), max_length=300, required=row == 0)
            self.fields[f"owner_{row}"] = forms.ChoiceField(label=_("Who"), choices=list(SIDES.items()), initial="host")
            self.fields[f"due_{row}"] = DayField(label=_("By"), required=row == 0)

    def first_rows(self) -> list[dict[str, Any]]:
        return [row for row in self.rows() if row["number"] <= 2 or row["text"].value() or row["due"].errors]

    def more_rows(self) -> list[dict[str, Any]]:
        shown = [row["number"] for row in self.first_rows()]
        return [row for row in self.rows() if row["number"] not in shown]

    def rows(self) -> list[dict[str, Any]]:
        """The fields of each row, for the page."""
        return [
            {"number": row + 1, "text": self[f"text_{row}"], "owner": self[f"owner_{row}"], "due": self[f"due_{row}"]}
            for row in range(ROWS)
        ]

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        for row in range(ROWS):
            if data.get(f"text_{row}") and not data.get(f"due_{row}") and f"due_{row}" not in self.errors:
                self.add_error(f"due_{row}", _("Say by when."))
        return data

    def actions(self) -> list[Any]:
        """What the action takes; rows without a text are left out."""
        data = self.cleaned_data
        return [
            {"text": data[f"text_{row}"], "owner_side": data[f"owner_{row}"] or "host", "due_on": data[f"due_{row}"]}
            for row in range(ROWS)
            if data.get(f"text_{row}")
        ]
