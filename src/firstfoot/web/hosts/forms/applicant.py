"""A host's answers to one applicant."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.market.applications.states import DeclineReason, RescindReason

type Choices = list[tuple[str, str | Promise]]

DECLINE_REASONS: Choices = [
    (DeclineReason.SKILLS_FIT, _("Other skills fit this project better")),
    (DeclineReason.EXPERIENCE_SHOWN, _("We looked for more experience shown")),
    (DeclineReason.ANSWERS_THIN, _("The answers told us too little")),
    (DeclineReason.HOURS_DATES, _("Hours or dates do not fit")),
    (DeclineReason.OTHERS_CLOSER, _("Others came closer to what we need")),
    (DeclineReason.SCOPE_CHANGED, _("The project changed")),
]
RESCIND_REASONS: Choices = [
    (RescindReason.PLANS_CHANGED, _("Our plans changed")),
    (RescindReason.BUDGET_GONE, _("The money for it is gone")),
    (RescindReason.NO_REPLY, _("We need an answer sooner")),
    (RescindReason.MADE_IN_ERROR, _("It was made by mistake")),
]
EXTENSIONS: Choices = [("1", _("1 day")), ("2", _("2 days")), ("3", _("3 days")), ("5", _("5 days"))]


class MoveForm(forms.Form):
    """A move without words; `seen` is the version of the page it was made from."""

    use_required_attribute = False
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class DeclineForm(MoveForm):
    """A no with its reason, which the person reads."""

    reason = forms.ChoiceField(
        label=_("Why? They read this reason."),
        choices=DECLINE_REASONS,
        widget=forms.RadioSelect(attrs={"class": "rows"}),
        error_messages={"required": _("Choose the reason that fits best. They read it.")},
    )
    note = forms.CharField(
        label=_("A line to them"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One thing that was good, or one they can do better."),
    )
    share_marks = forms.BooleanField(
        label=_("Let them read the scores they got"),
        required=False,
        help_text=_("Each score with what it means, without names and notes."),
    )


class OfferForm(MoveForm):
    """A yes, with a line to the person."""

    note = forms.CharField(
        label=_("A line to them"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What made you choose them."),
    )


class ExtendForm(MoveForm):
    """More time to answer an offer."""

    days = forms.TypedChoiceField(
        label=_("How many more business days?"),
        choices=EXTENSIONS,
        coerce=int,
        initial="2",
        widget=forms.RadioSelect,
    )


class RescindForm(MoveForm):
    """Taking an offer back, with the reason that the person reads."""

    reason = forms.ChoiceField(
        label=_("Why? They read this reason."),
        choices=RESCIND_REASONS,
        widget=forms.RadioSelect(attrs={"class": "rows"}),
        error_messages={"required": _("Choose the reason that fits best. They read it.")},
    )


class ApplicantPostForm(forms.Form):
    """One message; the key makes a double press one message."""

    use_required_attribute = False
    body = forms.CharField(
        label=_("Your message"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write something first.")},
    )
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)


FORMS: dict[str, Any] = {
    "decline": DeclineForm,
    "offer": OfferForm,
    "extend": ExtendForm,
    "rescind": RescindForm,
}
