"""Finds skills in a text: phrases of the vocabulary where they stand, without a model and without guessing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from firstfoot.market.skills.forms import loose, normal
from firstfoot.market.skills.words import vocabulary

LONGEST_TEXT = 40_000  # letters that are looked at
EVERYDAY = Path(__file__).parent / "everyday.txt"
_TOKEN = re.compile(r"\.?[^\W_]+(?:\+\+|\+(?!\w)|#)?")
_INSIDE = re.compile(r"(?: ?& ?| |[-./'’])")  # between the words of one phrase; a comma or a line's end parts two
_PARTS = re.compile(r"[,;:|•·/()\[\]]|\s[-–—*]\s|\t|\band\b|\bor\b", re.IGNORECASE)
_OPENS = re.compile(r"^\s*(?:[-–—*•·]\s*)?$")
_HEADING = re.compile(
    r"\b(?:skills?|tools?|technolog\w+|software|languages?|stack|proficient|experienced?)\b", re.IGNORECASE
)
_LEADS = re.compile(r"\b(?:using|in|with|know|learned|microsoft|ms|google|adobe)\s+$", re.IGNORECASE)
_ODD = re.compile(r"[a-z][A-Z]|\d|[+#]|^[A-Z]{3,}$")  # as nobody writes an everyday word


@dataclass(frozen=True, slots=True)
class Found:
    """A skill that a text names: its code, the phrase as it stands there, and where that begins."""

    code: str
    phrase: str
    where: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """A phrase of the vocabulary in a line; `is_sure` unless it may be a word of everyday."""

    found: Found
    start: int
    end: int
    is_sure: bool


def found_in(text: str) -> tuple[Found, ...]:
    """The skills that a text names, each where it first stands: of phrases that overlap the longest.

    A word of everyday ("go", "word", "spring") counts only where skills are listed, or named after "using" and the
    like in the case of its name.

    >>> [found.phrase for found in found_in("I go to work in spring. Skills: Go, PostgreSQL, Microsoft Excel")]
    ['Go', 'PostgreSQL', 'Microsoft Excel']
    """
    first: dict[str, Found] = {}
    start = 0
    for line in text[:LONGEST_TEXT].splitlines(keepends=True):
        for found in _in_line(line, start):
            first.setdefault(found.code, found)
        start += len(line)
    return tuple(first.values())


def _in_line(line: str, offset: int) -> Iterator[Found]:
    seen = list(_phrases(line, offset))
    sure = sum(one.is_sure for one in seen)
    is_list = sure >= 1 or _HEADING.search(line) is not None
    for one in seen:
        if one.is_sure or (is_list and _stands_alone(line, one)) or _is_led(line, one):
            yield one.found


def _phrases(line: str, offset: int) -> Iterator[_Seen]:
    tokens = list(_TOKEN.finditer(line))
    at = 0
    while at < len(tokens):
        for size in range(min(_most_words(_key(tokens[at][0])), len(tokens) - at), 0, -1):
            start, end = tokens[at].start(), tokens[at + size - 1].end()
            gaps = zip(tokens[at : at + size - 1], tokens[at + 1 : at + size], strict=True)
            if all(
                _INSIDE.fullmatch(line, one.end(), other.start()) or one.end() == other.start() for one, other in gaps
            ):
                phrase = line[start:end]
                if code := vocabulary().named(phrase):
                    found = Found(code, phrase, offset + start)
                    yield _Seen(found, start, end, _is_sure(code, phrase))
                    at += size - 1
                    break
        at += 1


def _is_sure(code: str, phrase: str) -> bool:
    """Whether nobody means anything else by it: several words, an odd spelling, or a name that is no everyday word."""
    text = normal(phrase)
    if " " in text or _ODD.search(phrase):
        return True
    return text not in _everyday() and text == normal(vocabulary().skills[code].name)


def _stands_alone(line: str, one: _Seen) -> bool:
    """Whether it is a part of a list: something parts it from what stands before and after."""
    before = _PARTS.split(line[: one.start])[-1]
    after = _PARTS.split(line[one.end :])[0]
    return _OPENS.match(before) is not None and after.strip(" .\r\n") == ""


def _is_led(line: str, one: _Seen) -> bool:
    """Whether it is named as a tool is: "using Go", in the case of its name."""
    is_name = one.found.phrase == vocabulary().skills[one.found.code].name
    return is_name and one.found.phrase[0].isupper() and _LEADS.search(line[: one.start]) is not None


def _key(token: str) -> str:
    return loose(normal(token)).split(" ")[0]


def _most_words(first: str) -> int:
    return _lengths().get(first, 0)


@cache
def _lengths() -> dict[str, int]:
    """How many words the longest phrase has that begins with a word."""
    most: dict[str, int] = {}
    for skill in vocabulary().skills.values():
        for phrase in skill.phrases:
            tokens = _TOKEN.findall(phrase)
            key = _key(tokens[0])
            most[key] = max(most.get(key, 0), len(tokens))
    return most


@cache
def _everyday() -> frozenset[str]:
    return frozenset(EVERYDAY.read_text(encoding="utf-8").split())
