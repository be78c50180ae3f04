"""Hiding who someone is in free text, as best a machine can: names, addresses, links, school, dates of age."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HIDDEN = "[…]"  # the same in every language; the page says what it stands for

_SHORTEST_INSIDE = 5  # a name part this long is also found inside a longer word ("okaforsam")
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_DOTS = "\ue000"  # stands in for "…" while text is normalized
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_FILES = "pdf|docx?|odt|pages|rtf|txt|pptx?|key|xlsx?|csv|png|jpe?g|gif|webp|heic|svg|mp4|mov|zip"
_COUNTRIES = "uk|us|de|fr|es|pt|it|nl|in|ca|au|br|eu|ch|at|be|se|dk|fi|pl|ie|jp|kr|cn|tv|ai|ly|gg|to|ng|za|ke|nz|mx"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[\w.+%-]+\s*(?:@|\(at\)|\[at\])\s*[\w-]+(?:\s*(?:\.|\(dot\)|\[dot\])\s*[\w-]+)+",  # e-mail
        r"(?:https?://|www\.)\S+",
        rf"[^\s/\\]+\.(?:{_FILES})\b",
        r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|app|co|edu|ac|info|design|page|site|"
        rf"{_COUNTRIES})(?:/\S*)?\b",
        r"(?<!\w)@[\w.-]+",  # handles
        r"(?<!\w)\+?\d[\d\s().-]{6,}\d",  # phones
        r"\b(?:19|20)\d{2}\b",  # years tell an age
        r"\b\d{1,2}[\s-]*(?:years?|yrs?)[\s-]*old\b",
        r"\b(?:aged|i am|i'm|i’m)\s+\d{1,2}\b",
        r"\b(?:born)\s+(?:on|in)\s+[\w\s]{0,20}",
        r"\b(?:University|College|School|Institute|Academy|Polytechnic|Université|Universität|Universidad|"
        r"Universidade|Hochschule)\s+(?:of|for|de|da|do|di|der|des)\s+(?:the\s+)?\w+(?:\s+(?:and|&)\s+\w+)*",
    )
)
# Case matters: "Leeds Beckett University", never "my university".
_NAMED_SCHOOL = re.compile(
    r"(?<!\w)[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3}\s+(?:University|College|School|Institute|Academy|Polytechnic)\b"
)
_SCHOOL_WORDS = frozenset(
    {
        "university", "college", "school", "institute", "academy", "polytechnic", "universite", "universitat",
        "universidad", "universidade", "hochschule", "bootcamp", "conservatory"
    }
)  # fmt: skip
_GENERIC = _SCHOOL_WORDS | frozenset(
    {
        "of", "the", "and", "for", "de", "da", "do", "di", "der", "des", "at", "in", "a", "an", "bsc", "ba", "bs",
        "ma", "msc", "mba", "phd", "beng", "meng", "year", "final", "first", "second", "third", "student", "degree",
        "diploma", "graduate", "class", "studies", "science", "sciences", "arts", "technology", "technical", "state",
        "national", "city", "community", "online", "self", "taught"
    }
)  # fmt: skip
_LINK_PARTS = frozenset(
    {
        "https", "http", "www", "com", "org", "net", "github", "gitlab", "linkedin", "behance", "dribbble", "notion",
        "site", "page", "pages", "portfolio", "index", "html", "in", "me", "io", "dev", "app", "user", "users",
        "profile", "blog", "medium", "google", "drive", "docs", "work"
    }
)  # fmt: skip
_CLAUSES = re.compile(r"[,;:/|()·–—@]|\s-\s|\bat\b")
_WORD = re.compile(r"[\w'’]+")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What would give one person away: names, places and schools, handles, initials."""

    words: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()


