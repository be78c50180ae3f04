"""One's own page: its words and address, up and down."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.market.talent.queries import profile_of
from firstfoot.proof.portfolio.actions import put_up_page, save_page, take_down_page
from firstfoot.proof.portfolio.addresses import proposed
from firstfoot.proof.portfolio.queries import is_taken, own_pages, page_of
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.talent.forms.page import PageForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: PersonRequest) -> HttpResponse:
    """Write it; the first time it begins with the profile."""
    own = page_of(request.user)
    if request.method != "POST":
        return _page(request, own, PageForm(initial=_initial(request, own)))
    form = PageForm(request.POST)
    if not form.is_valid():
        return _page(request, own, form, 422)
    data = {**form.cleaned_data, "seen": form.cleaned_data["seen"] if own else None}
    try:
        save_page(actor=request.user, **data)
    except Conflict as refused:
        if refused.code == "changed" and own is not None:
            return conflict(request, _in_words(data), _in_words(_initial(request, own)), request.path)
        if refused.code not in {"address_taken", "address_unfit"}:
            raise
        form.add_error("slug", reason(refused))
        return _page(request, own, form, 422)
    messages.success(request, _("Saved."))
    return redirect("talent:page")


@login_required
@require_POST
def page_up(request: PersonRequest) -> HttpResponse:
    """Everyone may open it from now on."""
    own = get_object_or_404(own_pages(request.user))
    put_up_page(page_id=own.pk, actor=request.user)
    messages.success(request, _("Your page is up."))
    return redirect("talent:page")


@login_required
@require_POST
def page_down(request: PersonRequest) -> HttpResponse:
    """At once, and with it what is shown by link."""
    own = get_object_or_404(own_pages(request.user))
    take_down_page(page_id=own.pk, actor=request.user)
    messages.success(request, _("Taken down. Nothing of yours is shown any more, by link neither."))
    return redirect("talent:page")


def _initial(request: PersonRequest, own: Any) -> dict[str, Any]:
    if own is not None:
        names = ("slug", "headline", "about", "is_findable")
        return {**{name: getattr(own, name) for name in names}, "seen": own.version}
    profile = profile_of(request.user)
    slug = proposed(request.user.name)
    return {
        "slug": slug if slug and not is_taken(slug, None) else "",
        "headline": profile.headline if profile else "",
        "about": profile.about if profile else "",
        "seen": 0,
    }


def _page(request: PersonRequest, own: Any, form: PageForm, status: int = 200) -> HttpResponse:
    return render(request, "talent/page.html", {"own": own, "form": form}, status=status)


def _in_words(data: dict[str, Any]) -> str:
    return "\n\n".join(str(data[name]) for name in ("slug", "headline", "about") if data.get(name))
