"""How lists share people out: the chance, when enough wait, the nightly price of being shown, new projects' places."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from firstfoot.market.matching.needs import Crowd

SOUGHT = 4  # applications for a seat: enough to choose from
FIRST = 3  # applications that a new project is helped to
SHOWN_FOR_ONE = 25  # places in lists that one application takes, as a rule
EVERY = 5  # one place in so many is for a new project that is still owed some
TOP_PRICE = 900  # nothing is ever priced out of sight
_RISE, _FALL = 150, 60


def picked_chance(seats_free: int, waiting: int) -> int:
    """0..1000: the chance of one more person, if all who wait and this one were alike.

    >>> picked_chance(1, 0), picked_chance(1, 2), picked_chance(2, 2), picked_chance(1, 14), picked_chance(0, 3)
    (1000, 333, 666, 66, 0)
    """
    return min(1000, 1000 * max(seats_free, 0) // (max(waiting, 0) + 1))


def is_crowded(crowd: Crowd) -> bool:
    """Whether as many wait for each free seat as are enough to choose from: no list sends more until some are answered.

    >>> is_crowded(Crowd(1, 3)), is_crowded(Crowd(1, 4)), is_crowded(Crowd(2, 7)), is_crowded(Crowd(0, 9))
    (False, True, False, False)
    """
    return 0 < crowd.seats_free * SOUGHT <= crowd.waiting


def next_price(price: int, shown: int, applied: int, seats_free: int) -> int:
    """Tomorrow's price (0..TOP_PRICE) from today's: it rises with what came beyond enough, and falls with less.

    `shown` and `applied` count the last day alone; `seats_free` as it is tonight. A project that drew more
    applications than SOUGHT a week for each free seat grows dearer by how much more; one that drew few grows cheaper;
    one that was not shown falls back twice as fast.
    """
    enough = max(seats_free, 1) * SOUGHT
    surplus = 7 * applied - enough
    if surplus > 0:
        return min(TOP_PRICE, price + _RISE * min(surplus, 2 * enough) // enough)
    fall = _FALL * -surplus // enough
    return max(0, price - (fall if shown else 2 * fall))


def is_owed(crowd: Crowd) -> bool:
    """Whether a project still waits for its first applications, and for the places in lists that they take."""
    return crowd.applied < FIRST and crowd.shown < FIRST * SHOWN_FOR_ONE


def with_assured_places[T](ranked: Sequence[T], is_owed: Callable[[T], bool], length: int) -> list[tuple[T, bool]]:
    """The first `length` of a ranking, in which new ones have a fifth of the places if there are so many.

    Where fewer stand there by their score, the best of the later ones take the last of the fifth places. Gives each
    with whether it stands in such a kept place.

    >>> [each + "*" * kept for each, kept in with_assured_places("abcdefgh", lambda letter: letter in "gh", 5)]
    ['a', 'b', 'c', 'd', 'g*']
    """
    usual = list(ranked[:length])
    lacking = len(usual) // EVERY - sum(map(is_owed, usual))
    late = [each for each in ranked[length:] if is_owed(each)][: max(0, lacking)]
    placed = [(each, False) for each in usual[: len(usual) - len(late)]]
    for n, each in enumerate(late, start=len(usual) // EVERY - len(late) + 1):
        placed.insert(n * EVERY - 1, (each, True))
    return placed
