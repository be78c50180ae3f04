"""Reads words by the vocabulary: the skill a word means, and the skills that a beginning may become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from firstfoot.market.skills.forms import loose, normal, singular
from firstfoot.market.skills.index import Index
from firstfoot.market.skills.reading import read_groups, read_popular
from firstfoot.market.skills.skill import Group, Skill

_ALL_OF = re.compile(r"\s*(?:[/,;|]|(?<!\+)\+(?![+\s]|$)|\s\+\s|&|\band\b)\s*", re.IGNORECASE)
_ONE_OF = re.compile(r"\s+or\s+", re.IGNORECASE)


@cache
def groups() -> tuple[Group, ...]:
    """The whole vocabulary, as its files have it."""
    return read_groups()


@cache
def vocabulary() -> Index:
    """The index over all groups; built when it is first asked for."""
    index = Index((skill for group in groups() for skill in group.skills), read_popular())
    singular.cache_clear()  # held each word of the vocabulary, of which few are asked for
    return index


def resolve(word: str) -> str | None:
    """The code of the skill that a word means; None for a word the vocabulary does not know.

    >>> resolve("Postgres"), resolve("c ++"), resolve("German (B2)"), resolve("Basket weaving")
    ('postgresql', 'cpp', 'german', None)
    """
    return vocabulary().resolve(word)


def codes_of(word: str) -> tuple[str, ...]:
    """The codes that a word holds: its own; else those of all its parts, or of those it leaves the choice between.

    >>> codes_of("Django+PostgreSQL"), codes_of("Django + basket weaving"), codes_of("R or a similar language")
    (('django', 'postgresql'), (), ('r-language',))
    """
    if code := resolve(word):
        return (code,)
    if len(choices := _ONE_OF.split(word)) > 1:
        return tuple(dict.fromkeys(code for choice in choices for code in codes_of(choice)))
    parts = [resolve(part) for part in _ALL_OF.split(word) if part]
    return tuple(dict.fromkeys(code for code in parts if code)) if all(parts) else ()


def folded(word: str) -> str:
    """A word but for case and marks; one of marks alone is itself.

    >>> folded("Node.JS"), folded("node js"), folded("?!")
    ('node js', 'node js', '?!')
    """
    return normal(word) or word


def keyed(word: str) -> str:
    """A word by what is the same for its writers: folded, in the singular, spelled the American way.

    >>> keyed("Visualisations"), keyed("visualization")
    ('visualization', 'visualization')
    """
    return loose(folded(word))


def written(word: str) -> str:
    """A word as the vocabulary writes it, where it is the name of a skill; any other word as it is.

    An alias stays what somebody chose to write: it may say more than the name does.

    >>> written("javascript"), written("node js"), written("welding"), written("basket weaving")
    ('JavaScript', 'Node.js', 'welding', 'basket weaving')
    """
    return _names().get(normal(word), word)


def unsaid(asked: Iterable[str], said: Iterable[str]) -> list[str]:
    """Those of the words asked for that somebody did not say, in no spelling, nor as something narrower.

    Of a word that holds several skills one is enough. A word the vocabulary does not know is compared as it is, but
    for case and marks.

    >>> unsaid(["SQL", "Figma", "Basket weaving", "Python or R"], ["postgres", "basket-weaving", "python"])
    ['Figma']
    """
    words = list(said)
    known, plain = {code for word in words for code in _wider(word)}, {normal(word) for word in words}
    return [word for word in asked if normal(word) not in plain and known.isdisjoint(codes_of(word))]


def _wider(word: str) -> Iterator[str]:
    """The codes of a word, and of all that is wider."""
    codes = [*codes_of(word)]
    while codes:
        yield (code := codes.pop())
        codes += filter(None, [vocabulary().skills[code].broader])


@cache
def by_code() -> Mapping[str, Skill]:
    """Every skill by its code: pages that only show skills need no index."""
    return {skill.code: skill for group in groups() for skill in group.skills}


@cache
def _names() -> dict[str, str]:
    """The names by their normal form: pages that only show skills need no index."""
    return {normal(skill.name): skill.name for group in groups() for skill in group.skills}


def suggest(prefix: str, limit: int = 8) -> tuple[Skill, ...]:
    """Skills with a word that begins so, in name or alias: what is called just that first, then what many ask for."""
    return vocabulary().suggest(prefix, limit)
