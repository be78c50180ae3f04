"""Form fields for what a brief holds: lists typed as lines, money in whole units, choices that keep odd values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext

from firstfoot.web.shared.skill_words import skill_attrs

LINE_LENGTH = 240


class DraftForm(forms.Form):
    """A part of a draft: fields say what a brief needs, and nothing is refused for being missing yet."""

    use_required_attribute = False

    def _clean_fields(self) -> None:
        needed = [field for field in self.fields.values() if field.required]
        for field in needed:
            field.required = False
        try:
            super()._clean_fields()  # type: ignore[misc]
        finally:
            for field in needed:
                field.required = True


class TextField(forms.CharField):
    """A text of some sentences."""

    def __init__(self, *, rows: int = 3, max_length: int = 2000, **options: Any) -> None:
        super().__init__(max_length=max_length, widget=forms.Textarea(attrs={"rows": rows}), **options)


class LineField(forms.CharField):
    """One line of text that wraps and grows on the page, so that all of it can be read."""

    def __init__(self, *, max_length: int = 300, placeholder: Any = "", **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 1, "class": "line", "placeholder": placeholder})
        super().__init__(max_length=max_length, widget=widget, **options)

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class LinesField(forms.CharField):
    """A list, one thing a line; with `commas` also several on one line, with `suggests` out of the skills we know."""

    def __init__(
        self, *, rows: int = 4, most: int = 15, commas: bool = False, suggests: bool = False, **options: Any
    ) -> None:
        attrs = {"rows": rows, **(skill_attrs() if suggests else {})}
        super().__init__(widget=forms.Textarea(attrs=attrs), max_length=5000, **options)
        self.most, self.commas = most, commas

    def prepare_value(self, value: Any) -> Any:
        joint = ", " if self.commas else "\n"
        return value if value is None or isinstance(value, str) else joint.join(value)

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = tuple(dict.fromkeys(self._lines(super().clean(value))))
        if len(lines) > self.most:
            text = ngettext("At most %(most)d line.", "At most %(most)d lines.", self.most)
            raise ValidationError(text % {"most": self.most})
        if any(len(line) > LINE_LENGTH for line in lines):
            raise ValidationError(gettext("Keep each line under %(most)d characters.") % {"most": LINE_LENGTH})
        return lines

    def _lines(self, text: str) -> Iterable[str]:
        for line in text.splitlines():
            for part in line.split(",") if self.commas else [line]:
                if plain := part.strip().lstrip("-*• ").strip():
                    yield plain


class CountField(forms.IntegerField):
    """A whole number; left empty it is 0, "not said yet"."""

    def __init__(self, *, least: int = 1, most: int, **options: Any) -> None:
        super().__init__(min_value=least, max_value=most, **options)

    def prepare_value(self, value: Any) -> Any:
        return "" if value == 0 else value

    def clean(self, value: Any) -> int:
        return super().clean(value) or 0


class DayField(forms.DateField):
    """A date, chosen with the browser's own calendar."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class OneOf(forms.ChoiceField):
    """One of some codes; `tiles` shows all of them."""

    def __init__(self, *, tiles: bool = False, rows: bool = False, **options: Any) -> None:
        attrs = {"class": "rows"} if rows else {}
        widget = forms.RadioSelect(attrs=attrs) if tiles else forms.Select(attrs={"class": "medium"})
        super().__init__(widget=widget, **options)


class OneNumber(forms.TypedChoiceField):
    """One of some numbers; left empty it is 0. A number that a template brought along stays on offer."""

    def __init__(self, *, numbers: Sequence[tuple[int, Any]], **options: Any) -> None:
        widget = forms.Select(attrs={"class": "medium"})
        super().__init__(coerce=int, choices=numbers, widget=widget, **options)
        self.numbers = numbers

    def clean(self, value: Any) -> int:
        return int(super().clean(value) or 0)

    def offer(self, value: int, label: Any) -> None:
        if value and value not in dict(self.numbers):
            self.choices = sorted([*self.numbers, (value, label)], key=lambda pair: pair[0])
