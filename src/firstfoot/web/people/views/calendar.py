"""A person's calendar under a secret address: read by programs, made anew or ended by its person."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.foundation.links.actions import end_calendar, make_calendar
from firstfoot.foundation.links.queries import person_by_calendar
from firstfoot.reactions.calendars import feed_of
from firstfoot.reactions.telling import absolute
from firstfoot.web.people.views.settings import show
from firstfoot.web.shared.confirming import confirmed
from firstfoot.web.shared.requests import PersonRequest


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The file; 404 for an address that was replaced or ended, and while the account is closed."""
    person = person_by_calendar(secret)
    if person is None:
        raise Http404
    response = HttpResponse(feed_of(person), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="calendar.ics"'
    response["Cache-Control"], response["Referrer-Policy"] = "private, no-store", "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@login_required
@require_POST
@confirmed
def make(request: PersonRequest) -> HttpResponse:
    """A new address in place of the one before, shown on this page alone."""
    secret = make_calendar(person_id=request.user.pk, actor=request.user)
    return show(request, calendar=absolute(reverse("people:calendar", args=[secret])))


@login_required
@require_POST
def end(request: PersonRequest) -> HttpResponse:
    """Nobody reads it from now on."""
    end_calendar(person_id=request.user.pk, actor=request.user)
    messages.success(request, _("The address of your calendar is ended. Programs that read it find nothing there."))
    return redirect("people:settings")
