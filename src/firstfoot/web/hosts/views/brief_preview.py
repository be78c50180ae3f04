"""The last step of the builder: the brief as an intern will see it, what is in the way, and posting it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import members_of
from firstfoot.market.projects import queries
from firstfoot.market.projects.actions import publish_changes, submit_project
from firstfoot.market.projects.policies import may_edit
from firstfoot.market.projects.proofreading import open_remarks
from firstfoot.market.projects.scope import report_on
from firstfoot.web.hosts.brief_diff import differences
from firstfoot.web.hosts.brief_panel import blockers_of, panel_of, step_links
from firstfoot.web.hosts.views.brief_proofread import shared_link
from firstfoot.web.shared.requests import PersonRequest, whole_number

CONFLICTS = {
    "scope_blockers",
    "changed",
    "nothing_changed",
    "seats_in_use",
    "not_a_member",
    "no_seat",
    "apply_by_passed",
}


@login_required
@require_safe
def brief_preview(request: PersonRequest, public_id: str) -> HttpResponse:
    """Read it once as an intern would."""
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    require(may_edit(request.user, project))
    return _page(request, project)


@login_required
@require_POST
def project_submit(request: PersonRequest, public_id: str) -> HttpResponse:
    """Post it; what is in the way is listed with the way to each."""
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    try:
        posted = submit_project(project_id=project.pk, actor=request.user, **_seen(request))
    except Conflict as refusal:
        return _refused(request, project, refusal)
    held = _("Handed in. A steward looks at it first.")
    messages.success(request, _("Your project is open.") if posted.state == "open" else held)
    return redirect("hosts:project", public_id)


@login_required
@require_POST
def project_publish_changes(request: PersonRequest, public_id: str) -> HttpResponse:
    """Bring the pending changes before everyone's eyes; a closed project opens with them."""
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)
    try:
        material = publish_changes(project_id=project.pk, actor=request.user, **_seen(request))
    except Conflict as refusal:
        return _refused(request, project, refusal)
    project.refresh_from_db()
    if project.held_at:
        held = _("A steward looks at the changes first. Until then everyone reads the brief as it was.")
        messages.success(request, held)
        return redirect("hosts:project", public_id)
    told = _("The changes are public. Everyone who applied is told about them.")
    messages.success(request, told if material else _("The changes are public."))
    return redirect("hosts:project", public_id)


def _refused(request: PersonRequest, project: Any, refusal: Conflict) -> HttpResponse:
    """409: the same page, with the reason on top."""
    if refusal.code not in CONFLICTS:
        raise refusal
    project.refresh_from_db()
    return _page(request, project, refused=refusal.code, status=409)


def _page(request: PersonRequest, project: Any, refused: str = "", status: int = 200) -> HttpResponse:
    subject = queries.subject_of(project)
    brief, report = subject.brief, report_on(subject)
    people = {row.person.public_id: row.person for row in members_of(project.organization)}
    published = queries.current_brief(project)
    names = {public_id: person.name for public_id, person in people.items()}
    context = {
        "project": project,
        "brief": brief,
        "supervisor": people.get(brief.supervisor),
        "organization": project.organization,
        "steps": step_links(project, report, "preview"),
        "panel": panel_of(project, subject, report),
        "blockers": blockers_of(project, subject, report),
        "pending": differences(published, brief, names) if project.brief_number else [],
        "refused": refused,
        "most_unanswered": settings.MAX_UNANSWERED_APPLICATIONS,
        "is_preview": True,
        "step": "preview",
        "remarks": list(open_remarks(project)),
        **shared_link(project),
    }
    return render(request, "hosts/brief_preview.html", context, status=status)


def _seen(request: PersonRequest) -> dict[str, int | None]:
    return {name: whole_number(request.POST.get(name, "")) for name in ("seen", "seen_saves")}
