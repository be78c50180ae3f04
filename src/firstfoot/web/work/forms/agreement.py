"""Signing an agreement, and proposing other terms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import DayField, PayField, TextField
from firstfoot.web.work.reasons import SENTENCES
from firstfoot.work.engagements.terms import amended, fault_of

_FIGURES = ("pay_minor", "hours", "start_on", "end_on", "check_in_every_days")
# Where the fault of some terms is shown.
_FIELD_OF = {
    "pay_missing": "pay_minor", "pay_under_floor": "pay_minor", "hours_missing": "hours",
    "dates_out_of_order": "end_on", "cadence": "check_in_every_days",
}  # fmt: skip


class SignForm(forms.Form):
    """A typed name under the very text that was read."""

    content_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)
    typed_name = forms.CharField(
        label=gettext_lazy("Your full name"), max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "class": "medium"}),
    )  # fmt: skip

    def __init__(self, *args: Any, signer: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["typed_name"].help_text = _("You are %(name)s here. Type it as you sign.") % {"name": signer}

    agreed = forms.BooleanField(
        label=gettext_lazy("I have read this text and agree to it. My typed name counts as my signature."),
        error_messages={"required": gettext_lazy("Tick that you have read the text and agree to it.")},
    )


class CounterForm(forms.Form):
    """Other figures, dates and texts for the next version; all filled in with what stands."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    number = forms.IntegerField(widget=forms.HiddenInput, required=False)  # of the version these terms differ from
    hours = forms.IntegerField(label=gettext_lazy("Hours in all"), min_value=1, max_value=400)
    start_on = DayField(label=gettext_lazy("First day"))
    end_on = DayField(label=gettext_lazy("Last day"))
    check_in_every_days = forms.IntegerField(label=gettext_lazy("Days between check-ins"), min_value=1, max_value=31)
    note = TextField(
        label=gettext_lazy("Why you propose this"), rows=3, max_length=1000,
        help_text=gettext_lazy("The other side reads it above the new version."),
    )  # fmt: skip

    def __init__(self, *args: Any, terms: dict[str, Any], floor_minor: int = 0, **options: Any) -> None:
        self.terms, self.floor_minor, self.repeats = terms, floor_minor, False
        stand = {name: _value(terms, name) for name in _FIGURES}
        options["initial"] = {**stand, **options.get("initial", {})}
        super().__init__(*args, **options)
        self.fields["pay_minor"] = PayField(
            currency=terms["currency"], label=_("Pay for the whole project (%(currency)s)") % terms
        )
        for item in terms["deliverables"]:
            self._add(item)

    def _add(self, item: dict[str, Any]) -> None:
        number = item["number"]
        self.fields[f"title_{number}"] = forms.CharField(label=_("Title"), max_length=140, initial=item["title"])
        self.fields[f"format_{number}"] = forms.CharField(
            label=_("Format"), max_length=140, required=False, initial=item["format"]
        )
        self.fields[f"due_on_{number}"] = DayField(label=_("Due"), initial=date.fromisoformat(item["due_on"]))
        for place, criterion in enumerate(item["criteria"]):
            label = _("Good when (required)") if criterion["required"] else _("Good when (welcome)")
            self.fields[f"criterion_{number}_{place}"] = forms.CharField(
                label=label, max_length=300, initial=criterion["text"]
            )

    def figures(self) -> list[Any]:
        return [self[name] for name in _FIGURES]

    def results(self) -> Iterator[dict[str, Any]]:
        """The fields of each deliverable, for the page."""
        for item in self.terms["deliverables"]:
            number = item["number"]
            names = [f"title_{number}", f"format_{number}", f"due_on_{number}"]
            names += [f"criterion_{number}_{place}" for place in range(len(item["criteria"]))]
            yield {"number": number, "title": item["title"], "fields": [self[name] for name in names]}

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors:
            after = amended(self.terms, self.changes())
            self.repeats = after == self.terms
            fault = "nothing_changed" if self.repeats else fault_of(after, floor_minor=self.floor_minor)
            if fault:
                self.add_error(_FIELD_OF.get(fault), str(SENTENCES[fault]))
        return self.cleaned_data

    def changes(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in _FIGURES},
            "deliverables": [self._result(i) for i in self.terms["deliverables"]],
        }

    def _result(self, item: dict[str, Any]) -> dict[str, Any]:
        data, number = self.cleaned_data, item["number"]
        return {
            "number": number,
            "title": data[f"title_{number}"],
            "format": data[f"format_{number}"],
            "due_on": data[f"due_on_{number}"],
            "criteria": [
                {"text": data[f"criterion_{number}_{place}"], "required": criterion["required"]}
                for place, criterion in enumerate(item["criteria"])
            ],
        }


def _value(terms: dict[str, Any], name: str) -> Any:
    return date.fromisoformat(terms[name]) if name.endswith("_on") else terms[name]
