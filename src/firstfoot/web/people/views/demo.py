"""Walking in as one of the demo's people; only on a demo installation."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from firstfoot.foundation.accounts.queries import demo_person
from firstfoot.web.shared.requests import PersonRequest, Request
from firstfoot.web.shared.signed_in import remember_sign_in

DESKS = {"host": "hosts:desk", "supervisor": "hosts:desk", "intern": "talent:desk", "steward": "stewards:desk"}


@require_POST
def walk_in(request: Request, role: str) -> HttpResponse:
    """Sign in without a password as host, intern, supervisor or steward of the demo world."""
    person = demo_person(role) if settings.DEMO else None
    if person is None:
        raise Http404
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    remember_sign_in(cast(PersonRequest, request))
    return redirect(DESKS[role])
