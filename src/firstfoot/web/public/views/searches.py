"""Searches that a person keeps: save, look again, rename, pause, delete; and the link that stops their mails."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.market.searches import actions
from firstfoot.market.searches.queries import filters_of, search_by_token, searches_of
from firstfoot.web.public.forms.filters import FilterForm
from firstfoot.web.public.forms.searches import SearchForm
from firstfoot.web.shared.requests import PersonRequest

LONGEST = 1000  # of an address


@login_required
@require_safe
def searches(request: PersonRequest) -> HttpResponse:
    """All that the person keeps, each with a form."""
    return _page(request)


@login_required
@require_safe
def search(request: PersonRequest, public_id: str) -> HttpResponse:
    """The list as this search narrows it."""
    return redirect(_address(get_object_or_404(searches_of(request.user), public_id=public_id)))


@login_required
@require_POST
def save(request: PersonRequest) -> HttpResponse:
    """Keep what the list is narrowed by."""
    query = QueryDict(request.POST.get("query", "")[:LONGEST].lstrip("?"))
    narrowed = FilterForm(query, request.user.time_zone)
    form = SearchForm(request.POST)
    if not form.is_valid():
        return _page(request, status=422, refused=form, query=narrowed.without())
    actions.save_search(**form.cleaned_data, filters=narrowed.filters(), actor=request.user)
    messages.success(request, _("The search is saved. You find it here whenever you want."))
    return redirect("public:searches")


@login_required
@require_POST
def change(request: PersonRequest, public_id: str) -> HttpResponse:
    """Another name, or more or fewer mails."""
    found = get_object_or_404(searches_of(request.user), public_id=public_id)
    form = SearchForm(request.POST, auto_id=f"id_{public_id}_%s")
    if not form.is_valid():
        return _page(request, status=422, forms={public_id: form})
    actions.change_search(search_id=found.pk, **form.cleaned_data, actor=request.user)
    messages.success(request, _("Saved."))
    return redirect("public:searches")


@login_required
@require_POST
def delete(request: PersonRequest, public_id: str) -> HttpResponse:
    """Let it go."""
    found = get_object_or_404(searches_of(request.user), public_id=public_id)
    actions.delete_search(search_id=found.pk, actor=request.user)
    messages.success(request, _("The search is deleted."))
    return redirect("public:searches")


# The link is the key: mail programs post to it by themselves, without a cookie (RFC 8058).
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def search_stop(request: HttpRequest, token: str) -> HttpResponse:
    """A button that stops the mails of one search; a visit alone changes nothing. 404 for a link of none."""
    found = search_by_token(token) if "\x00" not in token else None
    if found is None:
        raise Http404
    if request.method == "POST":
        actions.stop_search(search_id=found.pk)
    is_stopped = request.method == "POST" or found.due_on is None
    response = render(request, "public/search_stop.html", {"search": found, "is_stopped": is_stopped})
    response["Referrer-Policy"], response["Cache-Control"] = "no-referrer", "private, no-store"
    return response


def _page(
    request: PersonRequest,
    *,
    status: int = 200,
    forms: dict[str, SearchForm] | None = None,
    refused: SearchForm | None = None,
    query: str = "",
) -> HttpResponse:
    rows = [
        {
            "search": kept,
            "form": (forms or {}).get(kept.public_id) or _form_of(kept),
            "chips": FilterForm(_query(kept)).chips(),
            "address": _address(kept),
        }
        for kept in searches_of(request.user)
    ]
    context = {"rows": rows, "most": actions.MOST, "refused": refused, "query": query}
    return render(request, "public/searches.html", context, status=status)


def _form_of(kept: Any) -> SearchForm:
    return SearchForm(initial={"name": kept.name, "every": kept.every}, auto_id=f"id_{kept.public_id}_%s")


def _query(kept: Any) -> QueryDict:
    """What it narrows by, as an address of the list says it."""
    said = {name: getattr(filters_of(kept), name) for name in kept.filters if hasattr(filters_of(kept), name)}
    query = QueryDict(mutable=True)
    query.update({{"words": "q"}.get(name, name): value for name, value in said.items()})
    return query


def _address(kept: Any) -> str:
    return f"{reverse('public:projects')}?{_query(kept).urlencode()}"
