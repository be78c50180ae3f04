"""A host's answer to a public question, or the reason for none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.market.projects.states import SetAside

# What a host may give as the reason; the other is for a project that closed.
REASONS = [
    (SetAside.IN_BRIEF, _("The brief answers it already")),
    (SetAside.OFF_TOPIC, _("It is not about this project")),
    (SetAside.PRIVATE, _("The answer is not for everyone")),
]


class AnswerForm(forms.Form):
    """The answer, as everyone will read it; `seen` is the version of the question that was read."""

    use_required_attribute = False
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    answer = forms.CharField(
        label=_("Your answer"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It becomes part of the brief at once, for everyone, and of the agreement made later."),
    )


class SetAsideForm(forms.Form):
    """Why there is no public answer; the asker reads it."""

    use_required_attribute = False
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label=_("Why? Whoever asked reads this."), choices=REASONS, widget=forms.RadioSelect(attrs={"class": "rows"})
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """One open question with its two forms."""

    question: Any
    answer: AnswerForm
    set_aside: SetAsideForm


def asked(questions: Iterable[Any], given: tuple[Any, forms.Form] | None = None) -> list[Asked]:
    """Each question with its forms; `given` is the one that was answered, with the form that needs another look."""
    rows = []
    for question in questions:
        name, start = question.public_id, {"seen": question.version}
        answer = AnswerForm(prefix=f"a-{name}", initial=start)
        aside = SetAsideForm(prefix=f"s-{name}", initial=start)
        if given is not None and given[0] == question.pk:
            form = given[1]
            answer, aside = (form, aside) if isinstance(form, AnswerForm) else (answer, form)  # type: ignore[assignment]
        rows.append(Asked(question, answer, aside))
    return rows
