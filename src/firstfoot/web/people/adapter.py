"""How sign-in meets our house: joining is our action, every mail is stored before it is sent."""

from __future__ import annotations

import re
from typing import Any, cast
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context
from django.conf import settings
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from firstfoot.foundation.accounts.actions import join_person
from firstfoot.foundation.accounts.sign_ins import change_password, lock_person
from firstfoot.foundation.notifications.actions import store_mail
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.ids import secret_token
from firstfoot.web.shared.confirming import is_confirmed
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.signed_in import own_line, remember_sign_in

ADDRESS_LOOKUPS = 4  # what allauth looks up about the address of somebody new


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

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in, and write down where."""
        super().login(request, user)
        remember_sign_in(cast(PersonRequest, request))

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just signed in is not asked again."""
        return not is_confirmed(context.request) and bool(super().is_reauthentication_required(app=app, **kwargs))

    def set_password(self, user: Any, password: str) -> None:
        """Our action: spent once for the link or form it came by, and every other browser is signed out."""
        request = context.request
        keep = own_line(request) if request.user.is_authenticated else ""
        if not change_password(person=user, password=password, keep=keep):
            raise Conflict("password_link_used")

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """A code confirms once: of several that come at the same moment one counts."""
        with transaction.atomic():
            lock_person(email_address.user_id)
            if EmailAddress.objects.filter(
                user=email_address.user_id, email=email_address.email, verified=True
            ).exists():
                return False
            return bool(super().confirm_email(request, email_address))

    def send_account_already_exists_mail(self, email: str) -> None:
        """Joining with an address that is somebody's already takes the same work, so that the time tells nothing."""
        form = context.request.POST
        with transaction.atomic():
            person = join_person(
                email=f"{secret_token()}@example.invalid", password=form.get("password1", ""),
                chosen_name=form.get("chosen_name", ""), legal_name=form.get("legal_name", ""),
                time_zone=form.get("time_zone", ""), adult=True, terms_version=settings.TERMS_VERSION,
            )  # fmt: skip
            for _look in range(ADDRESS_LOOKUPS):
                EmailAddress.objects.filter(user=person, primary=True).first()
            transaction.set_rollback(True)
        super().send_account_already_exists_mail(email)

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """As allauth does, but as a mail to the person, not merely to an address."""
        super().send_notification_mail(template_prefix, user, {"user": user, **(context or {})}, email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write the mail down; the worker sends it. Its text goes once it is sent: it may hold a code or a link."""
        ours = {name: _at_home(value) if name.endswith("_url") else value for name, value in context.items()}
        words = {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, "email": email, **ours}
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

    def is_safe_url(self, url: str | None) -> bool:
        """Whether one may be led on to it: only within the site, never to another of its names."""
        return bool(url) and url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def _at_home(address: str) -> str:
    """The address where people reach the site, whatever host was asked for it."""
    parts = urlsplit(address)
    return settings.SITE_URL + urlunsplit(("", "", parts.path, parts.query, parts.fragment))


def _spaced(text: str) -> str:
    """The text with no more than one empty line between its parts."""
    return re.sub(r"\n\s*\n+", "\n\n", text).strip() + "\n"
