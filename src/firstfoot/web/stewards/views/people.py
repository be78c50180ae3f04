"""People as a steward sees them: found by name or address, shut out, let in again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.foundation.accounts.actions import restore_person, suspend_person
from firstfoot.foundation.accounts.policies import may_moderate_person
from firstfoot.foundation.accounts.queries import people_for_steward, person_history
from firstfoot.market.organizations.queries import memberships_of_person
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.organization_words import ROLES
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.forms.people import PERSON_STATES, RestoreForm, SuspendForm, why

PAGE = 25


@steward_required
@require_safe
def people(request: PersonRequest) -> HttpResponse:
    """Everyone, newest first, by state and by name or address."""
    state, words = request.GET.get("state", ""), request.GET.get("q", "").strip()
    found = people_for_steward(request.user, words=words, state=state if state in PERSON_STATES else "")
    stretch = stretch_of(found, ("-pk",), PAGE, request.GET)
    context = {
        "stretch": stretch,
        "rows": [(row, PERSON_STATES[row.state]) for row in stretch],
        "states": PERSON_STATES.items(),
        "state": state,
        "words": words,
    }
    return render(request, "stewards/people.html", context)


@steward_required
@require_safe
def person(request: PersonRequest, public_id: str) -> HttpResponse:
    """One person's standing, and the decision about it."""
    return _show(request, _found(request, public_id))


@steward_required
@require_POST
def suspend(request: PersonRequest, public_id: str) -> HttpResponse:
    """Shut them out; nothing of theirs is deleted."""
    found = _found(request, public_id)
    form = SuspendForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form)
    suspend_person(person_id=found.pk, actor=request.user, reason_code=form.cleaned_data["reason"])
    messages.success(request, _("%(name)s is shut out from now on.") % {"name": found.name})
    return redirect("stewards:person", public_id)


@steward_required
@require_POST
def restore(request: PersonRequest, public_id: str) -> HttpResponse:
    """Let them in again."""
    found = _found(request, public_id)
    form = RestoreForm(request.POST)
    if not form.is_valid():
        return _show(request, found, form)
    restore_person(person_id=found.pk, actor=request.user, reason_code=form.cleaned_data["reason"])
    messages.success(request, _("%(name)s may sign in again.") % {"name": found.name})
    return redirect("stewards:person", public_id)


def _found(request: PersonRequest, public_id: str) -> Any:
    return get_object_or_404(people_for_steward(request.user), public_id=public_id)


def _show(request: PersonRequest, found: Any, form: Any = None) -> HttpResponse:
    fresh = SuspendForm() if found.state == "active" else RestoreForm()
    context = {
        "person": found,
        "state": PERSON_STATES[found.state],
        "memberships": [(each, ROLES[each.role]) for each in memberships_of_person(found)],
        "history": [(fact, why(fact)) for fact in person_history(found)],
        "may_moderate": may_moderate_person(request.user, found),
        "form": form or fresh,
    }
    return render(request, "stewards/person.html", context, status=422 if form else 200)
