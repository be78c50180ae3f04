"""What a steward finds of a statement that is called wrong."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.web.stewards.forms.reason import ReasonForm


class AppealDecisionForm(ReasonForm):
    """Struck out or not, and why."""

    decision = forms.ChoiceField(
        label=_("What do you find?"), widget=forms.RadioSelect(attrs={"class": "rows"}),
        choices=[("upheld", _("It is wrong: strike it out")), ("dismissed", _("It stands"))],
        error_messages={"required": _("Choose one.")},
    )  # fmt: skip
    field_order = ("decision", "reason")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        reason = self.fields["reason"]
        reason.help_text = _("Both sides read these words. Say what in the record you looked at.")
        reason.error_messages["required"] = _("Say why in a sentence or two: both sides read it.")
