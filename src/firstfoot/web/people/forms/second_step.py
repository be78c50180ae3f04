"""Codes and passkeys, asked for in our words."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def _code_field(label: Any, hint: Any) -> forms.CharField:
    """A one-time code: phones offer the number keys, and may fill it in by themselves."""
    widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "short"})
    return forms.CharField(label=label, help_text=hint, max_length=40, widget=widget)


class _SpacedCode(forms.Form):
    """A code may be typed in groups, as apps and printed lists show it."""

    def clean_code(self) -> str:
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return str(super().clean_code())  # type: ignore[misc]


class CodeForm(_SpacedCode, AuthenticateForm):  # type: ignore[misc]
    """The second step at sign-in."""

    code = _code_field(
        gettext_lazy("Code"), gettext_lazy("Six digits from your app, or one of your recovery codes.")
    )  # fmt: skip


class ConfirmCodeForm(_SpacedCode, ReauthenticateForm):  # type: ignore[misc]
    """The second step, asked for again before something that matters."""

    code = _code_field(
        gettext_lazy("Code"), gettext_lazy("Six digits from your app, or one of your recovery codes.")
    )  # fmt: skip


class AppForm(_SpacedCode, ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator app."""

    code = _code_field(gettext_lazy("Code"), gettext_lazy("The six digits that the app shows now."))


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey and what to call it; it may stand for the password."""

    field_order = ["name", "passwordless", "credential"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, alone = self.fields["name"], self.fields["passwordless"]
        name.label, name.max_length = _("Name"), 60
        name.widget.attrs["maxlength"] = 60
        name.help_text = _("To tell it from others, such as “My phone”.")
        alone.label = _("Sign in with it alone, without my password.")
        alone.help_text = _("Your device then asks for your fingerprint, face or PIN.")
        if not self.is_bound:
            self.initial["passwordless"] = True
