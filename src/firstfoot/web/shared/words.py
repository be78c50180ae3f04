"""How figures, deadlines and names are written on pages; money and days as everywhere."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from firstfoot.foundation import phrases
from firstfoot.foundation.phrases import day_of, local, money_text, time_text
from firstfoot.kernel import clock

__all__ = ["by_when_text", "day_text", "initials_of", "money_text", "urgency", "when_text"]

_UNBROKEN = str.maketrans(" ", "\N{NO-BREAK SPACE}")
_LAST_MINUTE = (23, 59)  # when a day ends, so that a deadline there needs no time of day


def day_text(value: date) -> str:
    """A date with its weekday, and its year when that is not the present one; it never breaks over two lines."""
    return phrases.day_text(value).translate(_UNBROKEN)


def when_text(value: datetime, zone: str = "") -> str:
    """A day and a time of day on the reader's clock, or in the named zone; the day never breaks."""
    day, time = phrases.day_text(local(value, zone).date()), time_text(value, zone)
    return _("%(day)s, %(time)s") % {"day": day.translate(_UNBROKEN), "time": time}


def by_when_text(value: date) -> str:
    """Until when something is wanted: "by today 17:00", "by Fri 19 December", "was due Mon 2 June".

    The time of day stands there too unless the day ends with it: midnight of a host far away is not ours.
    """
    day, today = day_of(value), clock.today(timezone.get_current_timezone())
    late = value < clock.now() if isinstance(value, datetime) else value < today
    if late:
        return _("was due %(day)s") % {"day": day_text(day)}
    if day > today + timedelta(days=1):
        return _("by %(day)s") % {"day": _deadline_text(value)}
    near = pgettext("deadline", "today") if day == today else pgettext("deadline", "tomorrow")
    if isinstance(value, datetime):
        return _("by %(day)s %(time)s") % {"day": near, "time": time_text(value)}
    return _("by %(day)s") % {"day": near}


def _deadline_text(value: date) -> str:
    if isinstance(value, datetime):
        here = local(value)
        if (here.hour, here.minute) != _LAST_MINUTE:
            return when_text(value)
    return day_text(value)


def urgency(value: date | None) -> str:
    """How a deadline is marked: "late", "soon" (within two days) or nothing."""
    if value is None:
        return ""
    day, today = day_of(value), clock.today(timezone.get_current_timezone())
    late = value < clock.now() if isinstance(value, datetime) else value < today
    if late:
        return "late"
    return "soon" if day <= today + timedelta(days=2) else ""


def initials_of(name: str) -> str:
    """At most two letters for the face of a person or an organization."""
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[:2] for word in words]
    return "".join(letters).upper() or "?"
