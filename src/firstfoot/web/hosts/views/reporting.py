"""Reporting how an applicant behaves to the stewards."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.actions import report_applicant
from firstfoot.market.moderation.policies import may_report_applicant
from firstfoot.web.hosts.views.applicant import applicant_of
from firstfoot.web.shared.reporting import report_page
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: PersonRequest, public_id: str) -> HttpResponse:
    """Say what is wrong, once it is known who it is."""
    found = applicant_of(request, public_id)
    require(may_report_applicant(request.user, found))

    def send(**said: Any) -> None:
        report_applicant(application_id=found.pk, **said)

    return report_page(request, send, reverse("hosts:applicant", args=[public_id]), person=found.person)
