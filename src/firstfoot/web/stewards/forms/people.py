"""Why a person is shut out or let in again: a code, since the record of it holds no free text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

PERSON_STATES: dict[str, Any] = {"active": _("Active"), "suspended": _("Shut out"), "erased": _("Erased")}
SUSPEND_REASONS: dict[str, Any] = {
    "spam": _("Spam or advertising"),
    "fraud": _("Fraud, or asking people for money"),
    "harassment": _("Harassment or discrimination"),
    "false_identity": _("Pretends to be somebody else"),
    "unpaid_work": _("Took work and did not pay"),
    "security": _("The account may be in other hands"),
    "other_reason": _("Another reason"),
}
RESTORE_REASONS: dict[str, Any] = {
    "cleared_up": _("It was cleared up"),
    "mistake": _("It was a mistake"),
    "time_served": _("Long enough"),
}
_MOVES: dict[str, Any] = {"person.suspended": _("Shut out"), "person.restored": _("Let in again")}


class SuspendForm(forms.Form):
    """The reason for shutting someone out."""

    reason = forms.ChoiceField(
        label=_("Why"),
        choices=[("", _("Choose a reason")), *SUSPEND_REASONS.items()],
        error_messages={"required": _("Choose why.")},
    )


class RestoreForm(forms.Form):
    """The reason for letting someone in again."""

    reason = forms.ChoiceField(
        label=_("Why"),
        choices=[("", _("Choose a reason")), *RESTORE_REASONS.items()],
        error_messages={"required": _("Choose why.")},
    )


def why(fact: Any) -> tuple[str, str]:
    """What happened, and the reason that was given."""
    reasons = SUSPEND_REASONS | RESTORE_REASONS
    return str(_MOVES[fact.kind]), str(reasons.get(fact.data.get("reason"), ""))