def secrets_of(
    *, names: Iterable[str], emails: Iterable[str] = (), city: str = "", school: str = "", links: Iterable[str] = ()
) -> Secrets:
    """The words, phrases and initials to hide, from what is known of a person."""
    names = [_plain(name) for name in names if name.strip()]
    words = {fold(word) for name in names for word in re.split(r"[\s,.\-'’]+", name) if len(word) > 1 or _dense(word)}
    phrases = {fold(name) for name in names}
    for email in emails:
        local = email.partition("@")[0]
        phrases |= {fold(email), fold(local)}
        words |= {fold(part) for part in re.split(r"[\W\d_]+", local) if len(part) > 2}
    for link in links:
        words |= {part for part in re.split(r"[\W_]+", fold(link)) if len(part) > 2} - _LINK_PARTS
    phrases |= {fold(city).strip()}
    words |= {word for word in _WORD.findall(fold(city)) if len(word) > 2} - _GENERIC
    phrases |= {fold(school).strip()} | _schools(school)
    words |= {word for part in _schools(school) for word in _WORD.findall(part) if len(word) > 2} - _GENERIC
    return Secrets(frozenset(words), frozenset(phrases - {""}), frozenset(_initials(names)))


def mask_text(text: str, secrets: Secrets) -> str:
    """The text with everything that may give the person away replaced by HIDDEN.

    >>> mask_text("I am Sam (sam@x.org), see https://sam.dev", secrets_of(names=["Sam Okoro"]))
    'I am […] ([…]), see […]'
    """
    text = _plain(text)
    spans = [match.span() for pattern in (*_PATTERNS, _NAMED_SCHOOL) for match in pattern.finditer(text)]
    spans += _spans_of_initials(text, secrets.initials)
    folded, origin = _fold_with_origin(text)
    for found in _spans_of_words(folded, secrets):
        spans.append((origin[found[0]], origin[found[1] - 1] + 1))
    return _blank(text, spans)


def fold(text: str) -> str:
    """Lower case without accents, so that "Inês" and "INES" are one."""
    return _fold_with_origin(_plain(text))[0]


def _plain(text: str) -> str:
    """One way of writing each letter, nothing invisible; dots of omission stay, so that HIDDEN does."""
    kept = str(text).replace("…", _DOTS)
    return unicodedata.normalize("NFKC", kept).translate(_INVISIBLE).replace(_DOTS, "…")


def _fold_with_origin(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        folded = _folded_letter(letter)
        letters.append(folded)
        origin += [place] * len(folded)
    return "".join(letters), origin


@functools.lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _spans_of_words(folded: str, secrets: Secrets) -> list[tuple[int, int]]:
    spans = []
    for phrase in secrets.phrases:
        edge = "" if _dense(phrase) else r"(?<!\w){}(?!\w)"
        pattern = edge.format(re.escape(phrase)) if edge else re.escape(phrase)
        spans += [match.span() for match in re.finditer(pattern, folded)]
    for word in secrets.words:
        pattern = re.escape(word)
        if not _dense(word):
            pattern = rf"\w*{pattern}\w*" if len(word) >= _SHORTEST_INSIDE else rf"(?<![^\W_]){pattern}(?![^\W_])"
        spans += [match.span() for match in re.finditer(pattern, folded)]
    return spans


def _spans_of_initials(text: str, initials: frozenset[str]) -> list[tuple[int, int]]:
    spans = []
    for letters in initials:
        dotted = r"\.?\s?".join(re.escape(letter) for letter in letters)
        spans += [match.span() for match in re.finditer(rf"(?<!\w){dotted}\.?(?!\w)", text)]
    return spans


def _initials(names: Iterable[str]) -> set[str]:
    found = set()
    for name in names:
        letters = [word[0].upper() for word in re.split(r"[\s\-]+", name) if word[:1].isalpha()]
        if len(letters) > 1:
            found |= {"".join(letters), letters[0] + letters[-1]}
    return found


def _schools(studies: str) -> set[str]:
    """The parts of a line about studies that name a school; all parts when none says so clearly."""
    parts = [part.strip() for part in _CLAUSES.split(_plain(studies)) if part.strip()]
    named = [p for p in parts if _SCHOOL_WORDS & set(_WORD.findall(fold(p))) or re.search(r"\b[A-Z]{2,}\b", p)]
    return {fold(part) for part in named or parts}


def _dense(word: str) -> bool:
    """Scripts without spaces between words: look anywhere."""
    return bool(_NO_SPACES.search(word))


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    out, position = [], 0
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    for start, end in merged:
        tail = len(text[start:end]) - len(text[start:end].rstrip())
        out += [text[position:start], HIDDEN]
        position = end - tail
    return "".join([*out, text[position:]])
