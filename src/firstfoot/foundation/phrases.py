"""How money, days and times are written in the reader's language and on the reader's clock."""

from __future__ import annotations

import copy
import functools
from datetime import date, datetime
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


def day_of(value: date) -> date:
    """The date itself, or the reader's date of an instant."""
    return local(value).date() if isinstance(value, datetime) else value


def day_text(value: date, *, in_full: bool = False) -> str:
    """A date with its weekday ("Fri", in full "Friday"), and its year when that is not the present one."""
    day = day_of(value)
    this_year = day.year == clock.today(timezone.get_current_timezone()).year
    if in_full:
        return date_format(day, pgettext("date", "l j F") if this_year else pgettext("date", "l j F Y"))
    return date_format(day, pgettext("date", "D j F") if this_year else pgettext("date", "D j F Y"))


def zone_text() -> str:
    """Whose clock the times are on, by the place that the reader's zone is named after: "Los Angeles time"."""
    place = timezone.get_current_timezone_name().rpartition("/")[2].replace("_", " ")
    return place if place == "UTC" else _("%(place)s time") % {"place": place}


def time_text(value: datetime, zone: str = "") -> str:
    """A time of day, such as 17:00."""
    return date_format(local(value, zone), pgettext("time", "H:i"))


def when_text(value: datetime, zone: str = "", *, in_full: bool = False) -> str:
    """A day and a time of day on the reader's clock, or in the named zone."""
    day = day_text(local(value, zone).date(), in_full=in_full)
    return _("%(day)s, %(time)s") % {"day": day, "time": time_text(value, zone)}
