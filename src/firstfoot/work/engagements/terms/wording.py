"""Where two texts differ, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_WORD = re.compile(r"\s*\S+|\s+\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row: `same` in both texts, `gone` from the one before, or `new` in the one after."""

    kind: str
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts in one, in reading order; what is gone comes before what stands in its place.

    The `same` and `gone` pieces in a row spell `before`, the `same` and `new` ones `after`,
    letter by letter: words carry the space before them.

    >>> [(p.kind, p.text) for p in pieces("Compare four shops", "Compare six shops")]
    [('same', 'Compare'), ('gone', ' four'), ('new', ' six'), ('same', ' shops')]
    """
    return tuple(
        Piece(kind, "".join(piece.text for piece in run))
        for kind, run in groupby(_pieces(before, after), key=lambda piece: piece.kind)
    )


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    for code, from_old, to_old, from_new, to_new in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if code == "equal":
            yield Piece("same", "".join(old[from_old:to_old]))
            continue
        if to_old > from_old:
            yield Piece("gone", "".join(old[from_old:to_old]))
        if to_new > from_new:
            yield Piece("new", "".join(new[from_new:to_new]))
