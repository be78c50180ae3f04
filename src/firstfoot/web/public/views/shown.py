"""What people show of their work."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from firstfoot.proof.portfolio import queries
from firstfoot.web.shared.handing_out import handed_out
from firstfoot.web.shared.shown import lines_of, seen_skills, shown_words


@require_safe
def shown_item(request: HttpRequest, public_id: str) -> HttpResponse:
    """One item, for whoever has its address; never in a search engine."""
    item = queries.shown_item(public_id)
    if item is None:
        raise Http404
    shown = queries.shown_as(item)
    person = item.engagement.intern
    page = queries.pages_up().filter(person=person).first()
    context = {
        "item": item, "it": shown_words(shown), "person": person, "page": page, "files_url": "public:shown_file",
        "files_of": item.public_id,
    }  # fmt: skip
    answer = render(request, "public/shown_item.html", context)
    answer["X-Robots-Tag"] = "noindex"
    answer["Cache-Control"] = "no-store"
    return answer


@require_safe
def evidence(request: HttpRequest, public_id: str) -> HttpResponse:
    """From each line and skill to the result, the criterion, who checked it and when, as far as the right goes."""
    item = queries.shown_item(public_id)
    if item is None:
        raise Http404
    shown = queries.shown_as(item)
    it = shown_words(shown)
    context = {
        "item": item, "it": it, "person": item.engagement.intern, "lines": lines_of(it),
        "skills": seen_skills(shown, it),
    }  # fmt: skip
    answer = render(request, "public/evidence.html", context)
    answer["X-Robots-Tag"], answer["Cache-Control"] = "noindex", "no-store"
    return answer


@require_safe
def shown_file(request: HttpRequest, public_id: str, number: int) -> FileResponse:
    """A file that stands on the item as it is shown now; under no name that anybody gave it."""
    item = queries.shown_item(public_id)
    stored = queries.file_in(queries.shown_as(item, whole=False).version, number) if item else None
    if stored is None:
        raise Http404
    answer = handed_out(stored, name=f"{number}.{stored.name.rpartition('.')[2]}")
    answer["X-Robots-Tag"] = "noindex"
    return answer
