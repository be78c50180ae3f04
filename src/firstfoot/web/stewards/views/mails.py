"""Mails that did not surely arrive, and addresses that refuse what we send."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from firstfoot.foundation.notifications.actions import send_mail_again
from firstfoot.foundation.notifications.queries import refused_addresses, troubled_mails
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required

PAGE = 25
REFUSED_SHOWN = 50
STATES = {
    "refused": gettext_lazy("Refused by the server"),
    "uncertain": gettext_lazy("May have arrived"),
    "failed": gettext_lazy("Not sent"),
}


@steward_required
@require_safe
def mails(request: PersonRequest) -> HttpResponse:
    """Both lists, newest first."""
    stretch = stretch_of(troubled_mails(), ("-created_at", "-pk"), PAGE, request.GET)
    context = {
        "stretch": stretch,
        "rows": [(mail, STATES[mail.state]) for mail in stretch],
        "refused": refused_addresses()[:REFUSED_SHOWN],
    }
    return render(request, "stewards/mails.html", context)


@steward_required
@require_POST
def again(request: PersonRequest, public_id: str) -> HttpResponse:
    """Send one mail once more, with the same Message-ID."""
    mail = get_object_or_404(troubled_mails(), public_id=public_id)
    send_mail_again(mail_id=mail.pk)
    messages.success(request, _("It is back in the queue and goes out within a minute."))
    return redirect("stewards:mails")
