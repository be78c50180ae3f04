"""The second step at sign-in: how we are called in apps and devices, and how its secrets are kept."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.foundation.accounts.keeping import hidden, shown


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Named in MFA_ADAPTER."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "This code is not right, or it was used already. An app shows a new one every 30 seconds."
        ),
        "unverified_email": gettext_lazy("Confirm your e-mail addresses first, or remove those that wait."),
        "cannot_generate_recovery_codes": gettext_lazy("Add an authenticator app or a passkey first."),
        "add_email_blocked": gettext_lazy("This address cannot be added."),
    }

    def get_totp_issuer(self) -> str:
        return settings.SITE_NAME

    def _get_site_name(self) -> str:
        return settings.SITE_NAME

    def build_totp_svg(self, url: str) -> str:
        """The QR code as an element of the page: our content policy lets no data: image in."""
        svg = super().build_totp_svg(url)
        return str(svg[svg.index("<svg") :])

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Passkey %(number)s") % {"number": count + 1} if count else _("My passkey")

    def encrypt(self, text: str) -> str:
        """Whoever reads the database alone cannot make codes."""
        return hidden(text)

    def decrypt(self, encrypted_text: str) -> str:
        return shown(encrypted_text)
