"""The open ledger: what became of the projects of one year, in figures that say nothing of anybody."""

from __future__ import annotations

from datetime import UTC, datetime

from firstfoot.insights.figures import KINDS, Figure, Kind, figures_of

LEAST = 5  # people or projects behind a figure that everybody may read
_WHOLES = ("posted", "over")
NOT_TOLD = ("started", "days_to_fill", "days_to_review")  # the stewards' alone


def figures_of_year(year: int) -> dict[str, int | None]:
    """Each figure by its code; None where under five stand behind it, or it could be worked out from another.

    Days are medians in whole days, shares are percent.
    """
    found = figures_of(datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC))
    return {code: told(code, figure) for code, figure in found.items() if code not in NOT_TOLD}


def told(code: str, figure: Figure) -> int | None:
    """The figure as everybody may read it; how much there was in all says nothing of anybody.

    >>> told("completed", Figure(6, 9, 9)), told("pay_received", Figure(3, 6, 6)), told("next_yes", Figure(2, 4, 4))
    (None, 50, None)
    """
    if code in _WHOLES:
        return int(figure.part)
    if KINDS[code] is Kind.COUNT:
        return hidden(int(figure.part), int(figure.of))
    if figure.behind < LEAST:
        return None
    return figure.percent if KINDS[code] is Kind.SHARE else round(figure.part)


def hidden(count: int, of: int) -> int | None:
    """A count out of a known whole, unless it or what is left of the whole is one to four.

    >>> [hidden(count, 20) for count in (0, 3, 5, 16, 20)]
    [0, None, 5, None, 20]
    """
    return None if 0 < count < LEAST or 0 < of - count < LEAST else count
