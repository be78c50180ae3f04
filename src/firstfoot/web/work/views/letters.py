"""The letter of an engagement: written and signed by the host's side, shown by the intern."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import title_of
from firstfoot.proof.portfolio.actions import revoke_letter, save_letter, show_letter, sign_letter
from firstfoot.proof.portfolio.policies import may_revoke_letter, recommending
from firstfoot.proof.portfolio.queries import is_showable, letter_for
from firstfoot.web.shared.confirming import confirmed
from firstfoot.web.shared.letters import said_letter
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.work.forms.letters import LetterForm, PlacesForm, RevokeForm, SignLetterForm
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page

_WORDS = ("saw", "compared_with", "letter")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: PersonRequest, public_id: str) -> HttpResponse:
    """Read it, or write the draft."""
    ws, found = _open(request, public_id)
    if request.method != "POST":
        return _page(request, ws, found)
    require(recommending(ws.standing))
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, found, 422, form=form)
    try:
        saved = save_letter(
            engagement_id=ws.engagement.pk, actor=request.user,
            seen=form.cleaned_data["seen"] if _is_draft(found) else None, **form.words(),
        )  # fmt: skip
    except Conflict as refused:
        if refused.code != "changed" or found is None:
            raise
        return conflict(request, _in_words(form.words()), _in_words(found.words), request.path)
    messages.success(request, _("Saved. Read it once more, then sign.") if saved.letter else _("Saved."))
    return redirect("work:letter", public_id)


@login_required
@require_POST
@confirmed
def sign(request: PersonRequest, public_id: str) -> HttpResponse:
    """Put one's name under the words that were read."""
    ws, found = _standing(request, public_id)
    require(recommending(ws.standing))
    form = SignLetterForm(request.POST, signer=request.user.formal_name)
    if not form.is_valid():
        return _page(request, ws, found, 422, sign_form=form)
    title = title_of(request.user, ws.engagement.organization_id)
    data = form.cleaned_data
    sign_letter(letter_id=found.pk, seen=data["seen"], typed_name=data["typed_name"], title=title, actor=request.user)
    messages.success(request, _("Signed. %(who)s chooses where it shows.") % {"who": ws.other})
    return redirect("work:letter", public_id)


@login_required
@require_POST
@confirmed
def revoke(request: PersonRequest, public_id: str) -> HttpResponse:
    """Its author takes it back."""
    ws, found = _standing(request, public_id)
    require(may_revoke_letter(request.user, found))
    form = RevokeForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, found, 422, revoke_form=form)
    revoke_letter(letter_id=found.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Taken back. Whoever checks it reads that from now on."))
    return redirect("work:letter", public_id)


@login_required
@require_POST
def show(request: PersonRequest, public_id: str) -> HttpResponse:
    """The intern chooses where it shows."""
    ws, found = _standing(request, public_id)
    require(ws.standing.intern())
    form = PlacesForm(request.POST)
    if not form.is_valid():
        return _page(request, ws, found, 422, places_form=form)
    show_letter(letter_id=found.pk, actor=request.user, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("work:letter", public_id)


def _open(request: PersonRequest, public_id: str) -> tuple[Workspace, Any]:
    ws = open_workspace(request, public_id)
    return ws, letter_for(ws.engagement, is_intern=ws.is_intern)


def _standing(request: PersonRequest, public_id: str) -> tuple[Workspace, Any]:
    ws, found = _open(request, public_id)
    if found is None:
        raise Http404
    return ws, found


def _is_draft(found: Any) -> bool:
    return found is not None and found.state == "drafted"


def _in_words(words: dict[str, Any]) -> str:
    return "\n\n".join(words[name] for name in _WORDS if words[name])


def _page(request: PersonRequest, ws: Workspace, found: Any, status: int = 200, **forms: Any) -> HttpResponse:
    draft = found if _is_draft(found) else None
    may_write = bool(recommending(ws.standing)) and (found is None or found.state != "signed")
    may_write = may_write and is_showable(ws.engagement)
    signed = found if found is not None and not draft else None
    again = {True: "yes", False: "no"}
    initial = {**draft.words, "would_again": again.get(draft.would_again, ""), "seen": draft.digest} if draft else {}
    signer = request.user.formal_name
    context: dict[str, Any] = {
        "draft": draft,
        "signed": signed,
        "said": said_letter(signed) if signed else None,
        "form": LetterForm(initial=initial) if may_write else None,
        "sign_form": SignLetterForm(initial={"seen": draft.digest}, signer=signer) if may_write and draft else None,
        "revoke_form": RevokeForm() if _may_revoke(request, signed) else None,
        "places_form": None,
    }
    if signed and ws.is_intern:
        names = ("on_page", "on_resume", "by_link")
        context["places_form"] = PlacesForm(initial={name: getattr(signed, name) for name in names})
    return work_page(request, ws, "letter", "closing", status, **{**context, **forms})


def _may_revoke(request: PersonRequest, signed: Any) -> bool:
    return signed is not None and signed.state == "signed" and bool(may_revoke_letter(request.user, signed))
