"""How a rule says what it looks for: words in their order, with a few others between, in plain text."""

from __future__ import annotations

import re

BETWEEN = 9  # at most so many words stand for "..", so that a search stays linear however long the text is


def shape(*ways: str, **sets: str) -> re.Pattern[str]:
    """One pattern of several ways to say a thing, for text as `plain` makes it.

    A way is words with one space between; `{name}` is one of a set, `..` stands for up to nine words, and a
    trailing * lets a word go on.

    >>> shape("{do} .. cat*", do="feed|find").search(" feed the three small cats ").group().strip()
    'feed the three small cats'
    """
    return re.compile("|".join(rf" {_way(way, sets)}(?= )" for way in ways))


def _way(way: str, sets: dict[str, str]) -> str:
    filled = way.format(**{name: f"(?:{words})" for name, words in sets.items()})
    return filled.replace(" .. ", rf" (?:\S+ ){{0,{BETWEEN}}}?").replace("*", r"\w*")
