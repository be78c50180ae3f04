"""What a host notes about somebody who worked there, and to which project it invites them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class BenchNoteForm(forms.Form):
    """A note of the organization; `seen` is the version it was written over."""

    use_required_attribute = False
    note = forms.CharField(
        label=_("Note"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Owners and recruiters read it, and the person finds it in the copy of their data."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class BenchInviteForm(forms.Form):
    """One of the projects that take applications."""

    use_required_attribute = False
    project = forms.ChoiceField(label=_("Project"))

    def __init__(self, *args: Any, projects: Iterable[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(project.public_id, project.title) for project in projects]
        first = [("", _("Choose a project"))] if len(choices) > 1 else []
        self.fields["project"].choices = [*first, *choices]  # type: ignore[attr-defined]
