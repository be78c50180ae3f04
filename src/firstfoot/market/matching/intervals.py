"""How sure a rate or a ratio of two rates is, with the standard library alone."""

from __future__ import annotations

import math
from collections.abc import Callable

CONFIDENCE = 0.95
_Z = 1.959963984540054  # the normal quantile at .975
_STEPS, _NEAR = 200, 1e-12  # of halving: it ends as soon as the ends are this near
_TINY = 1e-300


def beta_share(x: float, a: float, b: float) -> float:
    """The regularized incomplete beta function I_x(a, b): which share of a beta distribution lies below x.

    By the continued fraction of DLMF 8.17.22, evaluated from the front (Lentz 1976).

    >>> round(beta_share(0.5, 2, 3), 4)
    0.6875
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(1 - x, b, a)  # there the fraction converges faster
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _kept_off_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d, c = 1 / _kept_off_zero(1 + step * d), _kept_off_zero(1 + step / c)
            value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value


def _kept_off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def beta_quantile(share: float, a: float, b: float) -> float:
    """The point below which that share of a beta distribution lies."""
    return _crossing(lambda x: beta_share(x, a, b) < share, 0, 1)


def rate_interval(selected: float, people: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact interval of a rate (Clopper and Pearson, Biometrika 26, 1934, 404-413), as quantiles of the beta.

    >>> tuple(round(end, 4) for end in rate_interval(3, 10))
    (0.0667, 0.6525)
    """
    tail = (1 - confidence) / 2
    low = beta_quantile(tail, selected, people - selected + 1) if selected else 0.0
    high = beta_quantile(1 - tail, selected + 1, people - selected) if selected < people else 1.0
    return low, high


def ratio_interval(selected: float, people: int, of_selected: float, of_people: int) -> tuple[float, float]:
    """The 95 % score interval of one rate divided by another (Koopman, Biometrics 40, 1984, 513-517).

    All ratios that a score test does not refuse, with both rates restricted to that ratio in the form of
    Gart and Nam (Biometrics 44, 1988, 323-338). From 0 when nobody was selected here; without an upper end,
    as infinity, when nobody was selected there.

    >>> tuple(round(end, 2) for end in ratio_interval(36, 40, 16, 80))
    (2.94, 7.15)
    """
    if not selected and not of_selected:
        return 0.0, math.inf

    def score(ratio: float) -> float:
        return _score(ratio, selected, people, of_selected, of_people)

    middle = selected * of_people / (people * of_selected) if selected and of_selected else 1.0
    low = _crossing(lambda r: score(r) > _Z, 0, middle if of_selected else 1e9) if selected else 0.0
    high = _crossing(lambda r: score(r) > -_Z, middle if selected else 0, 1e9) if of_selected else math.inf
    return low, high


def _score(ratio: float, x: float, n: int, y: float, m: int) -> float:
    """How far the rates lie from this ratio, in standard errors; falls as the ratio grows."""
    if ratio <= 0:
        return math.inf
    b = n * ratio + x + m + y * ratio
    # The smaller root of the likelihood's equation, written so that nothing cancels.
    below = 2 * (x + y) / (b + math.sqrt(max(b * b - 4 * (n + m) * ratio * (x + y), 0.0)))
    above = min(ratio * below, 1.0)
    spread = above * (1 - above) / n + ratio * ratio * below * (1 - below) / m
    distance = x / n - ratio * y / m
    if spread <= _TINY:
        return math.copysign(math.inf, distance) if distance else 0.0
    return distance / math.sqrt(spread)


def _crossing(is_before: Callable[[float], bool], low: float, high: float) -> float:
    """Where a condition that holds at the low end stops holding, by halving."""
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if high - low <= _NEAR * (1 + low):
            break
        low, high = (middle, high) if is_before(middle) else (low, middle)
    return (low + high) / 2


def exact_p(selected: int, people: int, of_selected: int, of_people: int) -> float:
    """How likely a difference at least as unlikely is when both groups are treated alike: Fisher's exact test.

    Two-sided by the sum of the outcomes that are no likelier than this one (Fisher 1935; Agresti 2002, 3.5).

    >>> round(exact_p(3, 4, 1, 4), 4)
    0.4857
    """
    total = selected + of_selected

    def log_chance(here: int) -> float:
        return _log_ways(people, here) + _log_ways(of_people, total - here)

    seen = log_chance(selected)
    logs = [log_chance(here) for here in range(max(0, total - of_people), min(people, total) + 1)]
    top = max(logs)
    chances = [(math.exp(log - top), log <= seen + 1e-9) for log in logs]
    return min(math.fsum(c for c, rare in chances if rare) / math.fsum(c for c, _ in chances), 1.0)


def _log_ways(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
