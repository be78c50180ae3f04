"""The page numbers under a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict


@dataclass(frozen=True, slots=True)
class PageLink:
    """One place in the row of page numbers; a gap has no number."""

    number: int = 0
    query: str = ""
    current: bool = False


def page_links(page: Any, query: QueryDict, name: str = "page") -> list[PageLink]:
    """The row around a Django Page, with gaps; each link keeps the other filters."""
    current, last = page.number, page.paginator.num_pages
    shown = sorted(n for n in {1, current - 1, current, current + 1, last} if 1 <= n <= last)
    links: list[PageLink] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            links.append(PageLink())
        links.append(PageLink(number, query_for(query, name, number), number == current))
    return links


def query_for(query: QueryDict, name: str, value: object) -> str:
    """The query string with one value changed; the first page needs none."""
    changed = query.copy()
    changed.pop(name, None)
    if not (name == "page" and value == 1):
        changed[name] = str(value)
    return "?" + changed.urlencode()
