"""One's own resume: written, imported, and taken along as JSON, text or paper."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.proof.portfolio.actions import save_resume
from firstfoot.proof.portfolio.queries import ResumeParts, page_of, resume_of
from firstfoot.web.shared.paper.press import resume_pdf
from firstfoot.web.shared.paper.printing import file_name
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.shown import shown_words
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.talent.forms.resume import EducationRows, ImportForm, ResumeForm, WorkRows
from firstfoot.web.talent.resume_words import ResumeData, as_json, as_text, data_of, for_print

LOOKS = ("plain", "side")
_WORDS = ("label", "summary", "city", "shows_email", "shows_phone")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: PersonRequest) -> HttpResponse:
    """What it says now, and the part that one writes."""
    parts = resume_of(request.user)
    if request.method != "POST":
        return _page(request, parts, _forms(parts))
    forms: dict[str, Any] = {
        "form": ResumeForm(request.POST, items=_items(parts)),
        "education": EducationRows(request.POST, prefix="education"),
        "work": WorkRows(request.POST, prefix="work"),
    }
    if not all([one.is_valid() for one in forms.values()]):  # noqa: C419  # each of them says what is wrong
        return _page(request, parts, forms, 422)
    rows: dict[str, Any] = {name: [row for row in forms[name].cleaned_data if row] for name in ("education", "work")}
    seen = forms["form"].cleaned_data["seen"] if parts.resume.pk else None
    words: dict[str, Any] = forms["form"].values()
    try:
        save_resume(actor=request.user, seen=seen, **words, **rows)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        mine, theirs = {**words, **rows}, _stands(parts.resume)
        return conflict(request, _in_words(mine), _in_words(theirs), request.path)
    messages.success(request, _("Saved."))
    return redirect("talent:resume")


@login_required
@require_POST
def resume_import(request: PersonRequest) -> HttpResponse:
    """The file's words stand in the form; nothing is kept before it is saved."""
    parts = resume_of(request.user)
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, parts, _forms(parts), 422, import_form=form)
    found = form.cleaned_data["file"]
    messages.info(request, _("Read. Look at it, then save."))
    return _page(request, parts, _forms(parts, found))


@login_required
@require_safe
def resume_json(request: PersonRequest) -> HttpResponse:
    """As JSON Resume."""
    data = _data(request)
    return _file(json.dumps(as_json(data), ensure_ascii=False, indent=2), "application/json", data, "json")


@login_required
@require_safe
def resume_text(request: PersonRequest) -> HttpResponse:
    """In plain lines."""
    data = _data(request)
    return _file(as_text(data), "text/plain; charset=utf-8", data, "txt")


@login_required
@require_safe
def resume_paper(request: PersonRequest, look: str) -> HttpResponse:
    """On paper, in one of two looks."""
    if look not in LOOKS:
        raise Http404
    data = _data(request)
    language = (get_language() or "en").split("-")[0]
    frame = {"title": data.name, "site": settings.SITE_NAME, "language": language,
             "direction": "rtl" if get_language_bidi() else "ltr"}  # fmt: skip
    return _file(resume_pdf(look, {**for_print(data), **frame}, clock.now()), "application/pdf", data, "pdf")


def _data(request: PersonRequest) -> ResumeData:
    page = page_of(request.user)
    return data_of(resume_of(request.user), page if page is not None and page.state == "up" else None)


def _file(body: Any, kind: str, data: ResumeData, ending: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{file_name(data.name)}.{ending}"'
    return answer


def _items(parts: ResumeParts) -> list[tuple[str, str]]:
    return [(one.item.public_id, shown_words(one, {}).title) for one in parts.could_show]


def _stands(own: Any) -> dict[str, Any]:
    return {name: getattr(own, name) for name in (*_WORDS, "education", "work")}


def _forms(parts: ResumeParts, brought: dict[str, Any] | None = None) -> dict[str, Any]:
    """As it stands; what was brought along comes in where nothing stands, rows after those there are."""
    stands, brought = _stands(parts.resume), brought or {}
    for name in ("label", "summary", "city"):
        stands[name] = stands[name] or brought.get(name, "")
    rows = {name: [*stands[name], *brought.get(name, ())] for name in ("education", "work")}
    on_it = [one.item.public_id for one in parts.shown]
    initial = {**{name: stands[name] for name in _WORDS}, "stands": on_it, "seen": parts.resume.version}
    return {
        "form": ResumeForm(initial=initial, items=_items(parts)),
        "education": EducationRows(initial=rows["education"], prefix="education"),
        "work": WorkRows(initial=rows["work"], prefix="work"),
    }


def _page(
    request: PersonRequest, parts: ResumeParts, forms: dict[str, Any], status: int = 200, *, import_form: Any = None
) -> HttpResponse:
    own = page_of(request.user)
    context = {
        **forms,
        "import_form": import_form or ImportForm(),
        "data": data_of(parts, own if own is not None and own.state == "up" else None),
        "looks": [("plain", _("Plain")), ("side", _("With a side column"))],
        "has_errors": status == 422,
    }
    return render(request, "talent/resume.html", context, status=status)


def _in_words(words: dict[str, Any]) -> str:
    rows = [", ".join(str(v) for v in row.values() if v) for name in ("education", "work") for row in words[name]]
    return "\n".join([*(str(words[name]) for name in ("label", "summary", "city") if words[name]), *rows])
