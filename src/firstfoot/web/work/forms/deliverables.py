"""Handing in a version, and answering it criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.forms.fields import DayField, FilesField, LinksField, TextField

MET = [("met", gettext_lazy("Met")), ("not_yet", gettext_lazy("Not yet"))]


class SubmitForm(forms.Form):
    """Files, links and a note; `key` makes sending it twice the same as once."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    attachments = FilesField(
        label=gettext_lazy("Files"),
        help_text=gettext_lazy("Documents, tables, pictures, slides or a zip; up to 10 files of 25 MB each."),
    )
    links = LinksField(
        label=gettext_lazy("Links"),
        required=False,
        help_text=gettext_lazy("One a line. Check that the host may open them."),
    )
    note = TextField(
        label=gettext_lazy("Note to the reviewer"), rows=4, required=False,
        help_text=gettext_lazy("What it is, what to look at first, what you are unsure about."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if not self.errors and not (data["attachments"] or data["links"] or data["note"].strip()):
            raise forms.ValidationError(_("Add a file, a link or a note."))
        return data


class DueForm(forms.Form):
    """Another due date, for the other side to agree to."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    due_on = DayField(label=gettext_lazy("Another due date"))


class DueAnswerForm(forms.Form):
    """One tap: the day that was shown, agreed to or not."""

    due_on = forms.DateField()
    answer = forms.ChoiceField(choices=[("agree", ""), ("keep", "")])


class ReviewForm(forms.Form):
    """A mark for each criterion, a comment for each "not yet", and the decision by the button."""

    submission = forms.IntegerField(widget=forms.HiddenInput)
    comment = TextField(label=gettext_lazy("To the intern"), rows=3, required=False)

    def __init__(self, *args: Any, criteria: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.criteria = criteria
        for one in criteria:
            self.fields[f"met_{one.number}"] = forms.ChoiceField(
                label=one.text, choices=MET, widget=forms.RadioSelect,
                error_messages={"required": _("Mark this: %(text)s") % {"text": one.text}},
            )  # fmt: skip
            self.fields[f"why_{one.number}"] = forms.CharField(
                label=_("What is missing?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
            )

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each criterion with its fields, for the page."""
        for one in self.criteria:
            yield {"criterion": one, "met": self[f"met_{one.number}"], "why": self[f"why_{one.number}"]}

    @property
    def accepts(self) -> bool:
        return self.data.get("decision") == "accept"

    def clean(self) -> dict[str, Any]:
        super().clean()
        data, not_yet = self.cleaned_data, 0
        for one in self.criteria:
            if data.get(f"met_{one.number}") != "not_yet":
                continue
            not_yet += 1
            if not data.get(f"why_{one.number}", "").strip():
                self.add_error(f"why_{one.number}", _("Say what is missing: %(text)s") % {"text": one.text})
            if self.accepts and one.required:
                self.add_error(
                    f"met_{one.number}", _("Required, so it must be met to accept: %(text)s") % {"text": one.text}
                )
        if not self.accepts and not not_yet and not data.get("comment", "").strip() and not self.errors:
            self.add_error("comment", _("Say what should change."))
        return data

    def marks(self) -> dict[int, tuple[bool, str]]:
        """What the action takes."""
        data = self.cleaned_data
        return {
            one.number: (
                data[f"met_{one.number}"] == "met",
                data[f"why_{one.number}"] if data[f"met_{one.number}"] != "met" else "",
            )
            for one in self.criteria
        }
