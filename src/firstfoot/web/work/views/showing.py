"""What the intern wants to show, beside what the record holds; the host's yes or no."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from firstfoot.kernel.verdict import require
from firstfoot.proof.portfolio.actions import answer_item
from firstfoot.proof.portfolio.policies import answering
from firstfoot.proof.portfolio.queries import asked_version, file_in
from firstfoot.proof.portfolio.record import record_of
from firstfoot.proof.portfolio.writing import drafted
from firstfoot.web.shared.handing_out import handed_out
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.shown import shown_text
from firstfoot.web.work.forms.showing import ShowingForm
from firstfoot.web.work.workspace import Turn, Workspace, open_workspace, work_page
from firstfoot.work.engagements.queries import standing_terms


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def showing(request: PersonRequest, public_id: str) -> HttpResponse:
    """Read both side by side; whoever recruits or guides answers."""
    ws = open_workspace(request, public_id)
    found = asked_version(ws.engagement)
    if found is None:
        raise Http404
    item, version = found
    if request.method != "POST":
        return _page(request, ws, found, ShowingForm(initial={"seen": version.content_hash}))
    require(answering(ws.standing))
    form = ShowingForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, found, form, 422)
    data = form.cleaned_data
    answer_item(
        item_id=item.pk, seen_hash=data["seen"], approve=data["answer"] == "yes", note=data["note"], actor=request.user
    )
    messages.success(request, _("Said. %(who)s reads it now.") % {"who": ws.other})
    return redirect("work:showing", public_id)


@login_required
@require_safe
def showing_file(request: PersonRequest, public_id: str, number: int) -> FileResponse:
    """A file of the text that the host was asked about, in the form in which others would get it."""
    ws = open_workspace(request, public_id)
    found = asked_version(ws.engagement)
    stored = file_in(found[1], number) if found else None
    if stored is None:
        raise Http404
    return handed_out(stored, name=f"{number}.{stored.name.rpartition('.')[2]}")


def _page(
    request: PersonRequest, ws: Workspace, found: tuple[Any, Any], form: ShowingForm, status: int = 200
) -> HttpResponse:
    item, version = found
    record = record_of(item.engagement)
    waits = item.state == "asked"
    may = waits and bool(answering(ws.standing))
    turn = None
    if waits:
        theirs = _("%(who)s answers") % {"who": ws.engagement.supervisor.name}
        turn = Turn(_("Read it, then say yes or no") if may else theirs, may, item.answer_by_at)
    context = {
        "item": item,
        "version": version,
        "record": record,
        "before": drafted(record, standing_terms(ws.engagement)),
        "it": shown_text(version.content),
        "files_url": "work:showing_file",
        "files_of": ws.engagement.public_id,
        "form": form if may else None,
        "turn": turn,
    }
    return work_page(request, ws, "showing", "closing", status, **context)
