"""The intern's credentials: of the work and of a letter; asked for with one click, shown, taken along, taken back."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel.verdict import require
from firstfoot.proof.credentials.actions import revoke_credential, share_credential
from firstfoot.proof.credentials.files import baked_picture
from firstfoot.proof.credentials.queries import address_of, body_of
from firstfoot.web.shared.credential_words import REASONS, drawn, shown_in
from firstfoot.web.shared.paper.printing import file_name
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.certificates import OF_WORK, Certificate
from firstfoot.web.work.checking_offline import page_of
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.evaluations.queries import skills_seen


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def credential(request: PersonRequest, public_id: str, of: Certificate = OF_WORK) -> HttpResponse:
    """What there is and what can be done with it; sending asks for it."""
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    if request.method != "POST":
        return _page(request, ws, of)
    of.ask(ws.engagement, request.user)
    messages.success(request, _("Your credential is signed. Download it: it verifies without us."))
    return redirect(of.page, public_id)


@login_required
@require_POST
def anew(request: PersonRequest, public_id: str, of: Certificate = OF_WORK) -> HttpResponse:
    """Another one with the name and facts of today; the one before no longer counts."""
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    of.ask_anew(ws.engagement, request.user)
    messages.success(request, _("Issued anew. The one before now says that there is a newer one."))
    return redirect(of.page, public_id)


@login_required
@require_POST
def show(request: PersonRequest, public_id: str, of: Certificate = OF_WORK) -> HttpResponse:
    """Let its page be read by anyone who has the address, or no longer."""
    found = _own(request, public_id, of)
    shared = request.POST.get("shown") == "yes"
    share_credential(credential_id=found.pk, shared=shared, actor=request.user)
    messages.success(request, _("Anyone with the address can read it now.") if shared else _("Its page is closed."))
    return redirect(of.page, public_id)


@login_required
@require_POST
def take_back(request: PersonRequest, public_id: str, of: Certificate = OF_WORK) -> HttpResponse:
    """It no longer counts, wherever it was sent."""
    found = _own(request, public_id, of)
    revoke_credential(credential_id=found.pk, reason="holder", actor=request.user)
    messages.success(request, _("Taken back. Whoever checks it is told so."))
    return redirect(of.page, public_id)


@login_required
@require_safe
def as_document(request: PersonRequest, public_id: str, of: Certificate = OF_WORK) -> HttpResponse:
    """The signed document, byte for byte."""
    found = _own(request, public_id, of)
    return _file(found, of, found.document, "application/vc", "json")


@login_required
@require_safe
def as_token(request: PersonRequest, public_id: str, of: Certificate = OF_WORK) -> HttpResponse:
    """The same as one line of text."""
    found = _own(request, public_id, of)
    return _file(found, of, found.token, "application/vc+jwt", "jwt")


@login_required
@require_safe
def as_picture(request: PersonRequest, public_id: str, of: Certificate = OF_WORK) -> HttpResponse:
    """The badge, with the whole document in it."""
    found = _own(request, public_id, of)
    return _file(found, of, baked_picture(found), "image/png", "png")


@login_required
@require_safe
def offline(request: PersonRequest, public_id: str, of: Certificate = OF_WORK) -> HttpResponse:
    """One page that checks it without any network."""
    found = _own(request, public_id, of)
    return _file(found, of, page_of(found), "text/html; charset=utf-8", "html")


def _own(request: PersonRequest, public_id: str, of: Certificate) -> Any:
    ws = open_workspace(request, public_id)
    require(ws.standing.intern())
    found = of.found(ws.engagement, request.user)
    if found is None or not found.document:
        raise Http404
    return found


def _file(found: Any, of: Certificate, content: str | bytes, kind: str, ending: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    name = file_name(found.engagement.title)
    response["Content-Disposition"] = f'attachment; filename="{name}-{of.name}.{ending}"'
    return response


def _shows_more_now(credential: Any) -> bool:
    """Whether skills were seen since: the credential stands as it was issued until its holder has it issued anew."""
    if credential is None or not credential.document:
        return False
    return not shown_in(body_of(credential)).skills_were_seen and bool(skills_seen(credential.engagement))


def _page(request: PersonRequest, ws: Workspace, of: Certificate) -> HttpResponse:
    engagement = ws.engagement
    found = of.found(engagement, request.user)
    counts = found is not None and found.state == "issued"
    can_be_had = of.can_be_had(engagement)
    context: dict[str, Any] = {
        "credential": found,
        "counts": counts,
        "shown": shown_in(body_of(found)) if found and found.document else None,
        "why": REASONS.get(found.revoked_for, "") if found else "",
        "address": address_of(found) if found else "",
        "is_renamed": found is not None and found.earner != engagement.intern.formal_name,
        "may_ask": not counts and can_be_had and not engagement.is_held,
        "is_earned": can_be_had,
        "has_new_skills": of is OF_WORK and _shows_more_now(found) and counts,
        "art": drawn(of.art(engagement)),
        "site": settings.SITE_NAME,
        "at": of.addresses(engagement.public_id),
        "is_of_letter": of is not OF_WORK,
    }
    return work_page(request, ws, "credential", "closing", **context)
