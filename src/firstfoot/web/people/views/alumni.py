"""Those who completed work at a host and agreed to be listed: for each other, and for the members of the host."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import organization_at
from firstfoot.proof.network.actions import list_as_alumnus, unlist_alumnus
from firstfoot.proof.network.policies import may_be_listed
from firstfoot.proof.network.queries import alumni_visible_to, is_on_list_of, may_be_asked_of
from firstfoot.proof.portfolio.queries import slugs_of
from firstfoot.web.shared.brief_words import CATEGORIES
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.requests import PersonRequest

PAGE = 25


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def alumni(request: PersonRequest, public_id: str) -> HttpResponse:
    """GET shows the list, or what being listed means; POST lists the reader, or takes it back."""
    host = organization_at(public_id)
    if host is None:
        raise Http404
    if request.POST.get("do") == "unlist" and is_on_list_of(request.user, host):  # at any time, whatever stands between
        unlist_alumnus(organization_id=host.pk, actor=request.user)
        messages.success(request, _("You are no longer listed among the alumni of %(name)s.") % {"name": host.name})
        return redirect("people:worked_for")
    seen, may_list = alumni_visible_to(request.user, host), may_be_listed(request.user, host.pk)
    if not (seen.is_member or may_list):
        raise Http404
    if request.method != "POST":
        return _page(request, host, seen, may_list=bool(may_list))
    require(may_list)
    if request.POST.get("do") != "unlist":  # twice unlisted is unlisted
        list_as_alumnus(organization_id=host.pk, actor=request.user)
        messages.success(request, _("You are listed among the alumni of %(name)s.") % {"name": host.name})
    return redirect("people:alumni", public_id)


def _page(request: PersonRequest, host: Any, seen: Any, *, may_list: bool) -> HttpResponse:
    stretch = stretch_of(seen.rows, ("-done_on", "-pk"), PAGE, request.GET)
    keys = [one.person_id for one in stretch]
    slugs, others = slugs_of(keys), [key for key in keys if key != request.user.pk]
    may_ask = may_be_asked_of(request.user, others) if seen.is_listed else set()
    rows = [
        {
            "one": one, "kind": CATEGORIES.get(one.engagement.project.category, ""),
            "slug": slugs.get(one.person_id, ""), "may_ask": one.person_id in may_ask,
        }
        for one in stretch
    ]  # fmt: skip
    context = {"host": host, "may_list": may_list, "is_listed": seen.is_listed, "stretch": stretch, "rows": rows}
    return render(request, "people/alumni.html", context)
