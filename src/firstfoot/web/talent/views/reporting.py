"""Reporting a message in the conversation of an application to the stewards."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from firstfoot.foundation.conversations.queries import posts_of
from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.actions import report_in_application
from firstfoot.market.moderation.policies import may_report_person
from firstfoot.web.shared.reporting import report_page
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.talent.views.application import own_application


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: PersonRequest, public_id: str, post_id: str) -> HttpResponse:
    """Say what is wrong with a message of the host."""
    mine = own_application(request, public_id)
    post = get_object_or_404(posts_of(mine.thread_id), public_id=post_id)
    require(may_report_person(request.user, post.author))

    def send(**said: Any) -> None:
        report_in_application(application_id=mine.pk, post_id=post.pk, **said)

    back = f"{reverse('talent:application', args=[public_id])}#post-{post_id}"
    return report_page(request, send, back, post=post)
