"""A host in words: what it is, how large, and how it answers."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from firstfoot.web.shared.organization_words import INDUSTRIES

KINDS = {
    "startup": _("Startup"), "small_business": _("Small business"), "non_profit": _("Non-profit"), "lab": _("Lab"),
    "other": _("Organization"),
}  # fmt: skip
SIZES = {
    "1-5": _("1 to 5 people"),
    "6-20": _("6 to 20 people"),
    "21-100": _("21 to 100 people"),
    "101+": _("over 100 people"),
}
FEWEST = 3  # answers below which a rate says nothing


def kind_and_size(organization: Any) -> list[Any]:
    """Small business, food and hospitality, 6 to 20 people, Leeds; only what is known."""
    known = [
        KINDS.get(organization.kind),
        INDUSTRIES.get(organization.industry),
        SIZES.get(organization.size),
        organization.city,
    ]
    return [word for word in known if word]


def answer_rate(organization: Any) -> int | None:
    """The share of applicants who got a first answer in time, in percent; nothing while there are under three."""
    total = organization.answered_count + organization.silent_count
    return round(100 * organization.answered_count / total) if total >= FEWEST else None


FELT = {
    "clarity": _("knew what was wanted"),
    "scope": _("found the work to be what was said"),
    "support": _("had help when they needed it"),
    "feedback": _("got feedback they could use"),
    "fairness": _("were treated fairly"),
    "learning": _("learned something"),
    "welcome": _("felt part of it"),
}


def felt_lines(kept: Any) -> list[tuple[Any, int, int]]:
    """What interns said of how it was, how many of them, of how many; the most shared first."""
    lines = [(FELT[code], good, n) for code, (good, n) in kept.felt.items()]
    return sorted(lines, key=lambda line: -line[1])
