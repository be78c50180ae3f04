"""The brief builder: one step a page, saved at each step, with the scope check beside it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import guides_of
from firstfoot.market.projects import queries
from firstfoot.market.projects.actions import save_draft, settle_remark
from firstfoot.market.projects.policies import may_edit
from firstfoot.market.projects.proofreading import open_remarks, remarks_visible_to
from firstfoot.market.projects.scope import STEPS, fixes_for, next_step, report_on
from firstfoot.web.hosts import fix_words
from firstfoot.web.hosts.asked_words import seems_to_ask
from firstfoot.web.hosts.brief_diff import differences
from firstfoot.web.hosts.brief_panel import panel_of, step_links
from firstfoot.web.hosts.forms.brief_step import StepForm, digest_of
from firstfoot.web.hosts.forms.brief_steps import FORMS
from firstfoot.web.shared import brief_words
from firstfoot.web.shared.requests import PersonRequest, swaps, whole_number


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def brief_step(request: PersonRequest, public_id: str, step: str) -> HttpResponse:
    """One page of the builder; a POST saves it, or adds and removes rows without saving."""
    project = _editable(request, public_id)
    if step == "preview":
        return redirect("hosts:brief_preview", public_id)
    if step not in FORMS:
        raise Http404
    members = _members(project)
    if request.method != "POST":
        return _page(request, project, StepForm(step, project.draft_brief, members))
    order = request.POST.get("do", "")
    if order.startswith(("add:", "remove:")):
        return _changed_rows(request, project, StepForm(step, project.draft_brief, members, request.POST, order), order)
    form = StepForm(step, project.draft_brief, members, request.POST)
    if not form.is_valid():
        return _page(request, project, form, status=422)
    return _save(request, project, form, order)


@login_required
@require_POST
def brief_check(request: PersonRequest, public_id: str, step: str) -> HttpResponse:
    """The scope check of what is being typed; saves nothing."""
    project = _editable(request, public_id)
    if step not in FORMS:
        raise Http404
    form = StepForm(step, project.draft_brief, _members(project), request.POST)
    subject = queries.subject_of(project, project.draft_brief.with_(**form.changes()))
    panel = panel_of(project, subject, report_on(subject), step)
    return render(request, "hosts/brief_step.html#panel", {"panel": panel, "project": project, "step": step})


@login_required
@require_POST
def brief_fix(request: PersonRequest, public_id: str, step: str) -> HttpResponse:
    """Save what was typed on this step, with the changes that end one finding of the scope check."""
    project = _editable(request, public_id)
    if step == "preview":
        return _fix_on_preview(request, project)
    if step not in FORMS:
        raise Http404
    form = StepForm(step, project.draft_brief, _members(project), request.POST)
    if not form.is_valid():
        return _page(request, project, form, status=422)
    return _save(request, project, form, "fix")


def _fix_on_preview(request: PersonRequest, project: Any) -> HttpResponse:
    changes, said = _fixed(request, project, {})
    seen = whole_number(request.POST.get("seen_saves", ""))
    save_draft(project_id=project.pk, seen_saves=seen, changes=changes, actor=request.user)
    messages.success(request, said)
    return redirect("hosts:brief_preview", project.public_id)


def _fixed(request: PersonRequest, project: Any, typed: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """What was typed, and over it what the fix changes; and what to say of it once it is saved."""
    subject = queries.subject_of(project, project.draft_brief.with_(**typed))
    wanted = request.POST.get("fix", "")
    found = next((finding for finding in report_on(subject).findings if finding.code == wanted), None)
    changes = fixes_for(found, subject) if found else {}
    if not found or not changes:
        return typed, _("That was right already, so nothing had to change.")
    return {**typed, **changes}, fix_words.done(found.code, changes, subject.brief)


def _save(request: PersonRequest, project: Any, form: StepForm, order: str) -> HttpResponse:
    """Save, unless someone else saved this very step since it was opened."""
    touched = request.POST.get("base") != digest_of(form.code, project.draft_brief)
    seen = whole_number(request.POST.get("seen", ""))
    if seen != project.draft_saves and touched:
        return _both(request, project, form)
    changes, said = form.changes(), _("Saved.")
    if order == "fix":
        changes, said = _fixed(request, project, changes)
    try:
        save_draft(project_id=project.pk, seen_saves=project.draft_saves, changes=changes, actor=request.user)
    except Conflict as refusal:
        if refusal.code != "changed":
            raise
        project.refresh_from_db()
        return _both(request, project, form)
    if order.startswith("settle:"):
        remark = get_object_or_404(remarks_visible_to(request.user), public_id=order.removeprefix("settle:"))
        settle_remark(remark_id=remark.pk, actor=request.user)
        order, said = "stay", _("Saved, and ticked off.")
    if order in {"stay", "fix"}:
        messages.success(request, said)
        return redirect("hosts:brief_step", project.public_id, form.code)
    target = "preview" if order == "preview" else next_step(form.code)
    return redirect("hosts:brief_step", project.public_id, target)


def _both(request: PersonRequest, project: Any, form: StepForm) -> HttpResponse:
    """409: what stands beside what was typed; the form keeps all of it, and saving again puts it in place."""
    standing = project.draft_brief
    form.brief = standing
    theirs = differences(standing, standing.with_(**form.changes()))
    return _page(request, project, form, status=409, theirs=theirs)


def _changed_rows(request: PersonRequest, project: Any, form: StepForm, order: str) -> HttpResponse:
    name = order.partition(":")[2].partition("-")[0]
    if swaps(request) and name in form.rows:
        return render(
            request, "hosts/brief_rows.html", {"rows": form.rows[name], "project": project, "step": form.code}
        )
    # What was opened is what it is compared with: a row more or less does not renew the page's age.
    return _page(request, project, form, seen=request.POST.get("seen"), base=request.POST.get("base"))


def _page(request: PersonRequest, project: Any, form: StepForm, status: int = 200, **more: Any) -> HttpResponse:
    subject = queries.subject_of(project)
    report = report_on(subject)
    codes = [step.code for step in STEPS]
    title, hint = brief_words.STEPS[form.code]
    context = {
        "project": project,
        "step": form.code,
        "number": codes.index(form.code) + 1,
        "of": len(codes),
        "title": title,
        "hint": hint,
        "back": codes[codes.index(form.code) - 1] if codes.index(form.code) else "",
        "builder": form,
        "form": form.form,
        "errors": form.errors() if status == 422 else [],
        "steps": step_links(project, report, form.code),
        "panel": panel_of(project, subject, report, form.code),
        "seen": project.draft_saves,
        "base": form.digest(),
        "asks": seems_to_ask(project.draft_brief) if form.code == "how" else [],
        "remarks": list(open_remarks(project).filter(step=form.code)),
        **more,
    }
    return render(request, "hosts/brief_step.html", context, status=status)


def _editable(request: HttpRequest, public_id: str) -> Any:
    """The project when the reader's organization hosts it (else 404) and they may edit it (else 403)."""
    project = get_object_or_404(queries.hosted_projects(request.user), public_id=public_id)  # type: ignore[arg-type]
    require(may_edit(request.user, project))  # type: ignore[arg-type]
    return project


def _members(project: Any) -> list[tuple[str, str]]:
    return [(row.person.public_id, row.person.name) for row in guides_of(project.organization_id)]
