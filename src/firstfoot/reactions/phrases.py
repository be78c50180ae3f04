"""How days, times and figures are written in notices and mails, on the recipient's own clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal

from babel.core import Locale
from babel.numbers import format_currency
from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext, to_locale
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.kernel.money import Money, digits_of


@contextmanager
def speaking_to(person: Person) -> Iterator[None]:
    """Write in the site's language and on the person's clock for as long as the block runs."""
    with translation.override(settings.LANGUAGE_CODE), timezone.override(person.zone):
        yield


def day_text(value: date) -> str:
    """A date with its weekday, and its year when that is not the present one."""
    day = timezone.localtime(value).date() if isinstance(value, datetime) else value
    this_year = day.year == clock.today(timezone.get_current_timezone()).year
    return date_format(day, pgettext("date", "l j F") if this_year else pgettext("date", "l j F Y"))


def when_text(value: datetime) -> str:
    """A day and a time of day."""
    here = timezone.localtime(value)
    return _("%(day)s, %(time)s") % {"day": day_text(here.date()), "time": date_format(here, pgettext("time", "H:i"))}


def money_text(amount: Money) -> str:
    """The amount in the reader's language; whole amounts without a fraction."""
    locale = to_locale(get_language() or "en")
    digits = digits_of(amount.currency)
    value = Decimal(amount.minor).scaleb(-digits)
    if amount.minor % 10**digits:
        return format_currency(value, amount.currency, locale=locale)
    pattern = Locale.parse(locale).currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(value, amount.currency, pattern, locale=locale, currency_digits=False)
