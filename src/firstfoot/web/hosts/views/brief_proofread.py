"""Asking a colleague to read a draft by link, taking the link back, and ticking off what they remarked."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from firstfoot.market.projects import queries
from firstfoot.market.projects.actions import end_proofreading, settle_remark, share_for_proofreading
from firstfoot.market.projects.proofreading import links_visible_to, live_link, remarks_visible_to
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_POST
def proofread_share(request: PersonRequest, public_id: str) -> HttpResponse:
    """Make the link; the preview shows it."""
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    share_for_proofreading(project_id=project.pk, actor=request.user)
    messages.success(request, _("The link is ready. Send it to whoever should read the draft."))
    return _to_link(public_id)


@login_required
@require_POST
def proofread_end(request: PersonRequest, public_id: str) -> HttpResponse:
    """Take the link back at once."""
    link = get_object_or_404(links_visible_to(request.user), public_id=public_id)
    end_proofreading(link_id=link.pk, actor=request.user)
    messages.success(request, _("The link opens nothing anymore. The remarks stay with you."))
    return _to_link(link.project.public_id)


@login_required
@require_POST
def remark_settle(request: PersonRequest, public_id: str) -> HttpResponse:
    """Tick a remark off."""
    remark = get_object_or_404(remarks_visible_to(request.user), public_id=public_id)
    settle_remark(remark_id=remark.pk, actor=request.user)
    messages.success(request, _("Ticked off."))
    project = remark.link.project.public_id
    if request.POST.get("from") == "preview":
        return redirect("hosts:brief_preview", project)
    return redirect("hosts:brief_step", project, remark.step)


def shared_link(project: Any) -> dict[str, Any]:
    """The link of a draft as the preview shows it; nothing while there is none."""
    link = live_link(project)
    path = reverse("public:proofread", args=[link.token]) if link else ""
    return {"proofread": link, "proofread_url": f"{settings.SITE_URL}{path}" if link else ""}


def _to_link(project: str) -> HttpResponse:
    return redirect(f"{reverse('hosts:brief_preview', args=[project])}#proofread")
