"""Minutes as hours, in words."""

from __future__ import annotations

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import ngettext


def hours_of(minutes: int) -> int | Decimal:
    """Whole hours, else as a decimal of two places without its zeros: 450 minutes are 7.5 hours."""
    hours = Decimal(minutes) / 60
    return int(hours) if hours == int(hours) else round(hours, 2).normalize()


def hours_words(minutes: int | None) -> str:
    """Such as "7.5 hours"; empty for none."""
    if minutes is None:
        return ""
    shown = {"hours": number_format(hours_of(minutes))}
    return ngettext("%(hours)s hour", "%(hours)s hours", 1 if minutes == 60 else 2) % shown
