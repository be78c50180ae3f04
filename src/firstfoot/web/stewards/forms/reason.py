"""Why a steward decided so, in words that the other side reads."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy


class ReasonForm(forms.Form):
    """A reason that must be given."""

    reason = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The owners read these words. Say what is missing and what would change your answer."),
        error_messages={"required": gettext_lazy("Say why in a sentence or two: the owners read it.")},
    )


class DecisionForm(ReasonForm):
    """Why a steward decided so about what was read; `seen` is its version then."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class RecordForm(ReasonForm):
    """Why a result counts as accepted without its host's answer, for the version that was read."""

    submission = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason = self.fields["reason"]
        reason.help_text = gettext_lazy("Both sides read these words. Say which of the agreed points you checked.")
        reason.error_messages["required"] = gettext_lazy("Say why in a sentence or two: both sides read it.")


class SealForm(ReasonForm):
    """Why a sealed agreement is opened."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason = self.fields["reason"]
        reason.help_text = gettext_lazy("Who needs to know, and what for. It stays on record beside your name.")
        reason.error_messages["required"] = gettext_lazy("Say who needs to know, and what for.")
