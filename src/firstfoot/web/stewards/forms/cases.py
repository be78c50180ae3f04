"""What a steward says about a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.web.stewards.case_words import TO_DECIDE


class CaseForm(forms.Form):
    """A decision and its reason; `seen` is the version that was read."""

    decision = forms.ChoiceField(
        label=_("Your decision"), widget=forms.RadioSelect, error_messages={"required": _("Choose what to do.")}
    )
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "The host reads these words when you return or suspend, and whom you warn does. Say what to change."
        ),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    host_seen = forms.IntegerField(required=False, widget=forms.HiddenInput)  # the version of the organization

    def __init__(self, *args: Any, decisions: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].choices = [(code, TO_DECIDE[code]) for code in decisions]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if (
            data.get("decision") in {"returned", "settled", "suspended", "warned"}
            and not data.get("reason", "").strip()
        ):
            self.add_error("reason", _("Say why in a sentence or two."))
        return data


class AnswerForm(forms.Form):
    """The answer to an appeal, with its reason."""

    granted = forms.ChoiceField(
        label=_("Your answer"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Grant it: release what was held")), ("no", _("Turn it down: return it"))],
        error_messages={"required": _("Choose an answer.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The host gets these words by mail."),
        error_messages={"required": _("Say why in a sentence or two: the host reads it.")},
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class HandOnForm(forms.Form):
    """Which other steward looks at it."""

    to = forms.ChoiceField(label=_("Hand it on to"), error_messages={"required": _("Choose a steward.")})
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, stewards: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", _("Choose a steward")), *stewards]  # type: ignore[attr-defined]
