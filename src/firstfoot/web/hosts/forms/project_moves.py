"""What a host says when pausing, closing or handing over a project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

# What a host may give as the reason; the others are for the clock.
CLOSE_REASONS = [
    ("host", _("We have chosen, or look no further")),
    ("withdrawn", _("The project will not happen")),
]


class ReasonForm(forms.Form):
    """Why a project is closed: applicants read it."""

    reason = forms.ChoiceField(
        label=_("Why"), choices=CLOSE_REASONS, initial="host", widget=forms.RadioSelect(attrs={"class": "rows"})
    )


class HandOverForm(forms.Form):
    """Who guides from now on, and who covers."""

    supervisor = forms.ChoiceField(label=_("Who guides the intern"))
    cover = forms.ChoiceField(label=_("Who answers when they are away"), required=False)

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


class AppealForm(forms.Form):
    """Why another person should look at it."""

    text = forms.CharField(
        label=_("Your words to the other steward"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("You can appeal once. Say what was misread, or what you changed."),
        error_messages={"required": _("Say in a sentence or two why somebody else should look.")},
    )
