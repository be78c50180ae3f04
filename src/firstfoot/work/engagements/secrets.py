"""Telling a password from an ordinary word: what is written for two to read must hold none."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import urlsplit

_NAMED = re.compile(
    r"\b(?:pass(?:word|wort|code|phrase)?|pwd?|pin|secret|token|api[ _-]?key|kennwort|contraseña|mot de passe)\b"
    r"\s*(?:is|ist|es|est|=|:|->)\s*\S",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"-----BEGIN |AKIA[0-9A-Z]{12}|gh[pousr]_\w{20}|\bsk-[\w-]{16}|xox[abp]-\w{6}|eyJ[\w-]{10,}\.[\w-]{6,}"
)
_SYMBOLS = frozenset("!#$%^&*?~+=|<>")
SHORTEST, TURNS = 8, 3


def looks_like_secret(text: str) -> bool:
    """Whether a text names a password, or holds a word that looks like one.

    >>> [looks_like_secret(t) for t in ("Shop account, role editor", "password: kelp", "Tr0ub4dor&3", "Drive 2026-Q3")]
    [False, True, True, False]
    """
    return bool(_NAMED.search(text) or _KNOWN.search(text) or any(map(_is_drawn, text.split())))


def is_safe_link(link: str) -> bool:
    """Whether it begins with https, names a site, and carries no name or password.

    >>> [is_safe_link(t) for t in ("https://example.org/a", "http://example.org", "https://sam:kelp@example.org")]
    [True, False, False]
    """
    try:
        parts = urlsplit(link)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False


def _is_drawn(word: str) -> bool:
    """Letters and digits that take turns, or with symbols between them; addresses and dates are none."""
    word = word.strip(".,;:()\"'“”")
    if len(word) < SHORTEST or "@" in word or "/" in word:
        return False
    kinds = ["d" if c.isdigit() else "a" if c.isalpha() else "" for c in word]
    known = [kind for kind in kinds if kind]
    turns = sum(a != b for a, b in pairwise(known))
    has_both = len(set(known)) == 2
    return has_both and (turns >= TURNS or bool(_SYMBOLS & set(word)))
