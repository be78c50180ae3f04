"""The inbox: what a person was told, newest first."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.foundation.notifications.actions import mark_all_read, mark_notice_read
from firstfoot.foundation.notifications.queries import notices_visible_to, refused_addresses, unread_count
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.requests import PersonRequest

PAGE = 20
NEWEST_FIRST = ("-created_at", "-pk")


@login_required
@require_safe
def inbox(request: PersonRequest) -> HttpResponse:
    """All notices, and a word about mail that comes back."""
    stretch = stretch_of(notices_visible_to(request.user), NEWEST_FIRST, PAGE, request.GET)
    refused = refused_addresses(request.user.email).first()
    context = {"stretch": stretch, "refused": refused, "unread": unread_count(request.user)}
    return render(request, "people/inbox.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: PersonRequest, public_id: str) -> HttpResponse:
    """GET shows one notice; POST marks it read and goes on to what it is about."""
    found = get_object_or_404(notices_visible_to(request.user), public_id=public_id)
    if request.method == "POST":
        mark_notice_read(notice_id=found.pk, actor=request.user)
        return redirect(found.path if _is_ours(found.path) else "people:inbox")
    return render(request, "people/notice.html", {"notice": found, "leads": _is_ours(found.path)})


@login_required
@require_POST
def read_all(request: PersonRequest) -> HttpResponse:
    """Mark everything read."""
    count = mark_all_read(actor=request.user)
    if count:
        said = ngettext("%(count)s message is marked as read.", "%(count)s messages are marked as read.", count)
        messages.success(request, said % {"count": count})
    else:
        messages.info(request, _("Everything was read already."))
    return redirect("people:inbox")


@login_required
@require_safe
def unread(request: PersonRequest) -> HttpResponse:
    """The count beside the inbox link, asked for every now and then."""
    return render(request, "shared/unread.html", {"unread": unread_count(request.user)})


def _is_ours(path: str) -> bool:
    return path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
