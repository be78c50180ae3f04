"""One person one stays in touch with: how they are reached, a note, a reminder, and the way out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.proof.network import queries
from firstfoot.proof.network.actions import end_reminder, keep, part_tie, put_off_reminder
from firstfoot.web.people.forms.known import KeptForm
from firstfoot.web.people.reached import way_or_none
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict

FIELDS = ("shows", "note", "remind_on", "remind_about")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def tie(request: PersonRequest, public_id: str) -> HttpResponse:
    """GET shows it; POST saves one's own side."""
    known = _known(request, public_id)
    if request.method != "POST":
        stored = {name: getattr(known.own, name) for name in FIELDS} | {"seen": known.own.version}
        return _page(request, known, _form(request, known, initial=stored))
    form = _form(request, known, request.POST)
    if not form.is_valid():
        return _page(request, known, form, 422)
    try:
        keep(kept_id=known.own.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refusal:
        if refusal.code != "changed":
            raise
        return _both(request, public_id, form)
    messages.success(request, _("Saved."))
    return redirect("people:tie", public_id)


@login_required
@require_POST
def reminder(request: PersonRequest, public_id: str) -> HttpResponse:
    """Put it off for a week, or tick it off."""
    known = _known(request, public_id)
    if request.POST.get("do") == "later":
        put_off_reminder(kept_id=known.own.pk, actor=request.user)
        messages.success(request, _("We remind you again in a week."))
    else:
        end_reminder(kept_id=known.own.pk, actor=request.user)
        messages.success(request, _("Done."))
    return redirect("people:tie", public_id)


@login_required
@require_POST
def part(request: PersonRequest, public_id: str) -> HttpResponse:
    """No longer stay in touch."""
    known = _known(request, public_id)
    part_tie(tie_id=known.tie.pk, actor=request.user)
    said = _("You and %(name)s no longer stay in touch. They are not told.")
    messages.success(request, said % {"name": known.other.name})
    return redirect("people:known")


def _known(request: PersonRequest, public_id: str) -> Any:
    found = queries.known_to(request.user, public_id)
    if found is None:
        raise Http404
    return found


def _form(request: PersonRequest, known: Any, data: Any = None, **options: Any) -> KeptForm:
    today = clock.today(request.user.zone)
    return KeptForm(data, name=known.other.name, today=today, stands=known.own.remind_on, **options)


def _page(request: PersonRequest, known: Any, form: KeptForm, status: int = 200) -> HttpResponse:
    is_due = known.own.remind_on is not None and known.own.remind_on <= clock.today(request.user.zone)
    context = {"known": known, "way": way_or_none(known.shown), "form": form, "is_due": is_due}
    return render(request, "people/tie.html", context, status=status)


def _both(request: PersonRequest, public_id: str, form: KeptForm) -> HttpResponse:
    """Saved in another window meanwhile: what was typed beside what stands."""
    stands = _known(request, public_id).own
    mine = "\n".join(str(form.cleaned_data[name] or "") for name in FIELDS)
    theirs = "\n".join(str(getattr(stands, name) or "") for name in FIELDS)
    return conflict(request, mine, theirs, back=reverse("people:tie", args=[public_id]))
