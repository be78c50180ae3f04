"""How the rules read text: plain words and phrases, found in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from firstfoot.market.projects.brief import Brief, BriefDeliverable

_WORD = re.compile(r"[\w']+")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]?\s+(?=\S)")


@lru_cache(maxsize=256)  # every rule reads the same few texts
def plain(text: str) -> str:
    """Lower-case words with one space around each, so that a phrase is found by a plain substring search.

    >>> plain("Follow-up, please!")
    ' follow up please '
    """
    return f" {' '.join(_WORD.findall(text.casefold().replace('’', chr(39))))} "


def first_of(phrases: Iterable[str], text: str) -> str:
    """The first of the phrases that `text` holds as whole words, or ""; a phrase that ends in * may go on.

    >>> first_of(("help with", "assist*"), "We are assisting you")
    'assisting'
    """
    words = plain(text)
    for phrase in phrases:
        is_open = phrase.endswith("*")
        start = words.find(f" {phrase[:-1]}" if is_open else f" {phrase} ")
        if start >= 0:
            return words[start + 1 : words.index(" ", start + len(phrase))] if is_open else phrase
    return ""


def sentences_in(text: str) -> int:
    """How many sentences a text has, about: an end mark, a space and more text.

    >>> sentences_in("A page, live by May. It is ours."), sentences_in("Load under 2.5 s.")
    (2, 1)
    """
    return len(_SENTENCE_END.findall(text.strip())) + 1 if text.strip() else 0


def numbered(brief: Brief) -> Iterator[tuple[int, BriefDeliverable]]:
    """The deliverables with the number a person would call them by."""
    return enumerate(brief.deliverables, start=1)


def promises(brief: Brief) -> Iterator[tuple[str, str]]:
    """(field, text) of all that says what will be done; what is ruled out is left out."""
    yield "title", brief.title
    yield "outcome", brief.outcome
    yield from (("in_scope", line) for line in brief.in_scope)
    yield from (("deliverables", item.title) for item in brief.deliverables)


def all_texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """(field, text) of everything a host wrote and an applicant may read."""
    yield from promises(brief)
    for name in ("problem", "audience", "equipment", "expenses", "place", "ai_note", "portfolio_note", "pathway"):
        yield name, getattr(brief, name)
    for name in ("out_of_scope", "skills", "tools", "check_in_prompts"):
        yield from ((name, line) for line in getattr(brief, name))
    for item in brief.deliverables:
        yield "deliverables", item.format
        yield from (("deliverables", criterion.text) for criterion in item.criteria)
    for name in ("inputs", "onboarding", "questions"):
        yield from ((name, row.text) for row in getattr(brief, name))
