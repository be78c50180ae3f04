"""What the facts of an early end show, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.kernel.money import Money
from firstfoot.web.shared.hours_words import hours_words
from firstfoot.web.shared.words import money_text
from firstfoot.work.engagements.parting import Facts


def shown_words(facts: Facts, currency: str) -> list[str]:
    """How the amount that the facts show is reckoned, line by line."""

    def money(minor: int) -> str:
        return money_text(Money(minor, currency))

    results = ngettext(
        "%(done)s of %(count)s result is accepted: that share of %(pay)s is %(part)s.",
        "%(done)s of %(count)s results are accepted: that share of %(pay)s is %(part)s.",
        facts.results_all,
    ) % {
        "done": facts.results_accepted, "count": facts.results_all, "pay": money(facts.pay_minor),
        "part": money(facts.by_results),
    }  # fmt: skip
    if facts.minutes is None:
        return [results, _("No hours are logged.")]
    hours = _("%(logged)s of %(agreed)s are logged: that share is %(part)s.") % {
        "logged": hours_words(facts.minutes), "agreed": hours_words(facts.hours * 60), "part": money(facts.by_hours),
    }  # fmt: skip
    return [results, hours, _("The higher of the two is what the facts show: %(part)s.") % {
        "part": money(facts.part_minor)
    }]  # fmt: skip
