"""What a list of fitting projects is ordered by: the names of its numbers, and how much each counts."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from firstfoot.market.matching.weights import Weights

FEATURES: dict[str, str | Promise] = {
    "cover": gettext_lazy("Your skills for what it asks"),
    "closeness": gettext_lazy("Likeness of your skills and its skills as a whole"),
    "interests": gettext_lazy("What you want to do"),
    "slack": gettext_lazy("Your hours, days and time zone"),
    "answers": gettext_lazy("How well the host answers"),
    "chance": gettext_lazy("The chance of a place among those who wait"),
    "price": gettext_lazy("Shown beyond what it can take (counts against)"),
}
_OF_THE_WHOLE = {"chance", "price"}  # how far they may lower a score, in thousandths


def weight_text(code: str, weights: Weights) -> str:
    """Such as "3" of a side, or "50 %" of the whole score."""
    value = getattr(weights, code)
    return f"{value // 10} %" if code in _OF_THE_WHOLE else str(value)
