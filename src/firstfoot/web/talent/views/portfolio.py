"""What one did, to be shown: the list, one item, who may see it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel.errors import Conflict
from firstfoot.proof.portfolio import queries
from firstfoot.proof.portfolio.actions import hand_in_item, ready_files, save_item, show_item, take_back_item
from firstfoot.proof.portfolio.record import record_of
from firstfoot.proof.portfolio.rights import right_to, right_to_these
from firstfoot.proof.portfolio.writing import TEXTS, drafted, names_left, without
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.shown import shown_words
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.talent.forms.portfolio import ItemForm, VisibilityForm
from firstfoot.web.talent.portfolio_words import HAND_IN, ITEM, RIGHTS, VISIBILITY
from firstfoot.work.engagements.queries import standing_terms

_ON_THE_FORM = {"names_left", "text_missing", "card_only", "paper_redacted", "picture_unreadable"}


@login_required
@require_safe
def portfolio(request: PersonRequest) -> HttpResponse:
    """Everything that may be shown, and how far each has come."""
    items = {item.engagement_id: item for item in queries.items_of(request.user)}
    rows = []
    for engagement in queries.engagements_to_show(request.user):
        item = items.get(engagement.pk)
        badges = [ITEM[item.state], VISIBILITY[item.visibility]] if item else []
        rows.append({"engagement": engagement, "item": item, "badges": badges})
    return render(
        request,
        "talent/portfolio.html",
        {"rows": rows, "page": queries.page_of(request.user), "letters": queries.letters_of(request.user)},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def portfolio_item(request: PersonRequest, public_id: str) -> HttpResponse:
    """One item: the first draft is made from the record; saved, finished, or sent to the host."""
    desk = _open(request, public_id)
    if request.method != "POST":
        return _page(request, desk, desk.form())
    form = desk.form(request.POST)
    if not form.is_valid():
        return _page(request, desk, form, 422)
    try:
        saved = save_item(
            engagement_id=desk.engagement.pk, text=form.text(), actor=request.user,
            seen=form.cleaned_data["seen"] if desk.item else None,
        )  # fmt: skip
        ready_files(item_id=saved.pk, actor=request.user)
        if request.POST.get("decision") == "hand_in":
            saved = hand_in_item(item_id=saved.pk, actor=request.user)
    except Conflict as refused:
        if refused.code == "changed" and desk.item is not None:
            return conflict(request, _in_words(form.text()), _in_words(desk.item.text), request.path)
        if refused.code not in _ON_THE_FORM:
            raise
        return _refused(request, public_id, form, refused)
    messages.success(request, _SAID[saved.state])
    return redirect("talent:portfolio_item", public_id)


@login_required
@require_POST
def portfolio_show(request: PersonRequest, public_id: str) -> HttpResponse:
    """Who may see it; for one that was not written yet the card is shown."""
    desk = _open(request, public_id)
    form = VisibilityForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, desk.form(), 422, show_form=form)
    item = desk.item or save_item(engagement_id=desk.engagement.pk, text=desk.first_text(), actor=request.user)
    show_item(item_id=item.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, VISIBILITY[form.cleaned_data["visibility"]].text)
    return redirect("talent:portfolio_item", public_id)


@login_required
@require_POST
def portfolio_take_back(request: PersonRequest, public_id: str) -> HttpResponse:
    """Before the host answered."""
    engagement = get_object_or_404(queries.engagements_to_show(request.user), public_id=public_id)
    item = get_object_or_404(queries.items_of(request.user), engagement=engagement)
    take_back_item(item_id=item.pk, actor=request.user)
    messages.success(request, _("Taken back. You can change it now."))
    return redirect("talent:portfolio_item", public_id)


_SAID: dict[str, Any] = {
    "drafted": gettext_lazy("Saved."),
    "asked": gettext_lazy("Sent. The host has five business days; we tell you what it says."),
    "cleared": gettext_lazy("Finished. Choose who sees it."),
    "declined": gettext_lazy("Saved."),
    "unanswered": gettext_lazy("Saved."),
}


class _Desk:
    """One item with what it is made of."""

    def __init__(self, engagement: Any, item: Any) -> None:
        self.engagement, self.item = engagement, item
        self.record, self.terms = record_of(engagement), standing_terms(engagement)

    def first_text(self) -> dict[str, Any]:
        """The first draft; without the host's names where it is not to be named."""
        text = drafted(self.record, self.terms)
        if right_to_these(self.terms, text["results"]) != "redacted":
            return text
        names = queries.host_names(self.engagement)
        return {**text, **{name: without(text[name], names, _("the host")) for name in TEXTS}}

    def form(self, data: Any = None) -> ItemForm:
        results = [(r.number, r.title) for r in self.record.results if right_to(self.terms, r.number) != "none"]
        known: dict[str, Any] = {"results": results, "quote": self.record.quote.quote if self.record.quote else ""}
        known["files"] = list(queries.choosable_files(self.engagement, self.terms).values())
        if data is not None:
            return ItemForm(data, **known)
        text = self.item.text if self.item and self.item.text else self.first_text()
        chosen = {f"file_{row['file']}": True for row in text.get("files", ())}
        said = {f"alt_{row['file']}": row["alt"] for row in text.get("files", ())}
        initial = {**text, **chosen, **said, "seen": self.item.version if self.item else 0}
        return ItemForm(initial=initial, **known)

    @property
    def right(self) -> str:
        text = self.item.text if self.item else drafted(self.record, self.terms)
        return right_to_these(self.terms, queries.results_named(text))


def _open(request: PersonRequest, public_id: str) -> _Desk:
    engagement = get_object_or_404(queries.engagements_to_show(request.user), public_id=public_id)
    return _Desk(engagement, queries.item_of(engagement))


def _refused(request: PersonRequest, public_id: str, form: ItemForm, no: Any) -> HttpResponse:
    """The draft is kept; the form says what keeps it from the host."""
    desk, words = _open(request, public_id), reason(no)
    if no.code == "names_left":
        left = names_left(form.text(), queries.host_names(desk.engagement))
        words = _("%(why)s Found: %(names)s.") % {"why": words, "names": ", ".join(left)}
    form.add_error(None, words)
    return _page(request, desk, form, 422)


def _page(
    request: PersonRequest, desk: _Desk, form: ItemForm, status: int = 200, *, show_form: VisibilityForm | None = None
) -> HttpResponse:
    item, right = desk.item, desk.right
    shown = queries.shown_as(item, record=desk.record) if item else None
    versions = list(item.versions.all()) if item else []
    asked = queries.Shown(item, versions[-1], desk.record) if item and item.state == "asked" else None
    said_no = next((v for v in reversed(versions) if v.answered_at), None)
    context = {
        "engagement": desk.engagement,
        "item": item,
        "badge": ITEM[item.state] if item else None,
        "right": RIGHTS[right],
        "is_card_only": right == "none",
        "hand_in": HAND_IN.get(right, ""),
        "form": form,
        "show_form": show_form or VisibilityForm(initial={"visibility": item.visibility if item else "private"}),
        "shown": shown_words(shown) if shown else None,
        "reading": shown_words(asked) if asked else None,
        "files_url": "work:showing_file",
        "files_of": desk.engagement.public_id,
        "no": said_no if item and item.state == "declined" else None,
    }
    return render(request, "talent/portfolio_item.html", context, status=status)


def _in_words(text: dict[str, Any]) -> str:
    return "\n\n".join(str(text[name]) for name in TEXTS if text.get(name))
