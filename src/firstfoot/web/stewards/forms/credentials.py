"""Why a credential is taken back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.web.shared.credential_words import STEWARD_REASONS


class RevokeForm(forms.Form):
    """The reason is public: whoever checks the credential reads it."""

    reason = forms.ChoiceField(
        label=_("Why"), choices=[("", _("Choose a reason")), *STEWARD_REASONS.items()],
        help_text=_("Whoever checks the credential reads this, and its holder is told."),
        error_messages={"required": _("Choose why.")},
    )  # fmt: skip
