"""What a poster says of a project, line by line."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.kernel.money import Money
from firstfoot.market.projects.brief import Brief
from firstfoot.web.shared.brief_words import WORKPLACES
from firstfoot.web.shared.words import day_text, money_text


def facts_of(brief: Brief) -> tuple[tuple[str, str], ...]:
    """Label and value of what somebody at a wall wants to know first; what is not said is left out."""
    lines = (
        (_("Pay"), _pay(brief)),
        (_("Time"), _time(brief)),
        (_("Start"), day_text(brief.start_from) if brief.start_from else ""),
        (_("Place"), _place(brief)),
        (_("Apply by"), day_text(brief.apply_by) if brief.apply_by else ""),
    )
    return tuple((label, value) for label, value in lines if value)


def _pay(brief: Brief) -> str:
    if not brief.pay_minor:
        return ""
    if not brief.hourly_minor:
        return money_text(brief.pay)
    return _("%(pay)s, that is %(rate)s an hour") % {
        "pay": money_text(brief.pay), "rate": money_text(Money(brief.hourly_minor, brief.currency)),
    }  # fmt: skip


def _time(brief: Brief) -> str:
    hours = ngettext("%(n)d hour", "%(n)d hours", brief.hours) % {"n": brief.hours}
    weeks = ngettext("in %(n)d week", "over %(n)d weeks", brief.weeks) % {"n": brief.weeks}
    return " ".join(part for part, known in ((hours, brief.hours), (weeks, brief.weeks)) if known)


def _place(brief: Brief) -> str:
    return ", ".join(part for part in (str(WORKPLACES.get(brief.workplace, "")), brief.place) if part)
