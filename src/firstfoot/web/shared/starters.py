"""Looking through the templates: by everyday words and by kind of work, on every page that offers them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from firstfoot.market.projects import starters
from firstfoot.web.shared.brief_words import CATEGORIES

MOST_LETTERS = 100
AT_FIRST = 12


def looked_for(request: HttpRequest) -> dict[str, Any]:
    """What the address asks for, what was found, and the kinds to choose from; `here` is the page itself."""
    words = request.GET.get("q", "").strip()[:MOST_LETTERS]
    asked = request.GET.get("category", "")
    category = asked if asked in CATEGORIES else ""
    found = starters.search(words, category)
    is_plain = not (words or category or request.GET.get("all"))
    shown = _one_of_a_kind(found) if is_plain else found
    return {
        "here": request.path,
        "found": len(found),
        "starters": shown,
        "more_url": f"{request.path}?all=1" if len(shown) < len(found) else "",
        "words": words,
        "category": category,
        "category_name": CATEGORIES.get(category, ""),
        "kinds": _kinds(words),
    }


def _one_of_a_kind(found: tuple[starters.Starter, ...]) -> tuple[starters.Starter, ...]:
    """The first of each of the first kinds: enough to see what there is, on a phone as well."""
    first = {starter.category: starter for starter in reversed(found)}
    return tuple(starter for starter in found if first[starter.category] is starter)[:AT_FIRST]


def _kinds(words: str) -> list[dict[str, Any]]:
    every = {"code": "", "name": _("All kinds"), "count": len(starters.all_starters()), "query": _query(words, "")}
    return [every] + [
        {"code": code, "name": CATEGORIES[code], "count": count, "query": _query(words, code)}
        for code, count in starters.categories()
    ]


def _query(words: str, category: str) -> str:
    said = {name: value for name, value in (("q", words), ("category", category)) if value}
    return f"?{urlencode(said)}" if said else ""
