"""Reporting a message, or somebody around the work, to the stewards."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.policies import may_report_person
from firstfoot.web.shared.reporting import report_page
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.workspace import open_workspace
from firstfoot.work.engagements.actions import report_around_work, report_in_conversation
from firstfoot.work.engagements.queries import message_of, people_in_conversation


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: PersonRequest, public_id: str, post_id: str) -> HttpResponse:
    """Say what is wrong with a message of the other side, or of one's own."""
    ws = open_workspace(request, public_id)
    post = message_of(ws.engagement, post_id)
    if post is None:
        raise Http404
    require(may_report_person(request.user, post.author))
    back = f"{reverse('work:conversation', args=[public_id])}?at={post_id}#post-{post_id}"

    def send(**said: Any) -> None:
        report_in_conversation(engagement_id=ws.engagement.pk, post_id=post.pk, **said)

    return report_page(request, send, back, post=post)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: PersonRequest, public_id: str, person_id: str) -> HttpResponse:
    """Say what is wrong with how somebody around the work behaves."""
    ws = open_workspace(request, public_id)
    found = get_object_or_404(people_in_conversation(ws.engagement), public_id=person_id)
    require(may_report_person(request.user, found))

    def send(**said: Any) -> None:
        report_around_work(engagement_id=ws.engagement.pk, person_id=found.pk, **said)

    return report_page(request, send, reverse("work:engagement", args=[public_id]), person=found)
