"""How far one engagement suited the intern."""

from __future__ import annotations

from typing import Any

from django import forms

from firstfoot.web.shared.fit_words import FITS, SUITS


class FitForm(forms.Form):
    """Four taps, each may be left out."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for code, (label, hint) in FITS.items():
            self.fields[code] = forms.ChoiceField(
                label=label, help_text=hint, choices=list(SUITS.items()), widget=forms.RadioSelect, required=False
            )

    def levels(self) -> dict[str, int]:
        return {code: int(level) for code, level in self.cleaned_data.items() if level}
