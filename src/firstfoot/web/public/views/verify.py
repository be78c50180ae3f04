"""Whether a credential is ours, whole, and counts: by its own address, or by the file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from firstfoot.proof.credentials.queries import answer_to, body_of, shown_credential, stands_by_now
from firstfoot.proof.portfolio.queries import letter_certified_by
from firstfoot.web.public.forms.verify import VerifyForm
from firstfoot.web.shared.confirmation import confirmed_by, facts_of, state_of
from firstfoot.web.shared.credential_words import REASONS, VERDICTS, shown_in
from firstfoot.web.shared.limits import Rate, too_often

# Reading a signed document takes some milliseconds: enough for whoever checks a pile of applications.
OFTEN = Rate("verify", 60, seconds=60)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Check a file or a text; sending it changes nothing, and nothing of it is kept."""
    if request.method != "POST":
        return render(request, "public/verify.html", {"form": VerifyForm()})
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "public/verify.html", {"form": form}, status=422)
    if too_often(request, OFTEN):
        form.add_error(None, _("That was many in a short time. Wait a minute, then send it again."))
        return render(request, "public/verify.html", {"form": form}, status=429)
    answer = answer_to(form.raw())
    context = {"form": VerifyForm(), "asked": form.asked, **_said(answer.verdict, answer.body, answer.credential)}
    return render(request, "public/verify.html", context)


@never_cache
@require_safe
def credential(request: HttpRequest, public_id: str) -> HttpResponse:
    """What one credential says and whether it counts, while whoever holds it shows it to anyone."""
    found = shown_credential(public_id)
    if found is None:
        response = render(request, "public/verify.html", {"form": VerifyForm(), "is_hidden": True}, status=404)
    else:
        verdict = "valid" if found.state == "issued" else str(found.state)
        context = {**_said(verdict, body_of(found), found), "is_page": True, "form": VerifyForm()}
        response = render(request, "public/verify.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_safe
def confirmation(request: HttpRequest, token: str) -> HttpResponse:
    """What must stand on a confirmation; only who has the paper has this address."""
    found = confirmed_by(token)
    context = {
        "work": found, "facts": facts_of(found) if found else [], "state": state_of(found) if found else "",
    }  # fmt: skip
    response = render(request, "public/confirmation.html", context, status=200 if found else 404)
    response["X-Robots-Tag"] = "noindex"
    return response


def _said(verdict: str, body: dict[str, Any], credential: Any) -> dict[str, Any]:
    return {
        "verdict": VERDICTS[verdict],
        "shown": shown_in(body) if "credentialSubject" in body else None,
        "credential": credential,
        "why": REASONS.get(credential.revoked_for, "") if credential else "",
        **(_of_letter(credential) if credential and credential.kind == "recommendation" else {}),
    }


def _of_letter(credential: Any) -> dict[str, Any]:
    """Who wrote it, while they are here: the file itself does not say; and no word of one that was taken back, be it
    in the form that was made anew later."""
    return {"author": letter_certified_by(credential), "hides_words": not stands_by_now(credential)}
