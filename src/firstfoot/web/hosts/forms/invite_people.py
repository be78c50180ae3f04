"""Inviting somebody to apply."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class InviteByMailForm(forms.Form):
    """One address."""

    use_required_attribute = False
    email = forms.EmailField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))


class InviteAgainForm(forms.Form):
    """One of those who finished a project with the organization."""

    use_required_attribute = False
    person = forms.ChoiceField(label=_("Who worked with you"))

    def __init__(self, *args: Any, people: Iterable[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(person.public_id, person.name) for person in people]
        self.fields["person"].choices = [("", _("Choose a person")), *choices]  # type: ignore[attr-defined]
