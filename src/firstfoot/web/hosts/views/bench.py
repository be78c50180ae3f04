"""Whom the organization worked with: what they did, a note, and one press to invite them again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions import invite_to_apply
from firstfoot.market.applications.invitations import invited_people
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.organizations.queries import organizations_of
from firstfoot.market.projects.queries import projects_to_invite_to
from firstfoot.proof.network.actions import note_on_bench
from firstfoot.proof.network.policies import may_see_bench
from firstfoot.proof.network.queries import bench_of
from firstfoot.web.hosts.forms.bench import BenchInviteForm, BenchNoteForm
from firstfoot.web.shared.brief_words import CATEGORIES
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import PersonRequest


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was not taken, and whose card it stands on."""

    person_id: str
    form: BenchNoteForm | BenchInviteForm

    def for_note(self, person_id: str) -> BenchNoteForm | None:
        return self.form if person_id == self.person_id and isinstance(self.form, BenchNoteForm) else None

    def for_invitation(self, person_id: str) -> BenchInviteForm | None:
        return self.form if person_id == self.person_id and isinstance(self.form, BenchInviteForm) else None


@login_required
@require_safe
def bench(request: PersonRequest, public_id: str) -> HttpResponse:
    """Everyone, who worked last first; `?by=name` for the order of their names."""
    return _page(request, _host(request, public_id))


@login_required
@require_POST
def note(request: PersonRequest, public_id: str, person_id: str) -> HttpResponse:
    """Save the note about one of them."""
    host = _host(request, public_id)
    row = _row(host, person_id)
    form = BenchNoteForm(request.POST, auto_id=f"{person_id}_%s")
    if not form.is_valid():
        return _page(request, host, Sent(person_id, form), 422)
    try:
        note_on_bench(organization_id=host.pk, person_id=row.person.pk, actor=request.user, **form.cleaned_data)
    except Conflict as refusal:
        return _page(request, host, Sent(person_id, _over_theirs(refusal, row, form)), refusal.status)
    messages.success(request, _("Noted."))
    return redirect("hosts:bench", public_id)


@login_required
@require_POST
def invite(request: PersonRequest, public_id: str, person_id: str) -> HttpResponse:
    """Invite one of them to a project, as from its own page."""
    host = _host(request, public_id)
    row, projects = _row(host, person_id), list(projects_to_invite_to(host.pk))
    form = BenchInviteForm(request.POST, projects=projects, auto_id=f"{person_id}_%s")
    if not form.is_valid():
        return _page(request, host, Sent(person_id, form), 422)
    chosen = {project.public_id: project.pk for project in projects}[form.cleaned_data["project"]]
    try:
        invite_to_apply(project_id=chosen, person_id=row.person.pk, actor=request.user)
    except (Conflict, LimitReached) as refusal:
        form.add_error("project", reason(refusal))
        return _page(request, host, Sent(person_id, form), refusal.status)
    messages.success(request, _("Invited. Whether they apply you see on the short list."))
    return redirect("hosts:bench", public_id)


def _host(request: PersonRequest, public_id: str) -> Any:
    host = get_object_or_404(organizations_of(request.user), public_id=public_id)
    require(may_see_bench(request.user, host))
    return host


def _row(host: Any, person_id: str) -> Any:
    for row in bench_of(host):
        if row.person.public_id == person_id:
            return row
    raise Http404


def _over_theirs(refusal: Conflict, row: Any, form: BenchNoteForm) -> BenchNoteForm:
    """A colleague wrote meanwhile: theirs is said at the field, and saving again puts what was typed over it."""
    if refusal.code != "changed":
        form.add_error("note", reason(refusal))
        return form
    theirs = row.note.note if row.note else ""
    data = {"note": form.cleaned_data["note"], "seen": row.note_version}
    again = BenchNoteForm(data, auto_id=form.auto_id)
    again.is_valid()
    said = _("A colleague wrote meanwhile: “%(note)s”. Save again to put yours in its place.")
    again.add_error("note", said % {"note": theirs})
    return again


def _page(request: PersonRequest, host: Any, sent: Sent | None = None, status: int = 200) -> HttpResponse:
    by_name = request.GET.get("by") == "name"
    projects = list(projects_to_invite_to(host.pk))
    asked = invited_people([project.pk for project in projects])
    context = {
        "organization": host,
        "rows": [_card(row, projects, asked, sent) for row in bench_of(host, by_name=by_name)],
        "by_name": by_name,
        "projects": projects,
        "may_recruit": bool(may_recruit(request.user, host)),
        "has_errors": sent is not None,
    }
    return render(request, "hosts/bench.html", context, status=status)


def _card(row: Any, projects: list[Any], asked: dict[int, Any], sent: Sent | None) -> dict[str, Any]:
    key, ids = row.person.public_id, f"{row.person.public_id}_%s"
    stands = {"note": row.note.note if row.note else "", "seen": row.note_version}
    noted = sent.for_note(key) if sent else None
    invited = sent.for_invitation(key) if sent else None
    return {
        "row": row,
        "stints": [(stint, CATEGORIES.get(stint.engagement.project.category, "")) for stint in row.stints],
        "invited": asked.get(row.person.pk, []),
        "note_form": noted or BenchNoteForm(initial=stands, auto_id=ids),
        "invite_form": invited or BenchInviteForm(projects=projects, auto_id=ids),
        "opens": "note" if noted else "invite" if invited else "",
    }
