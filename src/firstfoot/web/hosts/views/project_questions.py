"""Six questions after a template was picked; the answer is a whole brief, ready to read and post."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.insights.estimates import estimate_of
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.policies import may_recruit
from firstfoot.market.organizations.queries import guides_of, organizations_of
from firstfoot.market.projects.actions import start_project
from firstfoot.market.projects.compiling import Compiled, compile_brief
from firstfoot.market.projects.queries import circumstances_of, floors_of
from firstfoot.market.projects.scope import STEPS
from firstfoot.market.projects.starters import Starter, get_starter
from firstfoot.web.hosts.forms.project_questions import QuestionsForm
from firstfoot.web.shared import brief_words
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.words import day_text


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def project_questions(request: PersonRequest, public_id: str, starter: str) -> HttpResponse:
    """Ask what no template can know; a POST writes the brief and leads to its preview."""
    organization = get_object_or_404(organizations_of(request.user), public_id=public_id)
    require(may_recruit(request.user, organization))
    found = get_starter(starter)
    if found is None:
        raise Http404
    if request.method == "POST" and request.POST.get("do") == "skip":
        return _skipped(request, organization, found)
    form = _form(request, organization, found)
    if request.method == "POST" and form.is_valid():
        return _written(request, organization, found, form)
    context = {"form": form, "starter": found, "organization": organization}
    context["learned"] = estimate_of(starter=found.code, category=found.category)
    return render(request, "hosts/project_questions.html", context, status=422 if form.errors else 200)


def _form(request: PersonRequest, organization: Any, starter: Starter) -> QuestionsForm:
    people = {row.person.public_id: row.person for row in guides_of(organization.pk)}
    own = request.user.public_id if request.user.public_id in people else next(iter(people), "")
    chosen = request.POST.get("supervisor", own)
    return QuestionsForm(
        request.POST or None,
        starter=starter,
        around=circumstances_of(organization, people.get(chosen)),
        members=[(public_id, person.name) for public_id, person in people.items()],
        least=floors_of(organization).get(organization.currency, 0),
        place=starter.brief.place or organization.city,
        supervisor=own,
    )


def _written(request: PersonRequest, organization: Any, starter: Starter, form: QuestionsForm) -> HttpResponse:
    made = compile_brief(starter, form.answers(), form.around)
    project = start_project(organization_id=organization.pk, starter=starter.code, brief=made.brief, actor=request.user)
    _tell(request, made)
    if form.cleaned_data["size"] != "usual":
        messages.info(request, _("You chose another size than usual: see that the numbers in the deliverables fit it."))
    return redirect("hosts:brief_preview", project.public_id)


def _tell(request: PersonRequest, made: Compiled) -> None:
    ends = day_text(made.ends)
    if made.in_time:
        said = _("The brief is written. When work starts on the first day, the last result is there by %(day)s. "
                 "Read it once, change what differs, and post it.")  # fmt: skip
        messages.success(request, said % {"day": ends})
    else:
        said = _("The brief is written, but the day you named is too soon: the last result can be there by %(day)s. "
                 "Choose a smaller size, or move the dates under “Time and place”.")  # fmt: skip
        messages.warning(request, said % {"day": ends})


def _skipped(request: PersonRequest, organization: Any, starter: Starter) -> HttpResponse:
    """The template as it is; the builder opens at the first thing left to say."""
    project = start_project(organization_id=organization.pk, starter=starter.code, actor=request.user)
    messages.info(request, _left_to_say(starter, project))
    first = next((step.code for step in STEPS if set(step.fields) & set(starter.ask)), STEPS[0].code)
    return redirect("hosts:brief_step", project.public_id, first)


def _left_to_say(starter: Starter, project: Any) -> str:
    """Which steps hold what no template can know."""
    asked = {*starter.ask, *(() if project.pay_minor else ("pay_minor",))}
    titles = [str(brief_words.STEPS[step.code][0]) for step in STEPS if set(step.fields) & asked]
    return _("The template is filled in. Look at what only you know, in %(steps)s; then post it from the preview.") % {
        "steps": ", ".join(f"“{title}”" for title in titles)
    }
