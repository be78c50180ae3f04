"""The conversation of the two sides."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from firstfoot.foundation.conversations.actions import mark_read
from firstfoot.foundation.conversations.queries import posts_of
from firstfoot.kernel.ids import secret_token
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.work.forms.conversation import PostForm
from firstfoot.web.work.workspace import open_workspace, work_page
from firstfoot.work.engagements.actions import post_in_engagement


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def conversation(request: PersonRequest, public_id: str) -> HttpResponse:
    """Read what was written, and write."""
    ws = open_workspace(request, public_id)
    posted = request.method == "POST"
    form = PostForm(request.POST) if posted else PostForm(initial={"key": secret_token()})
    if posted and form.is_valid():
        post_in_engagement(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
        mark_read(thread_id=ws.engagement.thread_id, actor=request.user)
        return redirect("work:conversation", public_id)
    context = {"posts": list(posts_of(ws.engagement.thread_id)), "form": form if ws.can_move else None}
    return work_page(request, ws, "conversation", "conversation", 422 if posted else 200, **context)
