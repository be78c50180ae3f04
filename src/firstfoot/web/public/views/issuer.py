"""What programs fetch to check our credentials: the issuer's keys, and the lists of what was taken back."""

from __future__ import annotations

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from firstfoot.proof.credentials.publishing import issuer_document, status_list

# A revocation shows within this time wherever copies are kept on the way.
SECONDS = 30


@require_safe
def did(request: HttpRequest) -> HttpResponse:
    """The document of the site's did:web; 404 while it has no key, or no domain of its own."""
    document = issuer_document()
    if document is None:
        raise Http404
    return _open(json.dumps(document), "application/did+json")


@require_safe
def revocations(request: HttpRequest, public_id: str) -> HttpResponse:
    """One list as a signed document."""
    return _open(_list(public_id)["document"], "application/vc")


@require_safe
def revocations_token(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same as VC-JWT."""
    return _open(_list(public_id)["token"], "application/vc+jwt")


def _list(public_id: str) -> dict[str, str]:
    found = status_list(f"{settings.SITE_URL}{reverse('public:revocations', args=[public_id])}")
    if found is None:
        raise Http404
    return found


def _open(text: str, kind: str) -> HttpResponse:
    """For anyone and any page: it says nothing about who asks, and is signed."""
    response = HttpResponse(text, content_type=kind)
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    response["Access-Control-Allow-Origin"] = "*"
    return response
