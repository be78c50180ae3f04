"""Reporting what a person shows to others: their page, or one piece of work."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.policies import may_report_person
from firstfoot.proof.portfolio.actions import report_item, report_page
from firstfoot.proof.portfolio.queries import page_at, shown_item
from firstfoot.web.shared import reporting
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: PersonRequest, slug: str) -> HttpResponse:
    """Say what is wrong with a page; whoever can open it may, but for its person."""
    page = page_at(slug)
    if page is None:
        raise Http404
    require(may_report_person(request.user, page.person))

    def send(**said: Any) -> None:
        report_page(page_id=page.pk, **said)

    title = _("Report the page of %(name)s") % {"name": page.person.name}
    return reporting.report_page(request, send, reverse("public:person", args=[slug]), shown=title)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: PersonRequest, public_id: str) -> HttpResponse:
    """The same about one piece of work."""
    found = shown_item(public_id)
    if found is None:
        raise Http404
    intern = found.engagement.intern
    require(may_report_person(request.user, intern))

    def send(**said: Any) -> None:
        report_item(public_id=public_id, **said)

    title = _("Report what %(name)s shows here") % {"name": intern.name}
    return reporting.report_page(request, send, reverse("public:shown_item", args=[public_id]), shown=title)
