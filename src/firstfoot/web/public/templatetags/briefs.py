"""How a brief is read out: codes as words, pay an hour, days as weeks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.kernel.money import Money
from firstfoot.market.projects.brief import Brief
from firstfoot.web.shared import brief_words
from firstfoot.web.shared.words import day_text

register = template.Library()

WORDS = {
    "category": brief_words.CATEGORIES,
    "ai_use": brief_words.AI_RULES,
    "portfolio": brief_words.PORTFOLIO_RIGHTS,
    "rights": brief_words.RIGHTS,
    "engaged_as": brief_words.ENGAGED_AS,
    "showing": brief_words.PORTFOLIO_RIGHTS,
    "workplace": brief_words.WORKPLACES,
    "visibility": brief_words.VISIBILITIES,
    "language": brief_words.LANGUAGES,
    "step": {code: title for code, (title, _hint) in brief_words.STEPS.items()},
}


@register.filter
def brief_word(code: str, kind: str) -> str:
    """Marketing, for the category "marketing"."""
    return str(WORDS[kind].get(code, ""))


@register.filter
def hourly(thing: Any) -> Money | None:
    """What a brief or a project pays an hour; nothing while hours or pay are unknown."""
    if not thing.hours or not thing.pay_minor:
        return None
    return Money(thing.pay_minor // thing.hours, thing.currency)


@register.filter
def by_week(day: int) -> str:
    """Week 2, for day 14 of a project."""
    return _("week %(week)d") % {"week": (max(day, 1) - 1) // 7 + 1}


@register.filter
def a_week(brief: Brief) -> str:
    """About 10 hours a week."""
    if not brief.weeks or not brief.hours:
        return ""
    hours = -(-brief.hours // brief.weeks)
    return ngettext("about %(hours)d hour a week", "about %(hours)d hours a week", hours) % {"hours": hours}


@register.filter
def start_window(brief: Brief) -> str:
    """Mon 7 December to Mon 21 December."""
    if brief.start_from is None:
        return ""
    if brief.start_until is None or brief.start_until == brief.start_from:
        return day_text(brief.start_from)
    return _("%(first)s to %(last)s") % {"first": day_text(brief.start_from), "last": day_text(brief.start_until)}


@register.filter
def check_ins(days: int) -> str:
    """Every week, for 7 days."""
    if days == 7:
        return _("every week")
    if days and days % 7 == 0:
        return _("every %(weeks)d weeks") % {"weeks": days // 7}
    return _("every %(days)d days") % {"days": days}


@register.filter
def iso_day(text: str) -> str:
    """Mon 7 December, for the day of an answer."""
    return day_text(date.fromisoformat(text)) if text else ""
