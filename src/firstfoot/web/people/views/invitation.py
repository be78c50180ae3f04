"""An invitation to join an organization: looking never spends it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from firstfoot.foundation.accounts.queries import confirmed_addresses
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import accept_invitation
from firstfoot.market.organizations.queries import invitation_by_token, role_in
from firstfoot.web.shared.requests import Request


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: Request, token: str) -> HttpResponse:
    """GET says who invites and into what role; POST joins."""
    found = invitation_by_token(token)
    if found is None:
        raise Http404
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(request.path)
        accept_invitation(token=token, actor=request.user)
        messages.success(request, _("Welcome to %(organization)s.") % {"organization": found.organization.name})
        return redirect("hosts:organization", found.organization.public_id)
    state = found.state
    if state == "sent" and found.expires_at <= clock.now():
        state = "expired"
    come_back = urlencode({"next": request.path, "email": found.email})
    context = {
        "invitation": found,
        "state": state,
        "standing": _standing(request, found),
        "sign_up": f"{reverse('account_signup')}?{come_back}",
        "sign_in": f"{reverse('account_login')}?{come_back}",
    }
    response = render(request, "people/invitation.html", context)
    # The address of this page is a key. "no-referrer" would also blank the Origin, and the form could not be sent.
    response["Referrer-Policy"] = "strict-origin"
    return response


def _standing(request: Request, found: object) -> str:
    """What the reader is to this invitation: visitor, member, other (address), or invited."""
    reader = request.user
    if not reader.is_authenticated:
        return "visitor"
    if role_in(reader.pk, found.organization_id) is not None:  # type: ignore[attr-defined]
        return "member"
    return "invited" if found.email in confirmed_addresses(reader) else "other"  # type: ignore[attr-defined]
