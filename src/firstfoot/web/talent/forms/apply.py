"""An application as it is typed: why, the host's questions, when, a link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.market.projects.brief import Question


class _Ticked(forms.MultipleChoiceField):
    """Words that were ticked; one that is no choice any more, since it was said meanwhile, is no fault."""

    def clean(self, value: Any) -> list[str]:
        ticked: list[str] = super().clean([one for one in value or () if self.valid_value(one)])
        return ticked


class ApplyForm(forms.Form):
    """Saving a draft asks for nothing; sending asks for what the host needs."""

    motivation = forms.CharField(
        label=_("Why this project, and why you?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("A few plain sentences. What draws you to it, and one thing you did that is a little like it."),
        error_messages={"required": _("Say in a sentence or two why you want this project.")},
    )
    availability = forms.CharField(
        label=_("When can you work on it?"),
        required=False,
        max_length=200,
        help_text=_("Such as “Tuesday and Thursday afternoons, and weekends”."),
    )
    link = forms.URLField(
        label=_("One link to something you made"),
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text=_("The host sees it once you are on the shortlist."),
    )
    have = _Ticked(
        label=_("Do you have one of these?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "rows"}),
        help_text=_("The project asks for them, and your profile does not say. What you tick is added to it."),
    )
    brief = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, questions: Sequence[Question], unsaid: Sequence[str] = (), sending: bool = True, **kwargs: Any
    ) -> None:
        """`unsaid` are skills of the brief that the profile does not say."""
        super().__init__(*args, **kwargs)
        if unsaid:
            self.fields["have"].choices = [(word, word) for word in unsaid]  # type: ignore[attr-defined]
        else:
            del self.fields["have"]
        self.asked = [f"answer_{number}" for number, _question in enumerate(questions)]
        for name, question in zip(self.asked, questions, strict=True):
            self.fields[name] = forms.CharField(
                label=question.text,
                required=question.required,
                max_length=3000,
                widget=forms.Textarea(attrs={"rows": 4}),
                help_text=_sample(question.minutes) if question.minutes else "",
                error_messages={
                    "required": _("The host needs an answer to “%(question)s”.") % {"question": question.text}
                },
            )
        self.order_fields(["motivation", *self.asked, "have", "availability", "link", "brief"])
        self.is_sending = sending

    def _clean_fields(self) -> None:
        """A draft may lack what the host needs; the page goes on saying that it is needed."""
        needed = [field for field in self.fields.values() if field.required and not self.is_sending]
        for field in needed:
            field.required = False
        try:
            super()._clean_fields()  # type: ignore[misc]
        finally:
            for field in needed:
                field.required = True

    def values(self) -> dict[str, Any]:
        """What the application keeps."""
        kept = {name: self.cleaned_data[name] for name in ("motivation", "availability", "link")}
        return {**kept, "answers": [self.cleaned_data[name] for name in self.asked]}


def _sample(minutes: int) -> str:
    """What is said of a question that asks for a sample of work."""
    text = _("A sample of work, the same for all: spend %(minutes)s minutes at most. It stays yours, and is used for "
             "nothing but choosing unless you agree.")  # fmt: skip
    return str(text) % {"minutes": minutes}


def typed(motivation: str, answers: Sequence[str], availability: str, link: str, brief: int) -> dict[str, Any]:
    """The initial values of the form for what stands already."""
    given = {f"answer_{number}": answer for number, answer in enumerate(answers)}
    return {"motivation": motivation, "availability": availability, "link": link, "brief": brief, **given}
