"""Where a project does not fit a person's weeks, in words that only they read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.foundation.accounts.queries import aways_of
from firstfoot.kernel import clock
from firstfoot.kernel.load import FullWeek, Stretch, days_shared, full_weeks
from firstfoot.web.shared.words import day_text
from firstfoot.work.engagements.queries import stretches_of_intern


def load_words(person: Any, profile: Any, project: Any, start_from: date | None) -> list[str]:
    """A sentence for weeks that hold more hours than their profile says they have, one for each time away."""
    if not project.weeks or not project.hours:
        return []
    start = max(start_from or clock.today(person.zone), clock.today(person.zone))
    new = Stretch(start, start + timedelta(days=project.weeks * 7 - 1), project.hours)
    hours = (profile.hours_a_week if profile else None) or 0
    full = full_weeks(stretches_of_intern(person), new, hours) if hours else []
    shared = days_shared(new, [(away.first_on, away.last_on) for away in aways_of(person)])
    return [*([_full_words(full, hours)] if full else []), *(_away_words(first, last) for first, last in shared)]


def _full_words(full: list[FullWeek], hours: int) -> str:
    most = max(week.hours for week in full)
    text = ngettext(
        "This and what you agreed to already come to %(most)s hours in the week from %(monday)s; "
        "your profile says %(hours)s.",
        "This and what you agreed to already come to %(most)s hours in %(n)s weeks, the first from %(monday)s; "
        "your profile says %(hours)s.",
        len(full),
    )  # fmt: skip
    return text % {"most": most, "n": len(full), "monday": day_text(full[0].monday), "hours": hours}


def _away_words(first: date, last: date) -> str:
    if first == last:
        return _("You are away on %(day)s, which is in its weeks.") % {"day": day_text(first)}
    dates = {"first": day_text(first), "last": day_text(last)}
    return _("You are away from %(first)s to %(last)s, which is in its weeks.") % dates
