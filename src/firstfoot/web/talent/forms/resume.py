"""The written part of a resume, and one that is brought along."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.proof.portfolio.importing import EDUCATION, MOST_BYTES, MOST_ROWS, WORK, NotAResume, is_date, read_resume


class _When(forms.CharField):
    """A year, a month or a day."""

    def __init__(self, label: Any) -> None:
        attrs = {"class": "short", "placeholder": "2024-09"}
        super().__init__(label=label, required=False, max_length=10, widget=forms.TextInput(attrs=attrs))

    def clean(self, value: Any) -> str:
        said: str = super().clean(value)
        if said and not is_date(said):
            raise ValidationError(_("Write a date as 2024, 2024-09 or 2024-09-30."))
        return said


class EducationForm(forms.Form):
    institution = forms.CharField(label=gettext_lazy("School"), max_length=EDUCATION["institution"], required=False)
    study_type = forms.CharField(label=gettext_lazy("Degree"), max_length=EDUCATION["study_type"], required=False)
    area = forms.CharField(label=gettext_lazy("Subject"), max_length=EDUCATION["area"], required=False)
    from_on = _When(gettext_lazy("From"))
    until_on = _When(gettext_lazy("Until"))


class WorkForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Where"), max_length=WORK["name"], required=False)
    position = forms.CharField(label=gettext_lazy("As what"), max_length=WORK["position"], required=False)
    from_on = _When(gettext_lazy("From"))
    until_on = _When(gettext_lazy("Until"))
    summary = forms.CharField(
        label=gettext_lazy("What you did there"), max_length=WORK["summary"], required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip


_options: dict[str, Any] = {"extra": 1, "max_num": MOST_ROWS, "absolute_max": MOST_ROWS + 5, "validate_max": True}
EducationRows = forms.formset_factory(EducationForm, **_options)
WorkRows = forms.formset_factory(WorkForm, **_options)


class ResumeForm(forms.Form):
    """What its person says; the lines about work here come from the record."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31 - 1)
    label = forms.CharField(label=gettext_lazy("What you are"), max_length=120, required=False)
    summary = forms.CharField(
        label=gettext_lazy("You in a few sentences"), max_length=1500, required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    city = forms.CharField(label=gettext_lazy("City"), max_length=80, required=False)
    shows_email = forms.BooleanField(label=gettext_lazy("With my e-mail address"), required=False)
    shows_phone = forms.BooleanField(label=gettext_lazy("With my telephone number"), required=False)
    stands = forms.MultipleChoiceField(
        label=gettext_lazy("Projects on it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, items: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.items = list(items)
        self.fields["stands"].choices = self.items  # type: ignore[attr-defined]
        if not self.items:
            del self.fields["stands"]

    def values(self) -> dict[str, Any]:
        """What the action takes, besides the rows."""
        data = self.cleaned_data
        names = ("label", "summary", "city", "shows_email", "shows_phone")
        chosen = set(data.get("stands", ()))
        left_out = [public_id for public_id, _title in self.items if public_id not in chosen]
        return {**{name: data[name] for name in names}, "left_out": left_out}


class ImportForm(forms.Form):
    """A JSON Resume; it is read into the form, and kept only when that is saved."""

    file = forms.FileField(
        label=gettext_lazy("Your JSON Resume"), widget=forms.FileInput(attrs={"accept": "application/json,.json"}),
        error_messages={"required": gettext_lazy("Choose the file first.")},
        help_text=gettext_lazy("Education and work before, from another site. You look at it before it is saved."),
    )  # fmt: skip

    def clean_file(self) -> dict[str, Any]:
        file = self.cleaned_data["file"]
        try:
            return read_resume(file.read(MOST_BYTES + 1))
        except NotAResume as wrong:
            raise ValidationError(_("This is no JSON Resume that we can read, or it is larger than 200 KB.")) from wrong
