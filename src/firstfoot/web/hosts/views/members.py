"""Members of an organization: who they are, inviting, roles, parting."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.actions import change_role, invite_member, revoke_invitation
from firstfoot.market.organizations.policies import may_manage_members, may_part
from firstfoot.market.organizations.queries import members_of, open_invitations, organizations_of
from firstfoot.market.organizations.states import Role
from firstfoot.web.hosts.forms.members import InviteForm, RoleForm
from firstfoot.web.shared.organization_words import ROLES
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.work.engagements.actions import part_with_member


@login_required
@require_safe
def members(request: PersonRequest, public_id: str) -> HttpResponse:
    """Everyone with their role, and the invitations that are open."""
    return _show(request, _mine(request, public_id))


@login_required
@require_POST
def invite(request: PersonRequest, public_id: str) -> HttpResponse:
    """Send an invitation by mail."""
    organization = _mine(request, public_id)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _show(request, organization, form)
    email, role = form.cleaned_data["email"], Role(form.cleaned_data["role"])
    try:
        invite_member(organization_id=organization.pk, email=email, role=role, actor=request.user)
    except (Conflict, LimitReached) as refusal:
        form.add_error("email", reason(refusal))
        return _show(request, organization, form)
    messages.success(request, _("The invitation to %(email)s is on its way.") % {"email": email})
    return redirect("hosts:members", organization.public_id)


@login_required
@require_POST
def revoke(request: PersonRequest, public_id: str, invitation_id: str) -> HttpResponse:
    """Take an open invitation back."""
    organization = _mine(request, public_id)
    invitation = get_object_or_404(open_invitations(organization), public_id=invitation_id)
    revoke_invitation(invitation_id=invitation.pk, actor=request.user)
    messages.success(request, _("The invitation is taken back. Its link opens nothing any more."))
    return redirect("hosts:members", organization.public_id)


@login_required
@require_POST
def role(request: PersonRequest, public_id: str, person_id: str) -> HttpResponse:
    """Give a member another role."""
    organization = _mine(request, public_id)
    membership = get_object_or_404(members_of(organization), person__public_id=person_id)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _show(request, organization, status=422)
    given = change_role(membership_id=membership.pk, role=Role(form.cleaned_data["role"]), actor=request.user)
    words = {"name": membership.person.name, "role": ROLES[given.role]}
    messages.success(request, _("Saved. %(name)s: %(role)s.") % words)
    return redirect("hosts:members", organization.public_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, public_id: str, person_id: str) -> HttpResponse:
    """GET says what parting means; POST parts, once work is handed over."""
    organization = _mine(request, public_id)
    membership = get_object_or_404(members_of(organization), person__public_id=person_id)
    require(may_part(request.user, organization, membership.person_id))
    is_self = membership.person_id == request.user.pk
    context = {"organization": organization, "membership": membership, "is_self": is_self}
    if request.method != "POST":
        return render(request, "hosts/member_remove.html", context)
    try:
        part_with_member(membership_id=membership.pk, actor=request.user)
    except Conflict as refusal:
        return render(request, "hosts/member_remove.html", {**context, "refused": reason(refusal)}, status=409)
    if is_self:
        messages.success(request, _("You have left %(name)s.") % {"name": organization.name})
        return redirect("people:home")
    messages.success(request, _("%(name)s is no longer a member.") % {"name": membership.person.name})
    return redirect("hosts:members", organization.public_id)


def _mine(request: PersonRequest, public_id: str) -> Any:
    return get_object_or_404(organizations_of(request.user), public_id=public_id)


def _show(request: PersonRequest, organization: Any, form: InviteForm | None = None, status: int = 200) -> HttpResponse:
    may_manage = may_manage_members(request.user, organization)
    context = {
        "organization": organization,
        "members": [(row, ROLES[row.role]) for row in members_of(organization)],
        "roles": ROLES.items(),
        "invitations": [(row, ROLES[row.role]) for row in open_invitations(organization)] if may_manage else [],
        "may_manage": may_manage,
        "form": form or InviteForm(),
    }
    return render(request, "hosts/members.html", context, status=422 if form else status)
