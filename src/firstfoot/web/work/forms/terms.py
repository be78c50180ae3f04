"""Other terms of an agreement, before it is signed or after: everything filled in with what stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.market.projects.brief import WITHOUT_PROGRAM
from firstfoot.web.shared.brief_words import AI_RULES, ENGAGED_AS, PORTFOLIO_RIGHTS, RIGHTS, WORKPLACES
from firstfoot.web.shared.pay_field import PayField
from firstfoot.web.work.forms.fields import DayField, TextField
from firstfoot.web.work.reasons import SENTENCES
from firstfoot.work.engagements.terms import MOST_DAYS_TO_PAY, MOST_DAYS_TO_REPLY, amended, fault_of, label_of_field

MOST_NEW = 2  # new results in one proposal, and new things that the host gives
_FIGURES = ("pay_minor", "hours", "start_on", "end_on", "check_in_every_days")
_TEXTS = ("outcome", "expenses", "equipment", "place", "ai_note", "portfolio_note")
_LISTS = ("in_scope", "out_of_scope", "tools")
_DAYS_AND_YEARS = {
    "reply_within_days": MOST_DAYS_TO_REPLY, "pay_within_days": MOST_DAYS_TO_PAY, "confidential_years": 10,
}  # fmt: skip
_CHOICES: dict[str, Any] = {
    "workplace": WORKPLACES,
    "ai_use": AI_RULES,
    "portfolio": PORTFOLIO_RIGHTS,
    "rights": RIGHTS,
    "engaged_as": {code: ENGAGED_AS[code] for code in WITHOUT_PROGRAM},
}
# Where the fault of some terms is shown.
_FIELD_OF = {
    "pay_missing": "pay_minor", "pay_under_floor": "pay_minor", "hours_missing": "hours",
    "dates_out_of_order": "end_on", "cadence": "check_in_every_days", "outcome_missing": "outcome",
    "pay_days": "pay_within_days", "reply_days": "reply_within_days",
}  # fmt: skip


class LinesField(forms.CharField):
    """A list, one item a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=6000, widget=forms.Textarea(attrs={"rows": 3}), required=False, **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class TermsForm(forms.Form):
    """Figures, texts and results; of results in `settled` nothing can change, and none gets another number."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    stands = forms.CharField(max_length=64, widget=forms.HiddenInput, required=False)  # digest of the terms they change
    number = forms.IntegerField(widget=forms.HiddenInput, required=False)  # of the version these terms differ from
    hours = forms.IntegerField(label=gettext_lazy("Hours in all"), min_value=1, max_value=400)
    start_on = DayField(label=gettext_lazy("First day"))
    end_on = DayField(label=gettext_lazy("Last day"))
    check_in_every_days = forms.IntegerField(label=gettext_lazy("Days between check-ins"), min_value=1, max_value=31)
    note = TextField(
        label=gettext_lazy("Why you propose this"), rows=3, max_length=1000,
        help_text=gettext_lazy("The other side reads it above the new version."),
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        terms: dict[str, Any],
        floor_minor: int = 0,
        settled: Collection[int] = (),
        has_started: bool = False,
        **options: Any,
    ) -> None:
        self.terms, self.floor_minor, self.repeats = terms, floor_minor, False
        self.figures_asked = tuple(name for name in _FIGURES if not (has_started and name == "start_on"))
        asked = (*_FIGURES, *_TEXTS, *_LISTS, *_CHOICES, *_DAYS_AND_YEARS, "hours_log")
        stand = {name: _value(terms, name) for name in asked}
        options["initial"] = {**stand, **options.get("initial", {})}
        super().__init__(*args, **options)
        self.open_results = [item for item in terms["deliverables"] if item["number"] not in settled]
        self.settled_results = [item for item in terms["deliverables"] if item["number"] in settled]
        self.fields["pay_minor"] = PayField(
            currency=terms["currency"], label=_("Pay for the whole project (%(currency)s)") % terms
        )
        if has_started:
            del self.fields["start_on"]
        self._add_texts()
        self._add_inputs()
        for item in self.open_results:
            self._add(item)
        for place in range(1, MOST_NEW + 1):
            self._add_new(place)

    def _add_texts(self) -> None:
        for name in _TEXTS:
            required = name == "outcome"
            self.fields[name] = TextField(label=label_of_field(name), rows=2, max_length=2000, required=required)
        for name in _LISTS:
            self.fields[name] = LinesField(label=label_of_field(name), help_text=_("One point a line."))
        for name, among in _CHOICES.items():
            choices = list(among.items())
            if self.terms.get(name, "") not in among:
                choices = [(self.terms.get(name, ""), _("Not said")), *choices]
            self.fields[name] = forms.ChoiceField(label=str(label_of_field(name)), choices=choices, required=False)
        for name, most in _DAYS_AND_YEARS.items():
            self.fields[name] = forms.IntegerField(
                label=str(label_of_field(name)), min_value=1, max_value=most, required=name in self.terms
            )
        self.fields["hours_log"] = forms.BooleanField(label=_("The intern writes down the hours"), required=False)

    def _add_inputs(self) -> None:
        empty = [{"text": "", "by_on": ""}] * MOST_NEW
        for place, item in enumerate([*self.terms["inputs"], *empty]):
            by_on = date.fromisoformat(item["by_on"]) if item["by_on"] else None
            self.fields[f"input_{place}"] = TextField(
                label=_("What the host gives"), rows=1, max_length=300, required=False, initial=item["text"]
            )
            self.fields[f"input_by_on_{place}"] = DayField(label=_("By"), required=False, initial=by_on)

    def _add(self, item: dict[str, Any]) -> None:
        number = item["number"]
        self.fields[f"title_{number}"] = forms.CharField(label=_("Title"), max_length=140, initial=item["title"])
        self.fields[f"format_{number}"] = forms.CharField(
            label=_("Format"), max_length=140, required=False, initial=item["format"]
        )
        self.fields[f"due_on_{number}"] = DayField(label=_("Due"), initial=date.fromisoformat(item["due_on"]))
        choices = [("", _("As all of the work")), *PORTFOLIO_RIGHTS.items()]
        self.fields[f"showing_{number}"] = forms.ChoiceField(
            label=_("May the intern show it?"), required=False, initial=item.get("showing", ""), choices=choices
        )
        for place, criterion in enumerate(item["criteria"]):
            label = _("Good when (required)") if criterion["required"] else _("Good when (welcome)")
            self.fields[f"criterion_{number}_{place}"] = forms.CharField(
                label=label, max_length=300, initial=criterion["text"], required=False
            )
        self.fields[f"more_{number}"] = LinesField(label=_("Further points by which it is good, one a line"))
        self.fields[f"left_out_{number}"] = forms.BooleanField(
            label=_("This result is not done after all"), required=False
        )

    def _add_new(self, place: int) -> None:
        self.fields[f"new_title_{place}"] = forms.CharField(label=_("Title"), max_length=140, required=False)
        self.fields[f"new_format_{place}"] = forms.CharField(label=_("Format"), max_length=140, required=False)
        self.fields[f"new_due_on_{place}"] = DayField(label=_("Due"), required=False)
        self.fields[f"new_criteria_{place}"] = LinesField(label=_("Good when, one point a line"))

    def figures(self) -> list[Any]:
        return [self[name] for name in self.figures_asked]

    def texts(self) -> list[Any]:
        """Scope, place, tools, showing the work and what the host gives, for the page."""
        names = ("outcome", *_LISTS, "workplace", "place", "equipment", "expenses", "ai_use", "ai_note", "portfolio",
                 "portfolio_note", "rights", "engaged_as", "hours_log", *_DAYS_AND_YEARS)  # fmt: skip
        return [self[name] for name in names]

    def inputs(self) -> list[tuple[Any, Any]]:
        """What the host gives and by when, side by side."""
        places = range(len(self.terms["inputs"]) + MOST_NEW)
        return [(self[f"input_{place}"], self[f"input_by_on_{place}"]) for place in places]

    def are_inputs_open(self) -> bool:
        """Whether the page shows them at once: something is wrong or different there."""
        return any(field.errors or field.name in self.changed_data for pair in self.inputs() for field in pair)

    def are_texts_open(self) -> bool:
        """Whether the page shows the texts at once: something is wrong or different there."""
        return any(field.errors or field.name in self.changed_data for field in self.texts())

    def results(self) -> Iterator[dict[str, Any]]:
        """The fields of each result that may change, for the page."""
        for item in self.open_results:
            number = item["number"]
            names = [f"title_{number}", f"format_{number}", f"due_on_{number}", f"showing_{number}"]
            names += [f"criterion_{number}_{place}" for place in range(len(item["criteria"]))]
            names += [f"more_{number}", f"left_out_{number}"]
            fields = [self[name] for name in names]
            changed = any(field.errors or (self.is_bound and field.name in self.changed_data) for field in fields)
            yield {"number": number, "title": item["title"], "fields": fields, "open": changed}

    def additions(self) -> Iterator[dict[str, Any]]:
        """The fields of each result that may be added."""
        for place in range(1, MOST_NEW + 1):
            fields = [self[f"new_{name}_{place}"] for name in ("title", "format", "due_on", "criteria")]
            yield {"place": place, "fields": fields, "open": any(f.errors or f.value() for f in fields)}

    def clean(self) -> dict[str, Any]:
        super().clean()
        for place in range(1, MOST_NEW + 1):
            self._check_new(place)
        self._check_inputs()
        if not self.errors:
            after = amended(self.terms, self.changes())
            self.repeats = after == self.terms
            fault = "nothing_changed" if self.repeats else fault_of(after, floor_minor=self.floor_minor)
            if fault:
                self.add_error(_FIELD_OF.get(fault), str(SENTENCES[fault]))
        return self.cleaned_data

    def _check_new(self, place: int) -> None:
        data = self.cleaned_data
        given = [data.get(f"new_{name}_{place}") for name in ("title", "format", "due_on", "criteria")]
        if not any(given):
            return
        wanted = {
            "title": _("Give the new result a title."), "due_on": _("Say when it is due."),
            "criteria": _("Say by what it is good: at least one point."),
        }  # fmt: skip
        for name, sentence in wanted.items():
            if not data.get(f"new_{name}_{place}") and f"new_{name}_{place}" not in self.errors:
                self.add_error(f"new_{name}_{place}", sentence)

    def _check_inputs(self) -> None:
        for text, by_on in self.inputs():
            given, day = self.cleaned_data.get(text.name), self.cleaned_data.get(by_on.name)
            if given and day is None and by_on.name not in self.errors:
                self.add_error(by_on.name, _("Say by which day it is there."))

    def changes(self) -> dict[str, Any]:
        """What the actions take."""
        data = self.cleaned_data
        asked = (*self.figures_asked, *_TEXTS, *_LISTS, *_CHOICES, *_DAYS_AND_YEARS, "hours_log")
        left_out = [i["number"] for i in self.open_results if data[f"left_out_{i['number']}"]]
        return {
            **{name: _plain(data[name]) for name in asked if self._is_said(name)},
            **({"inputs": self._inputs()} if self.are_inputs_open() else {}),
            "deliverables": [self._result(i) for i in self.open_results],
            "left_out": left_out,
            "added": [self._new(place) for place in range(1, MOST_NEW + 1) if data[f"new_title_{place}"]],
        }

    def _is_said(self, name: str) -> bool:
        """Agreements of before lack some terms: those are left out until somebody says them."""
        return name in self.terms or self.cleaned_data[name] not in (None, "", False, [])

    def _inputs(self) -> list[dict[str, Any]]:
        data = self.cleaned_data
        given = ((" ".join(data[text.name].split()), data[by_on.name]) for text, by_on in self.inputs())
        return [{"text": text, "by_on": by_on} for text, by_on in given if text]

    def _result(self, item: dict[str, Any]) -> dict[str, Any]:
        data, number = self.cleaned_data, item["number"]
        kept = [
            {"text": data[f"criterion_{number}_{place}"], "required": criterion["required"]}
            for place, criterion in enumerate(item["criteria"])
            if data[f"criterion_{number}_{place}"]
        ]
        return {
            "number": number,
            "title": data[f"title_{number}"],
            "format": data[f"format_{number}"],
            "due_on": data[f"due_on_{number}"],
            "criteria": kept + _required(data[f"more_{number}"]),
            "showing": data[f"showing_{number}"],
        }

    def _new(self, place: int) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "title": data[f"new_title_{place}"],
            "format": data[f"new_format_{place}"],
            "due_on": data[f"new_due_on_{place}"],
            "criteria": _required(data[f"new_criteria_{place}"]),
        }


def _required(texts: Iterable[str]) -> list[dict[str, Any]]:
    return [{"text": text[:300], "required": True} for text in texts]


def _plain(value: Any) -> Any:
    """A text with the line breaks that it is kept with, whatever the browser sent."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _value(terms: dict[str, Any], name: str) -> Any:
    return date.fromisoformat(terms[name]) if name.endswith("_on") else terms.get(name, "")
