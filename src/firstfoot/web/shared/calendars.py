"""A chosen time as a file that calendars open."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone

from firstfoot.kernel.icalendar import calendar_file
from firstfoot.market.applications.interviews import event_of


def calendar_response(interview: Any, *, title: str, path: str) -> HttpResponse:
    """The download, on the reader's clock; there is none before a time was chosen, nor when the talk is void."""
    if not interview.is_live or interview.chosen_at is None:
        raise Http404
    domain = urlsplit(settings.SITE_URL).hostname or "localhost"
    event = event_of(interview, title=title, url=f"{settings.SITE_URL}{path}", domain=domain)
    file = calendar_file([event], product=settings.SITE_NAME, zone=timezone.get_current_timezone())
    response = HttpResponse(file, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="interview-{interview.public_id}.ics"'
    return response
