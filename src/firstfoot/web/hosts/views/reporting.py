"""Reporting how an applicant behaves, or a message of their conversation, to the stewards."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from firstfoot.foundation.conversations.queries import posts_of
from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.actions import report_applicant, report_in_application
from firstfoot.market.moderation.policies import may_report_applicant, may_report_in_application, may_report_person
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


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: PersonRequest, public_id: str, post_id: str) -> HttpResponse:
    """Say what is wrong with a message in the conversation with an applicant."""
    found = applicant_of(request, public_id)
    require(may_report_in_application(request.user, found))
    post = get_object_or_404(posts_of(found.thread_id), public_id=post_id)
    require(may_report_person(request.user, post.author))

    def send(**said: Any) -> None:
        report_in_application(application_id=found.pk, post_id=post.pk, **said)

    back = f"{reverse('hosts:applicant', args=[public_id])}#post-{post_id}"
    return report_page(request, send, back, post=post)
