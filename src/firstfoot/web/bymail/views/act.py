"""One link from a mail: GET shows who would do what and changes nothing, POST does it once."""

from __future__ import annotations

from typing import Any

from allauth.core.ratelimit import consume
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from firstfoot.foundation.links.queries import link_by_secret, until
from firstfoot.kernel.errors import Conflict, NotPermitted, Refusal
from firstfoot.market.applications.blind import host_label
from firstfoot.reactions.bymail.acting import act_by_mail, may_use
from firstfoot.reactions.bymail.purposes import PURPOSES, thing_of_link
from firstfoot.web.bymail.pages import PAGES
from firstfoot.web.bymail.words import WORDS
from firstfoot.web.shared.reasons import reason
from firstfoot.web.shared.requests import Request
from firstfoot.web.shared.views.errors import too_many


# The link is the key: whoever has it needs no cookie, and whoever has not cannot make anyone send it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: Request, secret: str) -> HttpResponse:
    """The form of what the link is for; 404 for a link of none, 410 for a dead one, 403 for whom it is not for.

    What is sent is counted for each address of a visitor, also where there is no link: 429 for far too many.
    """
    if request.method == "POST" and not consume(request, action="by_mail"):
        return too_many(request)
    link = link_by_secret(secret)
    if link is None:
        raise Http404
    with timezone.override(link.person.zone):
        response = _answer(request, link)
    response["Referrer-Policy"], response["Cache-Control"] = "no-referrer", "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _answer(request: Request, link: Any) -> HttpResponse:
    thing, reader = thing_of_link(link), _reader(request)
    verdict = may_use(link, thing, reader=reader)
    if not verdict:
        return _refused(request, verdict.reason)
    page = PAGES[link.purpose]
    form = page.form(thing, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _form(request, link, thing, form)
    try:
        act_by_mail(link_id=link.pk, said=page.said(form), reader=reader)
    except (Conflict, NotPermitted) as refused:
        if refused.code.startswith("link_") or isinstance(refused, NotPermitted):
            return _refused(request, refused.code)
        return _form(request, link, thing_of_link(link), form, refused)
    return render(request, "bymail/done.html", _context(link, thing))


def _reader(request: Request) -> Any:
    return request.user if request.user.is_authenticated else None


def _form(request: Request, link: Any, thing: Any, form: Any, refused: Refusal | None = None) -> HttpResponse:
    """The page; with what was typed when it was not understood, or when something changed meanwhile."""
    status = 409 if refused else 422 if form.is_bound else 200
    shown = PAGES[link.purpose].shown(thing)
    said = reason(refused) if refused else ""
    context = {**_context(link, thing), **shown, "form": form, "refused": said}
    return render(request, f"bymail/{link.purpose}.html", context, status=status)


def _refused(request: Request, code: str) -> HttpResponse:
    """Why the link does nothing; of what it was about nothing is said."""
    status = 410 if code.startswith("link_") else 403
    context = {"reason": reason(Conflict(code) if status == 410 else NotPermitted(code)), "code": code}
    return render(request, "bymail/dead.html", context, status=status)


def _context(link: Any, thing: Any) -> dict[str, Any]:
    """Who acts, for whom, about what."""
    engagement = getattr(thing, "engagement", thing)
    is_application = link.purpose == "decline"
    host = thing.project.organization if is_application else engagement.organization
    is_intern = not is_application and link.person_id == engagement.intern_id
    other = "" if is_application else host.name if is_intern else engagement.intern.name
    who = host_label(thing) if is_application else other
    words = WORDS[link.purpose]
    return {
        "person": link.person,
        "organization": None if is_intern else host,
        "project_title": thing.project.title if is_application else engagement.title,
        "who": who,
        "heading": str(words.title) % {"who": who},
        "button": words.button,
        "done": str(words.done) % {"who": who},
        "page": PURPOSES[link.purpose].page(thing),
        "until": until(link),
    }
