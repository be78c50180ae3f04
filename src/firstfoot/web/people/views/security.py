"""How a person signs in: password, addresses, second step, passkeys, and where they are signed in now."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.foundation.accounts.sign_ins import end_other_sign_ins, end_sign_in, sign_ins_of, touch_sign_in
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.signed_in import own_line

TYPE = Authenticator.Type


@login_required
@require_safe
def security(request: PersonRequest) -> HttpResponse:
    """Everything about signing in, on one page."""
    own = {TYPE.TOTP: None, TYPE.RECOVERY_CODES: None}
    passkeys = []
    for each in Authenticator.objects.filter(user=request.user).order_by("pk"):
        if each.type == TYPE.WEBAUTHN:
            passkeys.append(_passkey(each))
        else:
            own[each.type] = each
    codes = own[TYPE.RECOVERY_CODES]
    here = own_line(request)
    context = {
        "addresses": EmailAddress.objects.filter(user=request.user).order_by("-primary", "pk"),
        "has_password": request.user.has_usable_password(),
        "app": own[TYPE.TOTP],
        "passkeys": passkeys,
        "codes": codes,
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "has_second_step": bool(own[TYPE.TOTP] or passkeys),
        "sign_ins": [(line, line.public_id == here) for line in sign_ins_of(request.user)],
    }
    return render(request, "people/security.html", context)


def _passkey(each: Authenticator) -> dict[str, Any]:
    key = each.wrap()
    return {"key": each, "name": key.name, "is_alone": key.is_passwordless is not False}


@login_required
@require_POST
def end(request: PersonRequest, public_id: str) -> HttpResponse:
    """Sign out one other browser; one that is out already is no error."""
    if public_id == own_line(request):
        return redirect("account_logout")
    if end_sign_in(line=public_id, actor=request.user):
        messages.success(request, _("Signed out there."))
    else:
        messages.info(request, _("It was signed out already."))
    return redirect("people:security")


@login_required
@require_POST
def end_others(request: PersonRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    person = end_other_sign_ins(keep=own_line(request), actor=request.user)
    update_session_auth_hash(request, person)
    touch_sign_in(line=own_line(request), session_key=request.session.session_key or "")
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("people:security")


@login_required
def lead_here(request: PersonRequest) -> HttpResponse:
    """From where allauth would show lists of its own."""
    return redirect("people:security")
