"""Organizations as a steward sees them: all of them, one of them, and the five decisions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel.errors import Conflict
from firstfoot.market.organizations.actions import (
    reject_organization,
    renew_verification,
    restore_organization,
    suspend_organization,
    verify_organization,
)
from firstfoot.market.organizations.evidence import own_domain
from firstfoot.market.organizations.policies import may_verify
from firstfoot.market.organizations.proof import FOUND, outcome_of
from firstfoot.market.organizations.queries import members_of, organizations_visible_to, own_addresses_of
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.organization_words import KINDS, ROLES, SIZES, STATES, country_name
from firstfoot.web.shared.requests import PersonRequest, whole_number
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.shared.website_words import OUTCOMES
from firstfoot.web.stewards.access import steward_required
from firstfoot.web.stewards.document_rows import documents_of
from firstfoot.web.stewards.forms.documents import DocumentForm, DoubtForm
from firstfoot.web.stewards.forms.reason import DecisionForm

PAGE = 25


@steward_required
@require_safe
def organizations(request: PersonRequest) -> HttpResponse:
    """Every organization, newest first, by state and by name."""
    state, words = request.GET.get("state", ""), request.GET.get("q", "").strip()
    found = organizations_visible_to(request.user)
    if state in STATES:
        found = found.filter(state=state)
    if words:
        found = found.filter(name__icontains=words)
    stretch = stretch_of(found, ("-founded_at", "-pk"), PAGE, request.GET)
    context = {
        "stretch": stretch,
        "rows": [(row, STATES[row.state]) for row in stretch],
        "states": STATES.items(),
        "state": state,
        "words": words,
    }
    return render(request, "stewards/organizations.html", context)


@steward_required
@require_safe
def organization(request: PersonRequest, public_id: str) -> HttpResponse:
    """One organization, and what may be decided about it now."""
    return host_page(request, found_host(request, public_id))


@steward_required
@require_POST
def verify(request: PersonRequest, public_id: str) -> HttpResponse:
    """It is who it says it is."""
    found = found_host(request, public_id)
    seen = whole_number(request.POST.get("seen", ""))
    verify_organization(organization_id=found.pk, actor=request.user, seen=seen)
    messages.success(request, _("%(name)s is verified.") % {"name": found.name})
    return redirect("stewards:organization", public_id)


@steward_required
@require_POST
def renew(request: PersonRequest, public_id: str) -> HttpResponse:
    """It is still who it says it is."""
    found = found_host(request, public_id)
    seen = whole_number(request.POST.get("seen", ""))
    renew_verification(organization_id=found.pk, actor=request.user, seen=seen)
    messages.success(request, _("The verification of %(name)s is renewed.") % {"name": found.name})
    return redirect("stewards:organization", public_id)


@steward_required
@require_POST
def reject(request: PersonRequest, public_id: str) -> HttpResponse:
    """It could not be verified."""
    return _with_reason(request, public_id, reject_organization, _("%(name)s is turned down. Its owners read why."))


@steward_required
@require_POST
def suspend(request: PersonRequest, public_id: str) -> HttpResponse:
    """It makes no new moves for now."""
    return _with_reason(request, public_id, suspend_organization, _("%(name)s is suspended. Its owners read why."))


@steward_required
@require_POST
def restore(request: PersonRequest, public_id: str) -> HttpResponse:
    """It may go on."""
    found = found_host(request, public_id)
    seen = whole_number(request.POST.get("seen", ""))
    restore_organization(organization_id=found.pk, actor=request.user, seen=seen)
    messages.success(request, _("%(name)s may go on.") % {"name": found.name})
    return redirect("stewards:organization", public_id)


def _with_reason(request: PersonRequest, public_id: str, decide: Callable[..., Any], said: str) -> HttpResponse:
    found = found_host(request, public_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return host_page(request, found, decision_form=form, form=form)
    try:
        decide(organization_id=found.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refused:
        if refused.code != "changed":
            raise
        theirs = _("%(name)s was changed after you opened it. Read it again, then decide.") % {"name": found.name}
        back = reverse("stewards:organization", args=[public_id])
        return conflict(request, form.cleaned_data["reason"], theirs, back)
    messages.success(request, said % {"name": found.name})
    return redirect("stewards:organization", public_id)


def found_host(request: PersonRequest, public_id: str) -> Any:
    return get_object_or_404(organizations_visible_to(request.user), public_id=public_id)


def host_page(request: PersonRequest, found: Any, **forms: Any) -> HttpResponse:
    """The page; with a form that was not understood (`form`), 422 and what was typed."""
    members, seen = list(members_of(found)), {"seen": found.version}
    context = {
        "organization": found,
        "own_domain": own_domain(found.website),
        "outcome": OUTCOMES.get(outcome_of(found), ""),
        "is_proved": outcome_of(found) == FOUND,
        "own_addresses": own_addresses_of(found, members),
        "state": STATES[found.state],
        "kind": KINDS.get(found.kind, ""),
        "size": SIZES.get(found.size, ""),
        "country": country_name(found.country),
        "members": [(row, ROLES[row.role]) for row in members],
        "may_verify": may_verify(request.user, found),
        "decision_form": DecisionForm(initial=seen),
        **documents_of(request, found),
        "document_form": DocumentForm(initial=seen, zone=request.user.zone, auto_id="document_%s"),
        "doubt_form": DoubtForm(auto_id="doubt_%s"),
        **forms,
    }
    return render(request, "stewards/organization.html", context, status=422 if forms else 200)
