"""The hosts one worked for: whether one is listed among their alumni, and whether they may ask again."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.market.applications.actions import want_invitations_again, want_no_invitations
from firstfoot.proof.network.queries import hosts_worked_for
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_safe
def worked_for(request: PersonRequest) -> HttpResponse:
    """Each host with what one may decide about it."""
    return render(request, "people/worked_for.html", {"rows": hosts_worked_for(request.user)})


@login_required
@require_POST
def invitations(request: PersonRequest, public_id: str) -> HttpResponse:
    """Not to be asked again, or to be asked again after all."""
    rows = (row for row in hosts_worked_for(request.user) if row.organization.public_id == public_id)
    row = next(rows, None)
    if row is None or row.is_apart:
        raise Http404
    said = {"name": row.organization.name}
    if request.POST.get("do") == "again":
        want_invitations_again(organization_id=row.organization.pk, actor=request.user)
        messages.success(request, _("%(name)s may ask you again.") % said)
    else:
        want_no_invitations(organization_id=row.organization.pk, actor=request.user)
        messages.success(request, _("%(name)s does not ask you again, and is not told.") % said)
    return redirect("people:worked_for")
