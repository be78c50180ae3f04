"""A draft by link: read as an intern would, with room for remarks; no account needed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.market.organizations.queries import members_of
from firstfoot.market.projects.actions import leave_remark
from firstfoot.market.projects.proofreading import link_by_token
from firstfoot.web.public.forms.proofread import RemarkForm


@require_http_methods(["GET", "HEAD", "POST"])
def proofread(request: HttpRequest, token: str) -> HttpResponse:
    """The draft and a form for remarks; a link that has ended is answered 404, with what to do."""
    return _kept_private(_answer(request, token))


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    link = link_by_token(token)
    typed = request.POST.get("text", "")[:1000]
    if link is None:
        return _over(request, typed)
    form = RemarkForm(request.POST or None)
    if request.method != "POST":
        return _page(request, link, form)
    if not form.is_valid():
        return _page(request, link, form, status=422)
    try:
        leave_remark(link_id=link.pk, actor=_reader(request), **form.cleaned_data)
    except LimitReached:
        form.add_error(None, _("There are many remarks at once. Wait some minutes, then send this one."))
        return _page(request, link, form, status=429)
    except Conflict:
        return _over(request, typed)
    messages.success(request, _("Thank you. The host sees your remark beside the brief."))
    return redirect("public:proofread", token)


def _page(request: HttpRequest, link: Any, form: RemarkForm, status: int = 200) -> HttpResponse:
    project = link.project
    brief = project.draft_brief
    people = {row.person.public_id: row.person for row in members_of(project.organization)}
    context = {
        "link": link,
        "project": project,
        "organization": project.organization,
        "brief": brief,
        "supervisor": people.get(brief.supervisor),
        "form": form,
        "is_preview": True,
    }
    return render(request, "public/proofread.html", context, status=status)


def _over(request: HttpRequest, typed: str) -> HttpResponse:
    return render(request, "public/proofread_over.html", {"typed": typed}, status=404)


def _reader(request: HttpRequest) -> Any:
    return request.user if request.user.is_authenticated else None


def _kept_private(response: HttpResponse) -> HttpResponse:
    """The address of this page is a key: kept by no cache, found by no search, and told to no other site."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"  # "no-referrer" would blank the Origin, and the form is refused
    return response
