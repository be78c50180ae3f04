"""A credential to check: a file, or its text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.proof.credentials.vc.checking import MOST_BYTES


class VerifyForm(forms.Form):
    """One of the two; it is read and forgotten."""

    file = forms.FileField(
        label=gettext_lazy("The file"), required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".json,.jwt,.txt,.png,application/json,image/png"}),
        error_messages={"empty": gettext_lazy("This file is empty.")},
        help_text=gettext_lazy("The badge (PNG), the credential (JSON) or its token (JWT), up to 2 MB."),
    )  # fmt: skip
    text = forms.CharField(
        label=gettext_lazy("Or its text"), required=False, strip=True, max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=gettext_lazy("Paste the whole of it. It is looked at and forgotten: nothing is kept."),
    )  # fmt: skip

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(_("No credential of ours is larger than 2 MB, so this is none."))
        return file

    def clean(self) -> dict[str, Any]:
        super().clean()
        if not self.errors and not self.cleaned_data.get("file") and not self.cleaned_data.get("text"):
            self.add_error("file", _("Choose a file, or paste its text."))
        return self.cleaned_data

    def raw(self) -> bytes:
        """What is to be checked; a file counts before a text."""
        file = self.cleaned_data["file"]
        return bytes(file.read()) if file else str(self.cleaned_data["text"]).encode()

    @property
    def asked(self) -> str:
        """What the answer calls it."""
        file = self.cleaned_data["file"]
        return str(file.name) if file else _("The text you pasted")
