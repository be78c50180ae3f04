"""What a fix of the scope check would do, on its button, and what it did, once pressed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel.money import Money
from firstfoot.market.projects.brief import Brief
from firstfoot.web.shared.words import day_text, money_text

type Lazy = str | Promise

WORDS: dict[str, Lazy] = {
    "due_outside": _("Make it due on the last day"),
    "required_missing": _("Require what can be measured"),
    "criteria_optional": _("Make its criteria required"),
    "all_at_the_end": _("Make the first one due sooner"),
    "input_late": _("Hand it over before the first work is due"),
    "supervision_missing": _("Plan one hour a week"),
    "supervision_thin": _("Plan %(supervision_hours)s hours a week"),
    "cover_is_supervisor": _("Leave the cover empty"),
    "reply_slow": _("Answer within 2 business days"),
    "check_ins_rare": _("Check in every week"),
    "weeks_missing": _("Plan %(weeks)s weeks"),
    "weekly_high": _("Spread it over %(weeks)s weeks"),
    "weekly_impossible": _("Spread it over %(weeks)s weeks"),
    "start_missing": _("Start on %(start_from)s"),
    "start_past": _("Start on %(start_from)s"),
    "start_window_backwards": _("Swap the two days"),
    "start_before_deadline": _("Start on %(start_from)s"),
    "start_too_soon": _("Start on %(start_from)s"),
    "deadline_missing": _("Take applications until %(apply_by)s"),
    "deadline_past": _("Take applications until %(apply_by)s"),
    "deadline_soon": _("Take applications until %(apply_by)s"),
    "seats_missing": _("Plan one seat"),
    "pay_missing": _("Pay %(pay_minor)s, a fair sum for these hours"),
    "pay_under_floor": _("Pay %(pay_minor)s"),
}


def words_for(code: str, changes: Mapping[str, Any], brief: Brief) -> str:
    """What the button says: the move, with the day or the sum that it would set."""
    return str(WORDS[code]) % {name: _written(name, value, brief) for name, value in changes.items()}


def done(code: str, changes: Mapping[str, Any], brief: Brief) -> str:
    """What is said once it was pressed."""
    return gettext("Done: %(what)s.") % {"what": words_for(code, changes, brief)}


def _written(name: str, value: Any, brief: Brief) -> Any:
    if name == "pay_minor":
        return money_text(Money(value, brief.currency))
    return day_text(value) if isinstance(value, date) else value
