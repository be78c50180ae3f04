"""A reviewer's mark, and the rubric it is written by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.market.applications.rubric import FEWEST, MOST, TOP, Criteria, RubricCriterion, is_sound
from firstfoot.web.shared.rubric_words import anchors_of, title_of


class MarkForm(forms.Form):
    """One score a criterion, each with its meaning in words, and a note; made from the criteria it is given."""

    use_required_attribute = False
    rubric = forms.CharField(max_length=16, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(
        label=gettext_lazy("Your note"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "What in their answers made you decide so. Colleagues read it once they wrote theirs; "
            "who applied can ask for a copy once they are answered."
        ),
        error_messages={"required": gettext_lazy("Write a line: scores without a reason help nobody.")},
    )
    field_order = ("rubric", "seen")

    def __init__(self, *args: Any, criteria: Criteria, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, criterion in enumerate(criteria):
            self.fields[f"score_{number}"] = forms.TypedChoiceField(
                label=title_of(criterion),
                choices=[(score, f"{score} · {words}") for score, words in enumerate(anchors_of(criterion))],
                coerce=int,
                widget=forms.RadioSelect(attrs={"class": "rows"}),
                error_messages={"required": _("Choose what comes closest.")},
            )
        self.order_fields([*(f"score_{number}" for number in range(len(criteria))), "note"])
        self.count = len(criteria)

    def written(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        scores = [data[f"score_{number}"] for number in range(self.count)]
        return {"rubric": data["rubric"], "seen": data["seen"] or 0, "scores": scores, "note": data["note"]}


class RubricForm(forms.Form):
    """Up to six criteria, each with a line on what 0 to 4 mean; an empty one is left out."""

    use_required_attribute = False
    seen = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, criteria: Criteria, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stands = criteria
        for number in range(MOST):
            criterion = criteria[number] if number < len(criteria) else None
            self.fields[f"text_{number}"] = forms.CharField(
                label=_("Criterion %(n)s") % {"n": number + 1},
                required=False,
                max_length=600,
                initial=title_of(criterion) if criterion else "",
            )
            self.fields[f"anchors_{number}"] = forms.CharField(
                label=_("What 0, 1, 2, 3 and 4 mean, a line each"),
                required=False,
                max_length=800,
                initial="\n".join(anchors_of(criterion)) if criterion else "",
                widget=forms.Textarea(attrs={"rows": 5}),
            )

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        for number in range(MOST):
            lines = _lines(data.get(f"anchors_{number}", ""))
            if data.get(f"text_{number}") and len(lines) not in {0, TOP + 1}:
                self.add_error(f"anchors_{number}", _("Write five lines, from 0 to 4, or none for ours."))
        if not self.errors and not is_sound(self.criteria()):
            words = _("A rubric has %(least)s to %(most)s criteria.") % {"least": FEWEST, "most": MOST}
            self.add_error("text_0", words)
        return data

    def criteria(self) -> Criteria:
        """What was written; a criterion left as it was keeps the words it came with."""
        found = [self._criterion(number) for number in range(MOST) if self.cleaned_data.get(f"text_{number}")]
        return tuple(found)

    def _criterion(self, number: int) -> RubricCriterion:
        text, lines = self.cleaned_data[f"text_{number}"], _lines(self.cleaned_data.get(f"anchors_{number}", ""))
        old = self.stands[number] if number < len(self.stands) else None
        if old is None or text != title_of(old):
            return RubricCriterion("own", text, tuple(lines))
        return replace(old, anchors=old.anchors if lines == anchors_of(old) else tuple(lines))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
