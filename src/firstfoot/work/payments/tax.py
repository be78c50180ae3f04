"""Telling where a tax form lies from what stands on it."""

from __future__ import annotations

import re

_DIGITS_TOGETHER = 6
_CHAIN = re.compile(r"\d(?:[\s./_-]?\d)*")


def looks_like_number(text: str) -> bool:
    """Whether a text holds what could be a tax or account number: seven digits in a row or more, however spaced,
    or six between letters.

    >>> [looks_like_number(t) for t in ("Shared drive, folder 2026", "123-45-6789", "QQ 12 34 56 C", "Safe 3, row 12")]
    [False, True, True, False]
    """
    plain = re.sub(r"[^\W\d_]", " ", text)
    if any(len(re.sub(r"\D", "", chain)) > _DIGITS_TOGETHER for chain in _CHAIN.findall(plain)):
        return True
    return bool(re.search(r"\b[A-Za-z]{1,2}\s?(?:\d\s?){6}[A-Za-z]\b", text))
