"""Your data: a copy of everything, and being erased."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.files.exports import ask_for_export, export_visible_to, exports_of
from firstfoot.foundation.files.queries import open_file
from firstfoot.insights.leaving import must_end_first
from firstfoot.kernel import clock
from firstfoot.web.people.forms.leaving import LeaveForm
from firstfoot.web.people.leaving_words import hindrance_words
from firstfoot.web.shared.confirming import confirmed, require_confirmed
from firstfoot.web.shared.requests import PersonRequest, Request


@login_required
@require_safe
def your_data(request: PersonRequest) -> HttpResponse:
    """What can be taken along, and what can be left behind."""
    export = exports_of(request.user).first()
    is_there = export is not None and export.file is not None and export.ends_at and export.ends_at > clock.now()
    context = {"export": export, "waits": export is not None and export.made_at is None, "is_there": is_there}
    return render(request, "people/your_data.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: PersonRequest) -> HttpResponse:
    """GET says what being erased means and what must end first; POST asks for it."""
    hindrances = must_end_first(request.user)
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        require_confirmed(request)
        ask_to_leave(hindrances=[each.code for each in hindrances], actor=request.user)
        logout(request)
        return redirect("people:left")
    status = 422 if request.method == "POST" else 200
    rows = [hindrance_words(each) for each in hindrances]
    context = {"rows": rows, "form": form, "years": settings.AGREEMENTS_KEPT_YEARS}
    return render(request, "people/leave.html", context, status=status)


@require_safe
def left(request: Request) -> HttpResponse:
    """The last page: it is being done."""
    return render(request, "people/left.html")


@login_required
@require_POST
@confirmed
def ask(request: PersonRequest) -> HttpResponse:
    """Ask for a copy; the worker makes it."""
    ask_for_export(actor=request.user)
    messages.success(request, _("We are gathering everything. You find it here, and your inbox says when it is ready."))
    return redirect("people:your_data")


@login_required
@require_safe
@confirmed
def export(request: PersonRequest, public_id: str) -> HttpResponseBase:
    """The copy, to its person alone, and only after they said who they are."""
    found = export_visible_to(request.user, public_id)
    if found is None or found.file is None:
        raise Http404
    try:
        content = open_file(found.file)
    except FileNotFoundError as lost:
        raise Http404 from lost
    response = FileResponse(content, as_attachment=True, filename=found.file.name, content_type="application/zip")
    response["Cache-Control"] = "private, no-store"
    return response
