"""How figures, days and names are written in the reader's language."""

from __future__ import annotations

import copy
import functools
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.numbers import NumberPattern
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext, to_locale
from django.utils.translation import gettext as _

from firstfoot.kernel import clock
from firstfoot.kernel.money import Money, digits_of


def money_text(amount: Money) -> str:
    """The amount in the reader's language; whole amounts without a fraction ("$360", "$12.50")."""
    digits = digits_of(amount.currency)
    whole = amount.minor % 10**digits == 0
    locale = to_locale(get_language() or "en")
    pattern = _pattern(locale, 0 if whole else digits)
    value = Decimal(amount.minor).scaleb(-digits)
    return str(pattern.apply(value, locale, currency=amount.currency, currency_digits=False))


@functools.cache
def _pattern(locale: str, digits: int) -> NumberPattern:
    pattern: NumberPattern = copy.copy(Locale.parse(locale).currency_formats["standard"])
    pattern.frac_prec = (digits, digits)
    return pattern


def local(value: datetime, zone: str = "") -> datetime:
    """The instant on the clock of the reader, or of the named zone."""
    return timezone.localtime(value, ZoneInfo(zone) if zone else None)


def _day_of(value: date) -> date:
    return local(value).date() if isinstance(value, datetime) else value


def day_text(value: date) -> str:
    """A date with its weekday, and its year when that is not the present one."""
    day = _day_of(value)
    this_year = day.year == clock.today(timezone.get_current_timezone()).year
    pattern = pgettext("date", "D j F") if this_year else pgettext("date", "D j F Y")
    return date_format(day, pattern)


def when_text(value: datetime, zone: str = "") -> str:
    """A day and a time of day on the reader's clock."""
    here = local(value, zone)
    return _("%(day)s, %(time)s") % {"day": day_text(here.date()), "time": date_format(here, pgettext("time", "H:i"))}


def by_when_text(value: date) -> str:
    """Until when something is wanted: "by today 17:00", "by Fri 19 December", "was due Mon 2 June"."""
    day, today = _day_of(value), clock.today(timezone.get_current_timezone())
    late = value < clock.now() if isinstance(value, datetime) else value < today
    if late:
        return _("was due %(day)s") % {"day": day_text(day)}
    if day > today + timedelta(days=1):
        return _("by %(day)s") % {"day": day_text(day)}
    near = pgettext("deadline", "today") if day == today else pgettext("deadline", "tomorrow")
    if isinstance(value, datetime):
        return _("by %(day)s %(time)s") % {"day": near, "time": date_format(local(value), pgettext("time", "H:i"))}
    return _("by %(day)s") % {"day": near}


def urgency(value: date | None) -> str:
    """How a deadline is marked: "late", "soon" (within two days) or nothing."""
    if value is None:
        return ""
    day, today = _day_of(value), clock.today(timezone.get_current_timezone())
    late = value < clock.now() if isinstance(value, datetime) else value < today
    if late:
        return "late"
    return "soon" if day <= today + timedelta(days=2) else ""


def initials_of(name: str) -> str:
    """At most two letters for the face of a person or an organization."""
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[:2] for word in words]
    return "".join(letters).upper() or "?"
