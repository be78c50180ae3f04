"""A page for each kind of work and each skill: what it is, what is open, and what lies near it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from firstfoot.market.projects.narrowing import Filters, narrowed
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.projects.search import MOST_FOUND
from firstfoot.market.projects.starters import all_starters
from firstfoot.market.skills import Skill, by_code
from firstfoot.market.skills.words import groups
from firstfoot.web.public.caching import ShownRequest, kept_until_changed
from firstfoot.web.public.cards import cards_of
from firstfoot.web.public.finding import PAGE, facets_for
from firstfoot.web.public.views.projects import list_version
from firstfoot.web.shared.brief_words import CATEGORIES, CATEGORIES_ARE
from firstfoot.web.shared.keyset import stretch_of

type Link = tuple[str, str]

NEAR = 12  # skills named beside a list
TEMPLATES = 6
MOST_ALIASES = 4


def _version(request: HttpRequest, **_about: str) -> str:
    return list_version(request)


@require_safe
@kept_until_changed(_version)
def category(request: ShownRequest, category: str) -> HttpResponse:
    """What is open of one kind of work, the skills it asks for and the templates there are; 404 for no such kind."""
    if category not in CATEGORIES:
        raise Http404
    context = _listed(request, Filters(category=category), "skill")
    return render(
        request,
        "public/topic.html",
        {
            **context,
            "title": CATEGORIES[category],
            "about": CATEGORIES_ARE[category],
            "query": f"category={category}",
            "near": [skill_link(code) for code in context["counted"][:NEAR]],
            "starters": [starter for starter in all_starters() if starter.category == category][:TEMPLATES],
        },
    )


@require_safe
@kept_until_changed(_version)
def skill(request: ShownRequest, skill: str) -> HttpResponse:
    """What is open that asks for one skill, and the skills around it; 404 for one the vocabulary does not know."""
    found = by_code().get(skill)
    if found is None:
        raise Http404
    context = _listed(request, Filters(skill=skill), "category")
    group = next(group.name for group in groups() if group.code == found.group)
    return render(
        request,
        "public/topic.html",
        {
            **context,
            "title": found.name,
            "group": group,
            "aliases": found.aliases[:MOST_ALIASES],
            "query": f"skill={skill}",
            "broader": _links([found.broader]),
            "narrower": _links(narrower := _narrower(found)),
            "near": _links(code for code in found.related if code not in {*narrower, found.broader}),
            "kinds": [(str(CATEGORIES[code]), category_address(code)) for code in context["counted"]],
        },
    )


def skill_link(code: str) -> Link:
    """The name of a skill and its page."""
    return by_code()[code].name, reverse("public:skill", args=[code])


def category_address(code: str) -> str:
    return reverse("public:category", args=[code])


def _listed(request: ShownRequest, filters: Filters, beside: str) -> dict[str, Any]:
    """A stretch of the list, how many there are, and the codes of another filter by how often they are there."""
    facets = facets_for(request, filters)
    list_ = narrowed(open_projects(request.user), filters)
    stretch = stretch_of(list_.rows, list_.order, PAGE, request.GET, anchors=list_.anchors)
    counts = facets.counts[beside]
    known = by_code() if beside == "skill" else CATEGORIES
    return {
        "stretch": stretch,
        "cards": cards_of(stretch),
        "total": facets.total,
        "most": MOST_FOUND,
        "counted": sorted((code for code in counts if code in known), key=lambda code: (-counts[code], code)),
    }


def _links(codes: Any) -> list[Link]:
    return [skill_link(code) for code in codes if code]


def _narrower(skill: Skill) -> list[str]:
    return [other.code for other in by_code().values() if other.broader == skill.code][:NEAR]
