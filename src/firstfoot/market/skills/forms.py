"""The forms of a word: what two writers of the same skill have in common."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:\+\+|\+(?!\w)|#)?")
_DOT_FIRST = re.compile(r"(?<![^\s/,+(])\.(?=[^\W_])")
_SPACED_MARK = re.compile(r"(?<=\b[a-z]) +(?=(?:\+\+|#)(?!\w))")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʼ"))
_BRITISH = re.compile(r"is(e|ed|er|ing|ation)$")
_BRITISH_PAIRS = (("colour", "color"), ("labour", "labor"), ("behaviour", "behavior"), ("centre", "center"),
                  ("catalogue", "catalog"), ("programme", "program"), ("modelling", "modeling"),
                  ("labelling", "labeling"), ("travelling", "traveling"), ("licence", "license"))  # fmt: skip
_VERSION = re.compile(r"(?:(?<=[a-z]{3})|(?<=[+#])|(?<= )v?)[0-9]+(?: [0-9x]+)*$")
_FILLING_AFTER = frozenset({
    "ability", "abilities", "basics", "expertise", "experience", "fundamentals", "knowledge", "proficiency", "skill",
    "skills", "tool", "tools",
})  # fmt: skip
_FILLING_BEFORE = (
    "knowledge of", "experience with", "experience in", "proficiency in", "proficient in", "familiarity with",
    "basics of", "good", "strong", "basic", "intermediate", "advanced", "fluent", "native", "excellent", "expert",
    "careful", "clear", "precise", "simple", "structured", "written", "spoken",
)  # fmt: skip
_CRAFT_AFTER = (" developer", " development", " programmer", " programming", " expert", " specialist")
_BRACKETS = re.compile(r"(?<=\w)\s*(?:\(.*?(?:\)|$)|\[.*?(?:\]|$))")
_LEVEL_AFTER = re.compile(r" (?:at )?level [abc][12](?: or (?:higher|better|above))?$")
_LEVEL = frozenset({"a1", "a2", "b1", "b2", "c1", "c2", "native", "fluent", "beginner", "intermediate", "advanced"})


def normal(word: str) -> str:
    """Lower case, no accents, no marks but those that tell C++ and C# from C; one space between words.

    >>> normal("  Café-Design & C++/.NET")
    'cafe design and c++ dotnet'
    """
    plain = word.lower() if word.isascii() else _unaccented(word)
    plain = plain.translate(_APOSTROPHES).replace("&", " and ")
    return " ".join(_TOKEN.findall(_SPACED_MARK.sub("", _DOT_FIRST.sub("dot", plain))))


@lru_cache(maxsize=8192)
def singular(token: str) -> str:
    """A word without the ending of a plural, spelled the American way.

    >>> [singular(word) for word in ("surveys", "stories", "branches", "analysis", "visualisation", "css")]
    ['survey', 'story', 'branch', 'analysis', 'visualization', 'css']
    """
    if len(token) > 3 and token.endswith("s") and not token.endswith(("ss", "us", "sis", "xis")):
        if token.endswith("ies") and len(token) > 5:
            token = token[:-3] + "y"
        elif token.endswith(("ches", "shes", "xes", "sses", "zzes")):
            token = token[:-2]
        else:
            token = token[:-1]
    for british, american in _BRITISH_PAIRS:
        if token.startswith(british):
            token = american + token[len(british) :]
    return _BRITISH.sub(r"iz\1", token) if len(token) > 6 else token


def loose(text: str) -> str:
    """A normal text with each word in the singular."""
    return " ".join(map(singular, text.split()))


def tight(text: str) -> str:
    """A loose text without its spaces: "node js" and "nodejs" are one."""
    return text.replace(" ", "")


def shorter(word: str) -> Iterator[str]:
    """Normal texts of a word with less said around it: no brackets, no level, no version, no filling words.

    >>> list(shorter("Advanced Excel skills")), list(shorter("German (B2)")), list(shorter("Python 3.12"))
    (['excel'], ['german'], ['python'])
    """
    whole = normal(word)
    seen = {whole, ""}
    for text in (normal(_BRACKETS.sub(" ", word)), whole):
        for less in (text, _unfilled(text), _VERSION.sub("", _unfilled(text)).strip()):
            if less not in seen:
                seen.add(less)
                yield less


def _unaccented(word: str) -> str:
    for _ in range(2):
        word = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def bare(text: str) -> str:
    """A normal text without the craft that follows a tool's name.

    >>> bare("react native developer"), bare("career advice")
    ('react native', '')
    """
    return next((text.removesuffix(after) for after in _CRAFT_AFTER if text.endswith(after)), "")


def _unfilled(text: str) -> str:
    words = _LEVEL_AFTER.sub("", text).split()
    while len(words) > 1 and (words[-1] in _FILLING_AFTER or words[-1] in _LEVEL):
        words.pop()
    left = " ".join(words)
    for start in _FILLING_BEFORE:
        if left.startswith(start + " "):
            return left[len(start) + 1 :]
    return left
