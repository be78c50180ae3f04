"""Whether two names read alike: folded for case, accents, look-alike letters and legal forms, one slip apart."""

from __future__ import annotations

import re
import unicodedata

LONG_ENOUGH = 6  # shorter names are often one letter apart by chance
# Letters that are taken for others; those of other alphabets that look like Latin ones, too.
_TWINS = str.maketrans(
    {
        "0": "o", "1": "l", "|": "l", "i": "l", "5": "s", "$": "s", "3": "e", "8": "b", "@": "a", "ß": "s",
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "l", "ѕ": "s", "к": "k",
        "α": "a", "ο": "o", "ρ": "p", "ν": "v", "κ": "k", "ø": "o", "ł": "l", "đ": "d",
    }
)  # fmt: skip
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_FORMS = frozenset([
    "ab", "ag", "aps", "as", "asa", "bv", "co", "company", "corp", "corporation", "doo", "eg", "ev", "gbr",
    "gmbh", "inc", "incorporated", "kft", "kg", "kk", "limited", "llc", "llp", "ltd", "ltda", "mbh", "nv", "oy",
    "plc", "pte", "pty", "sa", "sarl", "sas", "se", "sl", "spa", "srl", "sro", "ug", "the", "and",
])  # fmt: skip
_WORD = re.compile(r"\w+|[|$@]+")


def folded_name(name: str) -> str:
    """The name as a hurried reader takes it in.

    >>> folded_name("Kelp & Co."), folded_name("KE1P GmbH"), folded_name("Brindle Bakery Ltd")
    ('kelp', 'kelp', 'brlndlebakery')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("'", "").replace("’", "")
    words = [word for word in _WORD.findall(plain.replace(".", "")) if word not in _FORMS]
    joined = "".join(words or _WORD.findall(plain)).translate(_TWINS)
    for pair, single in _PAIRS:
        joined = joined.replace(pair, single)
    return joined


def is_alike(one: str, other: str) -> bool:
    """Whether two folded names are the same, or, of six letters on, one letter apart.

    >>> is_alike("brlndlebakery", "brlndlbakery"), is_alike("kelp", "help")
    (True, False)
    """
    if one == other:
        return bool(one)
    if min(len(one), len(other)) < LONG_ENOUGH or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    first = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    return short[first + (len(short) == len(long)) :] == long[first + 1 :]
