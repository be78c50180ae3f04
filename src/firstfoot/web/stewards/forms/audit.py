"""Which year the fairness audit is opened for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class AuditForm(forms.Form):
    """One of the years that have figures."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int, error_messages={"required": _("Choose a year.")})

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["year"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(year, str(year)) for year in years]
