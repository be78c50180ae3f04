"""What an hour of a beginner's work is fairly paid, seen from the least that may be paid for it."""

from __future__ import annotations

from firstfoot.kernel.money import digits_of

# Where the least is 15 dollars an hour, 20 to 25 is usual for small projects: 22 for 15.
GUIDE, LEAST = 22, 15


def fair_hourly(floor_minor: int, currency: str) -> int:
    """The suggested pay an hour in minor units, rounded up to a whole unit; 0 where no least is known.

    >>> fair_hourly(1500, "USD"), fair_hourly(0, "USD")
    (2200, 0)
    """
    unit: int = 10 ** digits_of(currency)
    return -(-floor_minor * GUIDE // (LEAST * unit)) * unit
