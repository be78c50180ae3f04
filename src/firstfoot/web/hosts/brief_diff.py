"""Two briefs side by side, in words: for pending changes and for two people who edit at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.kernel.money import Money
from firstfoot.market.projects.brief import (
    Answered,
    Brief,
    BriefDeliverable,
    Criterion,
    HostInput,
    OnboardingItem,
    Question,
    changes_between,
)
from firstfoot.web.shared import brief_words, words

CODES = {
    "category": brief_words.CATEGORIES, "ai_use": brief_words.AI_RULES, "portfolio": brief_words.PORTFOLIO_RIGHTS,
    "rights": brief_words.RIGHTS, "engaged_as": brief_words.ENGAGED_AS,
    "workplace": brief_words.WORKPLACES, "visibility": brief_words.VISIBILITIES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after, as text of one or several lines."""

    label: str
    before: str
    after: str
    material: bool


def differences(before: Brief, after: Brief, names: dict[str, str] | None = None) -> list[Difference]:
    """The fields that differ; `names` turns public ids of people into names."""
    people = names or {}
    return [
        Difference(
            str(brief_words.FIELDS[change.field]),
            shown(before, change.field, people),
            shown(after, change.field, people),
            change.material,
        )
        for change in changes_between(before.to_dict(), after.to_dict())
    ]


def shown(brief: Brief, field: str, people: dict[str, str]) -> str:
    """One field of a brief as text."""
    value: Any = getattr(brief, field)
    if field == "pay_minor":
        return words.money_text(Money(value, brief.currency)) if value else "–"
    if field in CODES:
        return str(CODES[field].get(value, "")) or "–"
    if field in {"supervisor", "cover"}:
        return people.get(value, _("Another person")) if value else "–"
    if isinstance(value, date):
        return words.day_text(value)
    if isinstance(value, tuple):
        return "\n".join(_row(item) for item in value) or "–"
    return str(value) if value not in (None, "", 0) else "–"


def _row(item: Any) -> str:
    match item:
        case BriefDeliverable():
            head = _("%(title)s (%(format)s), day %(day)d") % {
                "title": item.title, "format": item.format, "day": item.due_day,
            }  # fmt: skip
            return "\n".join([_optional(head, item.required), *(f"  · {_row(c)}" for c in item.criteria)])
        case Answered():
            return f"{item.question}\n  · {item.answer}"
        case Criterion() | Question():
            return _optional(item.text, item.required)
        case HostInput():
            return ngettext("%(text)s (by day %(day)d)", "%(text)s (by day %(day)d)", item.by_day) % {
                "text": item.text, "day": item.by_day,
            }  # fmt: skip
        case OnboardingItem():
            side = _("host") if item.side == "host" else _("intern")
            return _optional(f"{item.text} ({side})", item.required)
    return str(item)


def _optional(text: str, required: bool) -> str:
    return text if required else _("%(text)s (optional)") % {"text": text}
