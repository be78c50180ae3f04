"""What is noted at the end: hours and tools, what comes next, who guides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import DayField, TextField, TilesField
from firstfoot.web.work.words import PATHWAYS


class ClosingForm(forms.Form):
    """The intern's own count."""

    hours_worked = forms.IntegerField(label=gettext_lazy("Hours you worked in all"), min_value=0, max_value=2000)
    tools_used = forms.CharField(
        label=gettext_lazy("Tools and methods you used"), max_length=300, required=False,
        help_text=gettext_lazy("Such as: spreadsheets, interviews, Figma."),
    )  # fmt: skip
    learning_answer = TextField(label=gettext_lazy("What did you learn?"), rows=3, max_length=2000, required=False)

    def __init__(self, *args: Any, goal: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        if goal:
            self.fields["learning_answer"].label = _("What became of your goal?")
            self.fields["learning_answer"].help_text = _("At the start you wrote it down; it stands above.")


class PathwayForm(forms.Form):
    """What comes next, as the host says it."""

    kind = TilesField(label=gettext_lazy("What comes next?"), among=PATHWAYS, rows=True)
    note = TextField(
        label=gettext_lazy("A word on it"), rows=3, max_length=2000, required=False,
        help_text=gettext_lazy("When, about what, whom to write to. If there is nothing now, say so kindly."),
    )  # fmt: skip


class SupervisorForm(forms.Form):
    """Who guides from now on, and who covers."""

    supervisor = forms.ChoiceField(label=gettext_lazy("Who guides the work"))
    cover = forms.ChoiceField(label=gettext_lazy("Who answers when they are away"), required=False)
    note = TextField(
        label=gettext_lazy("A word for whoever guides from now on"), max_length=2000, required=False,
        help_text=gettext_lazy("How it stands, what is open, what to know. The intern does not read it."),
    )  # fmt: skip
    intern_note = TextField(label=gettext_lazy("A word for the intern"), rows=2, max_length=1000, required=False)

    def __init__(self, *args: Any, members: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        people = [(row.person.public_id, row.person.name) for row in members]
        self.fields["supervisor"].choices = people  # type: ignore[attr-defined]
        self.fields["cover"].choices = [("", _("Nobody yet")), *people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("cover") and data["cover"] == data.get("supervisor"):
            self.add_error("cover", _("Choose someone else: the cover answers when the supervisor is away."))
        return data


class AwayForm(forms.Form):
    """From when until when the supervisor is away from this project, and who answers."""

    first_on = DayField(label=gettext_lazy("Away from"))
    last_on = DayField(label=gettext_lazy("Until and with"))
    cover = forms.ChoiceField(label=gettext_lazy("Who answers"))
    note = TextField(label=gettext_lazy("A word for them"), rows=2, max_length=2000, required=False)
    intern_note = TextField(label=gettext_lazy("A word for the intern"), rows=2, max_length=1000, required=False)

    def __init__(self, *args: Any, members: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        people = [(row.person.public_id, row.person.name) for row in members]
        self.fields["cover"].choices = [("", _("Choose")), *people]  # type: ignore[attr-defined]
