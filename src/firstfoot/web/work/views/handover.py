"""Handing the results over: what the next person needs to know, and everything accepted in one zip."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.work.forms.handover import HandoverForm
from firstfoot.web.work.packing import distinct, safe_name, zipped
from firstfoot.web.work.views.agreement import agreement_pdf
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import ask_for_handover, write_handover
from firstfoot.work.engagements.queries import handover_of, results_to_hand_over, standing_terms

_LONGEST = 40  # characters of a folder's name


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: PersonRequest, public_id: str) -> HttpResponse:
    """Read it; the intern writes it."""
    ws = open_workspace(request, public_id)
    if request.method != "POST":
        return _page(request, ws)
    require(ws.standing.intern())
    form = HandoverForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, form, 422)
    try:
        write_handover(engagement_id=ws.engagement.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        mine = [form.cleaned_data[name] for name in ("use", "sources", "open_ends")]
        theirs = _("You saved another text after you opened this one.")
        return conflict(request, "\n\n".join(mine), theirs, reverse("work:handover", args=[public_id]))
    messages.success(request, _("Saved. It goes into the handover."))
    return redirect("work:handover", public_id)


@login_required
@require_POST
def ask(request: PersonRequest, public_id: str) -> HttpResponse:
    """The host asks for it, once."""
    ws = open_workspace(request, public_id)
    ask_for_handover(engagement_id=ws.engagement.pk, actor=request.user)
    messages.success(request, _("Asked. It stands here once it is written."))
    return redirect("work:handover", public_id)


@login_required
@require_safe
def pack(request: PersonRequest, public_id: str) -> StreamingHttpResponse:
    """Everything that was accepted, as one zip with a page to open first; both sides may keep it."""
    ws = open_workspace(request, public_id)
    results = [_result(thing) for thing in results_to_hand_over(ws.engagement)]
    if not results:
        raise Http404
    agreement = agreement_pdf(request, public_id)
    has_agreement = agreement.status_code == 200 and agreement["Content-Type"] == "application/pdf"
    context = {
        "engagement": ws.engagement, "results": results, "handover": handover_of(ws.engagement),
        "terms": standing_terms(ws.engagement), "has_agreement": has_agreement, "made_at": clock.now(),
    }  # fmt: skip
    page = render_to_string("work/export/handover.html", context, request=request)
    entries: list[tuple[str, Any]] = [("index.html", page.encode())]
    if has_agreement:
        entries.append(("agreement.pdf", agreement.content))
    entries += [(file["place"], file["stored"]) for result in results for file in result["files"] if file["place"]]
    answer = StreamingHttpResponse(zipped(entries, clock.now()), content_type="application/zip")
    name = f"handover-{slugify(ws.engagement.title)[:_LONGEST] or ws.engagement.public_id}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _result(thing: Any) -> dict[str, Any]:
    """One accepted result, with each of its files in a folder of its own."""
    version = thing.accepted[0] if thing.accepted else None
    met = {mark.criterion_id for mark in version.review.marks.all() if mark.is_met} if version else set()
    held = [each.file for each in version.files.all()] if version else []
    folder = f"results/{thing.number}-{slugify(thing.title)[:_LONGEST] or 'result'}"
    names = distinct(safe_name(stored.name) for stored in held)
    files = [
        {"stored": stored, "place": f"{folder}/{name}" if default_storage.exists(stored.path) else ""}
        for stored, name in zip(held, names, strict=True)
    ]
    criteria = [(one, one.pk in met) for one in thing.criteria.all()]
    return {"thing": thing, "version": version, "criteria": criteria, "files": files}


def _page(request: PersonRequest, ws: Workspace, form: HandoverForm | None = None, status: int = 200) -> HttpResponse:
    written, begun = handover_of(ws.engagement), ws.has_started
    if form is None and ws.is_intern and begun:
        initial: dict[str, Any] = {"seen": written.saves if written else 0}
        initial |= {name: getattr(written, name, "") for name in ("use", "sources", "open_ends")}
        form = HandoverForm(initial=initial)
    may_ask = begun and bool(ws.standing.host(else_deny="not_party")) and written is None
    context = {
        "handover": written,
        "form": form if ws.is_intern and begun else None,
        "may_ask": may_ask,
        "has_pack": ws.engagement.deliverables.filter(state="accepted").exists(),
    }
    return work_page(request, ws, "handover", "closing", status, **context)
