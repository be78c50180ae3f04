"""A host's own organization: founding it, its page, changing it, asking for another look."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.actions import describe_organization, found_organization, resubmit_organization
from firstfoot.market.organizations.evidence import own_domain
from firstfoot.market.organizations.policies import may_describe, may_recruit, may_resubmit
from firstfoot.market.organizations.proof import FOUND, outcome_of, provable_host, token_of
from firstfoot.market.organizations.queries import aways_of_organization, members_of, organizations_of, own_addresses_of
from firstfoot.market.organizations.seen import document_said_of
from firstfoot.market.organizations.states import Role
from firstfoot.web.hosts.forms.organization import FIELDS, ClosedDaysForm, OrganizationForm
from firstfoot.web.shared.organization_words import (
    INDUSTRIES,
    KINDS,
    ROLES,
    SIZES,
    STATES,
    country_name,
    currency_name,
    home_of,
)
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.shared.website_words import OUTCOMES


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Found an organization; the reader becomes its owner. `?then=project` leads on to the first project."""
    zone = request.user.time_zone
    form = OrganizationForm(request.POST or None, initial={"time_zone": zone, **home_of(zone)})
    if request.method == "POST" and form.is_valid():
        founded = found_organization(actor=request.user, **form.said())
        messages.success(request, _("%(name)s is added. A steward looks at it next.") % {"name": founded.name})
        if request.GET.get("then") == "project":
            return redirect(f"{reverse('hosts:project_new')}?{urlencode({'starter': request.GET.get('starter', '')})}")
        return redirect("hosts:organization", founded.public_id)
    status = 422 if form.is_bound else 200
    return render(request, "hosts/organization_new.html", {"form": form}, status=status)


@login_required
@require_safe
def organization(request: PersonRequest, public_id: str) -> HttpResponse:
    """The page for members: where it stands, what it says of itself, who belongs to it."""
    found = get_object_or_404(organizations_of(request.user), public_id=public_id)
    return show(request, found)


def show(request: PersonRequest, found: Any, away_form: ClosedDaysForm | None = None) -> HttpResponse:
    """The page; with a form that was not understood, 422 and what was typed."""
    members, owns = list(members_of(found)), may_describe(request.user, found)
    context = {
        "own_domain": own_domain(found.website),
        "host": provable_host(found),
        "token": token_of(found) if owns else "",
        "outcome": OUTCOMES.get(outcome_of(found), ""),
        "is_proved": outcome_of(found) == FOUND,
        "own_addresses": own_addresses_of(found, members) if owns else (),
        "document": document_said_of(found) if owns else None,
        "organization": found,
        "state": STATES[found.state],
        "kind": KINDS.get(found.kind, ""),
        "size": SIZES.get(found.size, ""),
        "industry": INDUSTRIES.get(found.industry, ""),
        "country": country_name(found.country),
        "currency": currency_name(found.currency),
        "website": urlsplit(found.website).netloc,
        "members": [(row, ROLES[row.role]) for row in members],
        "aways": aways_of_organization(found),
        "away_form": away_form or ClosedDaysForm(auto_id="away_%s"),
        "form": away_form,
        "may_describe": owns,
        "may_resubmit": may_resubmit(request.user, found),
        "recruits": any(row.person_id == request.user.pk and row.role != Role.SUPERVISOR for row in members),
        "may_recruit": may_recruit(request.user, found),
    }
    return render(request, "hosts/organization.html", context, status=422 if away_form else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PersonRequest, public_id: str) -> HttpResponse:
    """Owners change what the organization says of itself."""
    found = get_object_or_404(organizations_of(request.user), public_id=public_id)
    require(may_describe(request.user, found))
    stored = {field: getattr(found, field) for field in FIELDS} | {"seen": found.version}
    form = OrganizationForm(request.POST or None, initial=stored)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            describe_organization(organization_id=found.pk, seen=seen, actor=request.user, **form.said())
        except Conflict:
            return _both(request, found, form)
        messages.success(request, _("Saved."))
        return redirect("hosts:organization", found.public_id)
    context = {"form": form, "organization": found}
    return render(request, "hosts/organization_edit.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def resubmit(request: PersonRequest, public_id: str) -> HttpResponse:
    """Ask the stewards for another look after they turned the organization down."""
    found = get_object_or_404(organizations_of(request.user), public_id=public_id)
    resubmit_organization(organization_id=found.pk, actor=request.user)
    messages.success(request, _("Sent. A steward looks at it again."))
    return redirect("hosts:organization", found.public_id)


def _both(request: PersonRequest, found: Any, form: OrganizationForm) -> HttpResponse:
    """Saved by someone else in the meantime: what was typed beside what stands."""
    found.refresh_from_db()
    said = form.said()
    changed = [field for field in FIELDS if said[field] != getattr(found, field)]
    mine = "\n\n".join(f"{form.fields[field].label}: {said[field]}" for field in changed)
    theirs = "\n\n".join(f"{form.fields[field].label}: {getattr(found, field)}" for field in changed)
    return conflict(request, mine, theirs, back=reverse("hosts:organization_edit", args=[found.public_id]))
