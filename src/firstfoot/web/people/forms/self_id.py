"""What a person may say of their sex and ethnicity, or leave open."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.self_words import RACES, SEXES

_ROWS = {"class": "rows"}


class SelfIdForm(forms.Form):
    """Two questions; either may be left open, but sending the form without any answer is a slip."""

    sex = forms.ChoiceField(
        label=gettext_lazy("Sex"), choices=list(SEXES.items()), required=False, widget=forms.RadioSelect(attrs=_ROWS)
    )
    race = forms.ChoiceField(
        label=gettext_lazy("Race or ethnicity"),
        choices=list(RACES.items()),
        required=False,
        widget=forms.RadioSelect(attrs=_ROWS),
        help_text=gettext_lazy("The categories are those that yearly reports on hiring in the United States count."),
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors and not (self.cleaned_data.get("sex") or self.cleaned_data.get("race")):
            self.add_error("sex", _("Choose an answer to one question at least. To say nothing, leave this page."))
        return self.cleaned_data
