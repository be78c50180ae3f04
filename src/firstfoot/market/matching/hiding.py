"""Which counts are too small to show, and which further ones must go so that nobody can work those out."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping


def hidden_in_line[K: Hashable](
    counts: Mapping[K, int], least: int, hidden: Iterable[K] = (), last: Collection[K] = ()
) -> frozenset[K]:
    """What is hidden of counts whose sum is known: all below `least`, and what they could be worked out from.

    Together the hidden ones hold nobody or at least `least`: else the smallest that still shows goes too,
    in the order of size and name, so that the order of the counts does not matter. Those in `last` go
    only when no other would do.

    >>> sorted(hidden_in_line({"a": 40, "b": 3, "c": 12}, 10))
    ['b', 'c']
    """
    away = {key for key, n in counts.items() if n < least} | set(hidden)
    shown = sorted((key for key in counts if key not in away), key=lambda key: (key in last, counts[key], str(key)))
    while shown and 0 < sum(counts[key] for key in away) < least:
        away.add(shown.pop(0))
    return frozenset(away)


def hidden_in_table[A: Hashable, B: Hashable](counts: Mapping[tuple[A, B], int], least: int) -> frozenset[tuple[A, B]]:
    """The same for a table of two kinds, of which the sums of lines and of columns may be known."""
    away: frozenset[tuple[A, B]] = frozenset(cell for cell, n in counts.items() if n < least)
    while True:
        more = away
        for place in (0, 1):
            for name in sorted({str(cell[place]) for cell in counts}):
                line = {cell: n for cell, n in counts.items() if str(cell[place]) == name}
                more |= hidden_in_line(line, least, more & line.keys())
        more = hidden_in_line(counts, least, more)
        if more == away:
            return away
        away = more


def shown_or_hidden[K: Hashable](counts: Mapping[K, int], least: int, last: Collection[K] = ()) -> dict[K, int | None]:
    """Counts of people of which a sum is known: None for one that is above nothing and below `least`.

    A lone hidden one takes the smallest other with it, so that it cannot be worked out.

    >>> shown_or_hidden({"a": 9, "b": 2, "c": 0}, 3)
    {'a': None, 'b': None, 'c': 0}
    """
    some = {key: n for key, n in counts.items() if n}
    away = hidden_in_line(some, least, last=last)
    return {key: None if key in away else n for key, n in counts.items()}
