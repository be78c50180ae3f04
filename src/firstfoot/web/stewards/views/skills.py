"""The vocabulary of this installation: words that nobody read yet, added skills, what was decided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from firstfoot.insights.unknown_words import unknown_words
from firstfoot.market.vocabulary.actions import leave_word, make_skill, merge_skills, read_word, undo_change
from firstfoot.market.vocabulary.queries import added_skills, names_of, standing_changes
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.skills import MergeForm, WordForm

SHOWN = 20
SAID: dict[str, str | Promise] = {
    "skill": gettext_lazy("is a skill"),
    "alias": gettext_lazy("means %(skill)s"),
    "left": gettext_lazy("was left as it is"),
    "merge": gettext_lazy("counts as %(skill)s"),
    "import": gettext_lazy("was imported"),
}


@steward_required
@require_safe
def skills(request: PersonRequest) -> HttpResponse:
    """All of it; `q` looks for added skills."""
    return _page(request)


@steward_required
@require_POST
def word(request: PersonRequest) -> HttpResponse:
    """A word becomes a skill, means one, or is left."""
    form = WordForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    words, means = form.cleaned_data["words"], form.cleaned_data["means"]
    match form.cleaned_data["do"]:
        case "skill":
            make_skill(words=words, actor=request.user)
        case "means":
            read_word(words=words, code=means, actor=request.user)
        case _:
            leave_word(words=words, actor=request.user)
    messages.success(request, _("“%(word)s” is decided. You can take it back below.") % {"word": words})
    return redirect("stewards:skills")


@steward_required
@require_POST
def merge(request: PersonRequest) -> HttpResponse:
    """Two skills are one."""
    form = MergeForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    merge_skills(code=form.cleaned_data["code"], into=form.cleaned_data["into"], actor=request.user)
    messages.success(request, _("Merged. Whoever claims the one has the other from now on."))
    return redirect("stewards:skills")


@steward_required
@require_POST
def undo(request: PersonRequest, public_id: str) -> HttpResponse:
    """Take a decision back."""
    change = get_object_or_404(standing_changes(), public_id=public_id)
    undo_change(change_id=change.pk, actor=request.user)
    messages.success(request, _("Taken back."))
    return redirect("stewards:skills")


def _page(request: PersonRequest, form: Form | None = None) -> HttpResponse:
    looked_for = request.GET.get("q", "").strip()[:140]
    context: dict[str, Any] = {
        "form": form,
        "q": looked_for,
        "unknown": unknown_words(),
        "added": added_skills(looked_for)[:SHOWN],
        "changes": _decided(),
    }
    return render(request, "stewards/skills.html", context, status=422 if form else 200)


def _decided() -> list[tuple[Any, str]]:
    """What was decided, newest first, with the skill that a word is read as, or that another counts as."""
    changes = list(standing_changes()[:SHOWN])
    names = names_of({change.into or change.code for change in changes} - {""})
    return [(c, str(SAID[c.kind]) % {"skill": f"“{names.get(c.into or c.code, '')}”"}) for c in changes]
