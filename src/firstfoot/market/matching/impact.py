"""Impact ratios: how often people of each category are selected, beside those selected most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firstfoot.market.matching.hiding import hidden_in_line, hidden_in_table
from firstfoot.market.matching.intervals import exact_p, rate_interval, ratio_interval

LEAST = 10  # people in a category, else nothing about it is shown
FOUR_FIFTHS = 0.8  # of the highest rate (29 CFR 1607.4 D)
UNKNOWN = ""

type Category = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One person who applied: what they said of each kind, UNKNOWN where nothing, and the stages they reached."""

    said: Category
    reached: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Impact:
    """One category at one stage. The ratio and what belongs to it are None where no rate is above zero."""

    category: Category
    people: int
    selected: float  # whole, but where each counts by a share
    rate: float
    rate_between: tuple[float, float]
    ratio: float | None
    ratio_between: tuple[float, float] | None
    p: float | None
    is_highest: bool

    @property
    def is_below(self) -> bool:
        """Under four fifths of the highest rate; the interval says how sure that is."""
        return self.ratio is not None and self.ratio < FOUR_FIFTHS

    @property
    def is_surely_below(self) -> bool:
        """Even the upper end of the interval is under four fifths."""
        return self.ratio_between is not None and not self.is_highest and self.ratio_between[1] < FOUR_FIFTHS


@dataclass(frozen=True, slots=True)
class Grouping:
    """The people of an audit by one kind or by several: who is counted, who did not say, what is too small."""

    counts: dict[Category, int]
    hidden: frozenset[Category]
    unknown: int
    cases: tuple[Case, ...]

    def at(self, stage: str) -> tuple[Impact, ...]:
        """Every category that may be shown, in the given order."""
        shown = [category for category in self.counts if category not in self.hidden]
        selected = Counter(case.said for case in self.cases if stage in case.reached)
        return impacts([(category, self.counts[category], selected[category]) for category in shown])


def group(cases: Iterable[Case], categories: Sequence[Category], least: int = LEAST) -> Grouping:
    """Count people by category; whoever left a kind out is unknown and in no category.

    One that `least` people do not reach is hidden, and with it as many more as it takes
    that nobody can work it out from the sums.
    """
    every = tuple(cases)
    known = tuple(case for case in every if UNKNOWN not in case.said)
    found = Counter(case.said for case in known)
    counts = {category: found[category] for category in categories}
    if stray := found.keys() - counts.keys():
        raise ValueError(f"No such category: {sorted(stray)}")
    if len(categories[0]) == 2:
        pairs = {(one, other): n for (one, other), n in counts.items()}
        hidden: frozenset[Category] = frozenset(hidden_in_table(pairs, least))
    else:
        hidden = hidden_in_line(counts, least)
    return Grouping(counts, hidden, len(every) - len(known), known)


def impacts(rows: Sequence[tuple[Category, int, float]]) -> tuple[Impact, ...]:
    """Rates, and their ratios to the highest of them; `rows` are category, people, selected.

    `selected` may be a sum of shares from 0 to 1: those vary less than a yes or no, so the intervals are rather too
    wide than too narrow. Fisher's test knows only whole people, so such rows have no p.
    """
    if not rows:
        return ()
    _, best_people, best_selected = max(rows, key=lambda row: (row[2] / row[1], row[1], row[0]))
    return tuple(_impact(row, best_people, best_selected) for row in rows)


def _impact(row: tuple[Category, int, float], best_people: int, best_selected: float) -> Impact:
    category, people, selected = row
    rate, best = selected / people, best_selected / best_people
    is_highest = selected * best_people == best_selected * people
    between = rate_interval(selected, people)
    if not best_selected:
        return Impact(category, people, selected, rate, between, None, None, None, False)
    if is_highest:
        return Impact(category, people, selected, rate, between, 1.0, (1.0, 1.0), None, True)
    ratio_between = ratio_interval(selected, people, best_selected, best_people)
    are_whole = isinstance(selected, int) and isinstance(best_selected, int)
    p = exact_p(int(selected), people, int(best_selected), best_people) if are_whole else None
    return Impact(category, people, selected, rate, between, rate / best, ratio_between, p, False)
