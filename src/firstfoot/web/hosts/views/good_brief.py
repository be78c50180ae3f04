"""What makes a good brief: the rules of the scope check, each with a bad and a good example, open to all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from firstfoot.market.projects.scope import Finding, Level
from firstfoot.market.projects.scope.examples import Example, findings
from firstfoot.web.hosts.brief_diff import Difference, differences
from firstfoot.web.hosts.scope_words import Words, words_for
from firstfoot.web.shared import brief_words

type Lesson = tuple[Example, Finding]


@dataclass(frozen=True, slots=True)
class Told:
    """One rule as the page tells it."""

    code: str
    words: Words
    stops: bool  # a brief with this cannot be posted
    examples: list[Difference]


@dataclass(frozen=True, slots=True)
class Part:
    """The rules of one step of the builder."""

    code: str
    title: str
    lead: str
    rules: list[Told]


@require_safe
def good_brief(request: HttpRequest) -> HttpResponse:
    """Each rule with what we say of it, step by step as in the builder."""
    parts = list(_parts())
    context = {"parts": parts, "count": sum(len(part.rules) for part in parts)}
    return render(request, "hosts/good_brief.html", context)


def _parts() -> Iterator[Part]:
    for step, lessons in groupby(findings(), key=lambda lesson: lesson[1].step):
        title, lead = brief_words.STEPS[step]
        yield Part(step, str(title), str(lead), [_told(lesson) for lesson in lessons])


def _told(lesson: Lesson) -> Told:
    example, finding = lesson
    shown = differences(example.before, example.after, {"hana": _("The supervisor"), "hugo": _("A colleague")})
    return Told(example.code, words_for(finding), finding.level is Level.BLOCKER, shown)
