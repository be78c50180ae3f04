"""Starters: whole briefs, ready in five minutes, for projects that many hosts need."""

from __future__ import annotations

from firstfoot.market.projects.starters import competitor_analysis, social_media_calendar, website_segment
from firstfoot.market.projects.starters.starter import Starter

__all__ = ["Starter", "all_starters", "get_starter", "search"]

_STARTERS = (social_media_calendar.STARTER, competitor_analysis.STARTER, website_segment.STARTER)
_BY_CODE = {starter.code: starter for starter in _STARTERS}


def all_starters() -> tuple[Starter, ...]:
    return _STARTERS


def get_starter(code: str) -> Starter | None:
    """The starter of that code; None for a code that no starter has."""
    return _BY_CODE.get(code)


def search(text: str) -> tuple[Starter, ...]:
    """The starters that hold every word of `text`, in their usual order; all of them for no words.

    >>> [starter.code for starter in search("website")]
    ['website_segment']
    """
    words = text.casefold().split()
    return tuple(starter for starter in _STARTERS if all(word in _haystack(starter) for word in words))


def _haystack(starter: Starter) -> str:
    brief = starter.brief
    parts = (
        starter.title,
        starter.summary,
        starter.who_its_for,
        starter.category,
        brief.title,
        brief.outcome,
        *brief.skills,
        *brief.tools,
    )
    return " ".join(parts).casefold()
