"""What is left of work that ended early, as a brief for whoever finishes it; plain data in, plain data out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstfoot.market.projects.brief import Brief, BriefDeliverable

FIRST_DUE_DAY = 7  # the first of what is left is due no later, counted from the new start


@dataclass(frozen=True, slots=True)
class Left:
    """The results that are not accepted, of how many, and the pay that was settled for the others."""

    results: tuple[BriefDeliverable, ...]
    of: int
    paid_minor: int


def brief_of_rest(brief: Brief, left: Left) -> Brief:
    """The brief with the remaining results only; hours, weeks and pay are proposed from what is left.

    The pay is the share of the remaining results, or what the agreed pay leaves where that is more.

    >>> rest = Left((BriefDeliverable("Table", due_day=20),), of=2, paid_minor=10000)
    >>> found = brief_of_rest(Brief(hours=20, weeks=4, pay_minor=40000), rest)
    >>> found.hours, found.weeks, found.pay_minor, found.deliverables[0].due_day
    (10, 2, 30000, 7)
    """
    part, whole = len(left.results), max(left.of, 1)
    earlier = max(min((one.due_day for one in left.results), default=1) - FIRST_DUE_DAY, 0)
    return brief.with_(
        deliverables=_moved(left.results, earlier),
        hours=-(-brief.hours * part // whole),
        weeks=max(-(-brief.weeks * part // whole), 1),
        pay_minor=max(brief.pay_minor * part // whole, brief.pay_minor - left.paid_minor),
        seats=1,
    )


def _moved(results: Sequence[BriefDeliverable], days: int) -> tuple[BriefDeliverable, ...]:
    return tuple(
        BriefDeliverable(one.title, one.format, max(one.due_day - days, 1), one.required, one.criteria)
        for one in results
    )
