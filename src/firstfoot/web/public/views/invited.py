"""An invitation to apply: looking never spends it, and a no is told to nobody."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from firstfoot.market.applications.actions import refuse_project_invitation
from firstfoot.market.applications.invitations import project_invitation_by_token
from firstfoot.market.applications.queries import why_closed
from firstfoot.market.projects.queries import current_brief, project_by_link
from firstfoot.web.shared.requests import PersonRequest


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: PersonRequest, token: str) -> HttpResponse:
    """GET says who invites to what; POST says no thanks, with or without an account."""
    found = project_invitation_by_token(token)
    if found is None:
        raise Http404
    if request.method == "POST":
        actor = request.user if request.user.is_authenticated else None
        refuse_project_invitation(token=token, wants_no_more="no_more" in request.POST, actor=actor)
        return redirect("public:invited", token)
    project = project_by_link(found.project.public_id, request.user)
    context = {
        "invitation": found,
        "project": project,
        "organization": found.project.organization,
        "brief": current_brief(project) if project else None,
        "is_open": bool(project) and not why_closed(found.project),
    }
    response = render(request, "public/invited.html", context)
    # The address of this page is a key. "no-referrer" would also blank the Origin, and the form could not be sent.
    response["Referrer-Policy"] = "strict-origin"
    return response
