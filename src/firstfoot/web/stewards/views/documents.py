"""Documents about an organization that stewards saw outside of Firstfoot: one notes it, a second one answers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.actions import (
    confirm_document,
    deny_document,
    note_document,
    take_back_document,
)
from firstfoot.market.organizations.policies import may_answer_document, may_note_document
from firstfoot.market.organizations.queries import sightings_visible_to
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.documents import DocumentForm, DoubtForm
from firstfoot.web.stewards.views.organization import found_host, host_page


@steward_required
@require_POST
def note(request: PersonRequest, public_id: str) -> HttpResponse:
    """I saw a document."""
    found = found_host(request, public_id)
    require(may_note_document(request.user, found))
    form = DocumentForm(request.POST, zone=request.user.zone, auto_id="document_%s")
    if not form.is_valid():
        return host_page(request, found, document_form=form, form=form)
    try:
        note_document(organization_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        return _too_late(request, public_id, refused, form.cleaned_data["words"])
    messages.success(request, _("Noted. It counts once a second steward saw it, too."))
    return _back(public_id)


@steward_required
@require_POST
def confirm(request: PersonRequest, public_id: str, document: str) -> HttpResponse:
    """I saw it, too."""
    confirm_document(sighting_id=_sighting(request, public_id, document).pk, actor=request.user)
    messages.success(request, _("Two stewards saw it now. You still decide."))
    return _back(public_id)


@steward_required
@require_POST
def deny(request: PersonRequest, public_id: str, document: str) -> HttpResponse:
    """It is not as noted."""
    sighting = _sighting(request, public_id, document)
    require(may_answer_document(request.user, sighting))
    form = DoubtForm(request.POST, auto_id="doubt_%s")
    if not form.is_valid():
        return host_page(request, found_host(request, public_id), doubt_form=form, form=form)
    try:
        deny_document(sighting_id=sighting.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        return _too_late(request, public_id, refused, form.cleaned_data["reason"])
    messages.success(request, _("Said. The document does not count."))
    return _back(public_id)


@steward_required
@require_POST
def take_back(request: PersonRequest, public_id: str, document: str) -> HttpResponse:
    """I noted it by mistake."""
    take_back_document(sighting_id=_sighting(request, public_id, document).pk, actor=request.user)
    messages.success(request, _("Taken back."))
    return _back(public_id)


def _sighting(request: PersonRequest, public_id: str, document: str) -> Any:
    mine = sightings_visible_to(request.user).filter(organization__public_id=public_id)
    return get_object_or_404(mine, public_id=document)


def _back(public_id: str) -> HttpResponse:
    return redirect(_place(public_id))


def _place(public_id: str) -> str:
    return reverse("stewards:organization", args=[public_id]) + "#document"


def _too_late(request: PersonRequest, public_id: str, refused: Conflict, mine: str) -> HttpResponse:
    """409 with what was typed beside the reason."""
    return conflict(request, mine, reason(refused), _place(public_id))
