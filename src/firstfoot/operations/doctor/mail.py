"""Whether mail can leave: the server is called, greeted and signed in to; nothing is sent."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import mailers

from firstfoot.foundation.notifications.models import Mail, MailState, RefusedAddress
from firstfoot.operations.doctor.finding import Finding, fail, warn, well


def server() -> Finding:
    mailer = settings.MAILERS["default"]
    if "host" not in mailer.get("OPTIONS", {}):
        return warn(
            "mail", "mail is only written to the log", "Set SMTP_URL, such as smtp://user:password@host:587?starttls=1."
        )
    options = mailer["OPTIONS"]
    place = f"{options['host']}:{options['port']}"
    backend = mailers.default
    try:
        backend.open()
    except smtplib.SMTPAuthenticationError:
        return fail(
            "mail", f"{place} does not take the user and password", "Correct them in SMTP_URL (percent-encode signs)."
        )
    except (OSError, smtplib.SMTPException) as error:
        return fail("mail", f"{place} does not answer ({error})", "Correct SMTP_URL, or let the firewall pass it.")
    finally:
        backend.close()
    return well("mail", f"{place} takes our mail")


def sender() -> Finding:
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    if address.endswith("@localhost") or "@" not in address:
        return warn("sender", f"mail comes from {address}", "Set MAIL_FROM to an address of your own domain.")
    return well("sender", f"mail comes from {address}")


def stored_mail() -> Iterator[Finding]:
    """What did not arrive, as far as we know."""
    for state in (MailState.UNCERTAIN, MailState.FAILED):
        count = Mail.objects.filter(state=state).count()
        if count:
            yield warn(
                "mail", f"{count} mails are {state}", "A steward sees them under Mails, with the reason of each."
            )
    refused = RefusedAddress.objects.count()
    if refused:
        yield warn("mail", f"{refused} addresses were refused by their servers", "Their owners are told in the app.")
