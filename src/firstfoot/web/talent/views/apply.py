"""Applying: a draft that is kept, a look at what the host will see, and sending it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.market.applications.actions import save_application, start_application, submit_application
from firstfoot.market.applications.blind import applicant_card
from firstfoot.market.applications.policies import may_apply
from firstfoot.market.applications.queries import changed_since, live_application, terms_changed, why_closed
from firstfoot.market.projects.queries import brief_version, project_by_link
from firstfoot.market.skills import unsaid
from firstfoot.market.talent.actions import save_profile
from firstfoot.market.talent.queries import claims_of, profile_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.words import when_text
from firstfoot.web.talent.forms.apply import ApplyForm, typed
from firstfoot.web.talent.forms.found import room_beside
from firstfoot.web.talent.forms.profile import LONGEST_SKILL
from firstfoot.web.talent.load_words import load_words
from firstfoot.web.talent.reasons import SENTENCES
from firstfoot.web.talent.words import changed_words


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def apply(request: PersonRequest, public_id: str) -> HttpResponse:
    """GET shows the form and the draft; POST saves it, and sends it when asked to."""
    project = project_by_link(public_id, request.user)
    if project is None:
        raise Http404
    draft = live_application(request.user, project.pk)
    if draft is not None and draft.state != "draft":
        return redirect("talent:application", draft.public_id)
    version, own = brief_version(project), profile_of(request.user)
    context = {"project": project, "draft": draft, "version": version, "brief": version.brief, "profile": own}
    unsaid_words = _unsaid(request, version.brief, own)
    asks: dict[str, Any] = {"questions": version.brief.questions, "unsaid": unsaid_words}
    if request.method != "POST":
        return _page(request, context, ApplyForm(initial=_initial(draft, version), **asks))
    is_sending = request.POST.get("do") == "send"
    form = ApplyForm(request.POST, sending=False, **asks)
    if form.is_valid() and (not is_sending or _unread(form, project)):
        return _save(request, context, form, is_sending)
    form = ApplyForm(request.POST, sending=is_sending, **asks)
    if not form.is_valid():
        return _page(request, context, form, status=422)
    draft = _kept(request, context, form)
    sent = submit_application(application_id=draft.pk, actor=request.user, brief_seen=form.cleaned_data["brief"])
    by = {"host": project.organization.name, "when": when_text(sent.answer_by_at) if sent.answer_by_at else ""}
    messages.success(request, _("Application sent. %(host)s answers by %(when)s.") % by)
    return redirect("talent:application", sent.public_id)


def _unread(form: ApplyForm, project: Any) -> str:
    """The code of what changed in the brief since the page was opened."""
    return terms_changed(project, form.cleaned_data["brief"] or 0)


def _save(request: PersonRequest, context: dict[str, Any], form: ApplyForm, is_sending: bool) -> HttpResponse:
    """Keep the draft; what was to be sent is shown again first when the brief changed meanwhile."""
    project, version = context["project"], context["version"]
    draft = _kept(request, context, form)
    if not is_sending:
        messages.success(request, _("Draft saved. Nobody but you can see it."))
        return redirect("talent:apply", project.public_id)
    read = form.cleaned_data["brief"] or 0
    fresh = ApplyForm(initial={**form.cleaned_data, "brief": version.number}, questions=version.brief.questions)
    told = {"notice": SENTENCES[_unread(form, project)], "changes": changed_since(project, read), "draft": draft}
    return _page(request, {**context, **told}, fresh, status=409)


def _kept(request: PersonRequest, context: dict[str, Any], form: ApplyForm) -> Any:
    """The draft with what was typed; what was ticked is said in the profile from now on."""
    draft = start_application(project_id=context["project"].pk, actor=request.user)
    save_application(application_id=draft.pk, actor=request.user, **form.values())
    if have := form.cleaned_data.get("have"):
        own = context["profile"]
        context["profile"] = save_profile(actor=request.user, skills=[*(own.skills if own else ()), *have])
    return draft


def _unsaid(request: PersonRequest, brief: Any, own: Any) -> list[str]:
    """What the project asks for and the profile does not say, as far as the profile has room for it."""
    said = own.skills if own else []
    found = [word for word in unsaid(brief.skills, said) if len(word) <= LONGEST_SKILL]
    return found[: room_beside(claims_of(request.user))] if found else []


def _page(request: PersonRequest, context: dict[str, Any], form: ApplyForm, status: int = 200) -> HttpResponse:
    draft, project, own = context["draft"], context["project"], context["profile"]
    verdict = may_apply(request.user, project)
    closed = why_closed(project) if verdict else verdict.reason
    extra = {
        "form": form,
        "closed": SENTENCES.get(closed, ""),
        "questions": [form[name] for name in form.asked],
        "preview": applicant_card(draft, own, blind=True) if draft else None,
        "load": load_words(request.user, own, project, context["brief"].start_from),
        "changes": changed_since(project, draft.brief_version.number) if draft else (),
    }
    merged = {**extra, **context}
    merged["changes_text"] = changed_words(merged["changes"])
    return render(request, "talent/apply.html", merged, status=status)


def _initial(draft: Any, version: Any) -> dict[str, Any]:
    if draft is None:
        return {"brief": version.number}
    return typed(draft.motivation, draft.answers, draft.availability, draft.link, version.number)
