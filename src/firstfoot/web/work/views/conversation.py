"""The conversation of the two sides: reading it, writing, saying it otherwise, finding what was said."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from firstfoot.foundation.conversations.actions import MOST_FILES, mark_read
from firstfoot.foundation.conversations.policies import EDITABLE, may_edit
from firstfoot.foundation.conversations.queries import earlier_texts_of, holding, posts_of, up_to, with_parts
from firstfoot.foundation.files.actions import discard_files
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, Refusal
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.queries import applications_by_thread
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.requests import PersonRequest, swaps
from firstfoot.web.shared.uploads import takes_files
from firstfoot.web.shared.views.errors import conflict
from firstfoot.web.work.attaching import let_go, stored_files
from firstfoot.web.work.forms.conversation import EditForm, PostForm
from firstfoot.web.work.workspace import Workspace, open_workspace, work_page
from firstfoot.work.engagements.actions import edit_in_engagement, post_in_engagement
from firstfoot.work.engagements.queries import (
    engagements_by_thread,
    message_of,
    messages_visible_to,
    people_in_conversation,
)

ON_A_PAGE = 30
FOUND_ON_A_PAGE = 20
LONGEST_SEARCH = 100
_NEWEST = ("-posted_at", "-id")


@takes_files(MOST_FILES)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def conversation(request: PersonRequest, public_id: str) -> HttpResponse:
    """Read what was written, the newest page first, and write."""
    ws = open_workspace(request, public_id)
    if request.method == "POST":
        return _written(request, ws)
    if words := _words(request):
        found = stretch_of(holding(posts_of(ws.engagement.thread_id), words), _NEWEST, FOUND_ON_A_PAGE, request.GET)
        return work_page(request, ws, "conversation_found", "conversation", words=words, stretch=found)
    return _page(request, ws, PostForm(initial={"key": secret_token()}, people=_people(request, ws)))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: PersonRequest, public_id: str, post_id: str) -> HttpResponse:
    """Say a message of one's own otherwise, within ten minutes."""
    ws = open_workspace(request, public_id)
    post = message_of(ws.engagement, post_id)
    if post is None:
        raise Http404
    require(ws.standing.party())
    require(may_edit(request.user, post))
    posted = request.method == "POST"
    first = {"seen": post.edits, "body": post.body}
    form = EditForm(request.POST if posted else None, initial=first, has_files=post.files.exists())
    there = _address(public_id, post_id)
    if posted and form.is_valid():
        try:
            edit_in_engagement(
                engagement_id=ws.engagement.pk, post_id=post.pk, actor=request.user, **form.cleaned_data
            )  # fmt: skip
            return redirect(there)
        except Conflict as refused:
            if refused.code != "changed":
                raise
            return conflict(request, form.cleaned_data["body"], post.body, there)
    context = {"form": form, "there": there, "until": post.posted_at + EDITABLE}
    return work_page(request, ws, "message_edit", "conversation", 422 if posted else 200, **context)


@login_required
@require_safe
def before(request: PersonRequest, public_id: str, post_id: str) -> HttpResponse:
    """What a message said before it was changed."""
    ws = open_workspace(request, public_id)
    post = message_of(ws.engagement, post_id)
    if post is None:
        raise Http404
    context: dict[str, Any] = {"post": post, "earlier": earlier_texts_of(post), "there": _address(public_id, post_id)}
    if swaps(request):
        return render(request, "work/message_before.html#earlier", context)
    return work_page(request, ws, "message_before", "conversation", **context)


@login_required
@require_safe
def found(request: PersonRequest) -> HttpResponse:
    """What was said in all conversations of mine: the newest, or what holds the words."""
    words = _words(request)
    stretch = stretch_of(holding(messages_visible_to(request.user), words), _NEWEST, FOUND_ON_A_PAGE, request.GET)
    rows = _placed(request, stretch.rows)
    return render(request, "work/messages.html", {"rows": rows, "stretch": stretch, "words": words})


def _placed(request: PersonRequest, posts: list[Any]) -> list[dict[str, Any]]:
    """Each message with where it was said: in the work, or about an application, on the reader's side of it."""
    engagements, applications = engagements_by_thread(posts), applications_by_thread(posts)
    rows: list[dict[str, Any]] = []
    for post in posts:
        if (work := engagements.get(post.thread_id)) is not None:
            there = _address(work.public_id, post.public_id)
            rows.append({"post": post, "title": work.title, "there": there})
            continue
        asked = applications[post.thread_id]
        page = "talent:application" if asked.person_id == request.user.pk else "hosts:applicant"
        there = f"{reverse(page, args=[asked.public_id])}#post-{post.public_id}"
        rows.append({"post": post, "title": asked.project.title, "there": there, "is_before": True})
    return rows


def _written(request: PersonRequest, ws: Workspace) -> HttpResponse:
    people = {person.public_id: person.pk for person in people_in_conversation(ws.engagement)}
    form = PostForm(request.POST, request.FILES, people=_people(request, ws))
    files = stored_files(request, form) if form.is_valid() else []
    if form.errors:
        return _page(request, ws, form, 422)
    data = form.cleaned_data
    try:
        post = post_in_engagement(
            engagement_id=ws.engagement.pk, body=data["body"], key=data["key"], files=files,
            mentions={people[key] for key in data["mentions"]}, actor=request.user,
        )  # fmt: skip
    except Refusal:
        discard_files(file_ids=files, actor=request.user)
        raise
    let_go(request, files, post.files.values_list("file_id", flat=True) if files else ())
    mark_read(thread_id=ws.engagement.thread_id, actor=request.user)
    return redirect(f"{reverse('work:conversation', args=[ws.engagement.public_id])}#post-{post.public_id}")


def _page(request: PersonRequest, ws: Workspace, form: PostForm, status: int = 200) -> HttpResponse:
    """Some of the messages, read downwards; `at` asks for those up to one of them."""
    posts = with_parts(posts_of(ws.engagement.thread_id))
    at = request.GET.get("at", "")
    if at and "\x00" not in at:
        posts = up_to(posts, at)
    shown = stretch_of(posts, _NEWEST, ON_A_PAGE, request.GET)
    context = {
        "posts": shown.rows[::-1],
        "stretch": shown,
        "is_newest": not (at or shown.earlier),
        "form": form if ws.can_move else None,
        "editable_from": clock.now() - EDITABLE,
    }
    return work_page(request, ws, "conversation", "conversation", status, **context)


def _people(request: PersonRequest, ws: Workspace) -> dict[str, tuple[str, str]]:
    """Whom the reader may speak to here, each with what they do."""
    engagement = ws.engagement
    does = {
        engagement.intern_id: _("does the work"),
        engagement.supervisor_id: _("guides the work"),
        engagement.cover_id: _("covers"),
    }
    others = people_in_conversation(engagement).exclude(pk=request.user.pk)
    host = engagement.organization.name
    return {one.public_id: (one.name, f"{one.name}, {does.get(one.pk, host)}") for one in others}


def _words(request: PersonRequest) -> str:
    return request.GET.get("q", "").replace("\x00", "")[:LONGEST_SEARCH].strip()


def _address(public_id: str, post_id: str) -> str:
    return f"{reverse('work:conversation', args=[public_id])}?at={post_id}#post-{post_id}"
