"""How sign-in meets our house: joining is our action, every mail is stored before it is sent."""

from __future__ import annotations

import re
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest
from django.template.loader import render_to_string

from firstfoot.foundation.accounts.actions import join_person
from firstfoot.foundation.notifications.actions import store_mail
from firstfoot.kernel.ids import secret_token


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Named in ACCOUNT_ADAPTER."""

    def save_user(self, request: HttpRequest, user: Any, form: BaseForm, commit: bool = True) -> Any:
        """Join through the one action; allauth then adds the address, not yet confirmed."""
        data = form.cleaned_data
        return join_person(
            email=data["email"],
            password=data["password1"],
            chosen_name=data["chosen_name"],
            legal_name=data["legal_name"],
            time_zone=data["time_zone"],
            adult=data["adult"],
            terms_version=settings.TERMS_VERSION,
            with_address=False,
        )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail down; the worker sends it. Its text goes once it is sent: it may hold a code or a link."""
        words = {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, "email": email, **context}
        subject = render_to_string(f"{template_prefix}_subject.txt", words).strip()
        text = _spaced(render_to_string(f"{template_prefix}_message.txt", words))
        *parts, why = [part.strip() for part in text.split("\n\n") if part.strip()]
        html = render_to_string("people/mail.html", {**words, "subject": subject, "parts": parts, "why": why})
        kind = "account." + template_prefix.rpartition("/")[2]
        user = context.get("user")  # an unknown address has none
        store_mail(
            key=f"{kind}:{secret_token()}",
            kind=kind,
            address=email,
            subject=subject,
            text=text,
            html=html,
            recipient=user if getattr(user, "pk", None) else None,
            is_secret=True,
        )


def _spaced(text: str) -> str:
    """The text with no more than one empty line between its parts."""
    return re.sub(r"\n\s*\n+", "\n\n", text).strip() + "\n"
