"""Where two versions of an agreement differ, and what that does, in words for the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.kernel.money import Money
from firstfoot.web.shared.brief_words import AI_RULES, ENGAGED_AS, PORTFOLIO_RIGHTS, RIGHTS, WORKPLACES
from firstfoot.web.shared.words import day_text, money_text
from firstfoot.work.engagements.terms import Difference, Effect, Piece, differences, effects, label_of, pieces

_IN_WORDS = ("outcome", "in_scope", "out_of_scope", "equipment", "expenses", "ai_note", "portfolio_note", "inputs",
             "tools", "deliverable_criteria", "deliverable_title", "deliverable_format")  # fmt: skip
_IN_FIGURES = ("hours", "pay_minor", "end_on")
_CODES: dict[str, Any] = {
    "workplace": WORKPLACES, "ai_use": AI_RULES, "portfolio": PORTFOLIO_RIGHTS, "rights": RIGHTS,
    "engaged_as": ENGAGED_AS, "deliverable_showing": PORTFOLIO_RIGHTS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One field before and after; with `pieces` where it is a text that is compared word by word."""

    label: str
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that a change moves, or leaves as it is."""

    label: str
    before: str
    after: str
    by: str


def diff_of(before: dict[str, Any], after: dict[str, Any]) -> list[Row]:
    """Field by field, in the reader's words."""
    return rows_of(differences(before, after), after["currency"])


def changes_of(version: Any) -> list[Row]:
    """What an amendment changes besides the figures, as it was written down with it.

    Nothing is left to say of it once names and texts are taken out.
    """
    found = [Difference(**change) for change in version.content.get("changes", ())]
    return rows_of((one for one in found if one.field not in _IN_FIGURES), version.terms["currency"])


def rows_of(found: Iterable[Difference], currency: str) -> list[Row]:
    """Differences in the reader's words."""
    return [_row(one, currency) for one in found]


def figures_of(before: dict[str, Any], after: dict[str, Any]) -> list[Figure]:
    """What a change does to pay, hours, pay an hour, the last day and the number of results."""
    return [_figure(one, after["currency"]) for one in effects(before, after)]


def _row(one: Difference, currency: str) -> Row:
    before, after = _text(one.field, one.before, currency), _text(one.field, one.after, currency)
    if one.field in _IN_WORDS and one.before and one.after:
        return Row(label_of(one), before, after, pieces(before, after))
    return Row(label_of(one), before, after)


def _text(field: str, value: Any, currency: str) -> str:
    if field == "hours_log":
        return _("The intern writes down the hours") if value else _("No log of hours")
    if value in (None, "", []):
        return _("(nothing)")
    if field == "pay_minor":
        return money_text(Money(value, currency))
    if field.endswith("_on"):
        return day_text(date.fromisoformat(value))
    if field in _CODES:
        return str(_CODES[field].get(value, value))
    if field == "result_added":
        due = _("due %(day)s") % {"day": day_text(date.fromisoformat(value["due_on"]))}
        head = ", ".join(part for part in (value["title"], value["format"], due) if part)
        return "\n".join([head, *(_line(item) for item in value["criteria"])])
    return "\n".join(_line(item) for item in value) if isinstance(value, list) else str(value)


def _line(item: Any) -> str:
    if isinstance(item, str):
        return item
    if "by_on" in item:
        return _("%(text)s, by %(day)s") % {"text": item["text"], "day": day_text(date.fromisoformat(item["by_on"]))}
    return str(item["text"]) if item["required"] else _("%(text)s (welcome)") % {"text": item["text"]}


def _figure(one: Effect, currency: str) -> Figure:
    before, after = _amount(one.code, one.before, currency), _amount(one.code, one.after, currency)
    return Figure(_FIGURES[one.code](), before, after, _by(one, currency) if one.by else "")


_FIGURES: dict[str, Any] = {
    "hours": lambda: _("Hours"), "pay": lambda: _("Pay"), "hourly": lambda: _("Pay an hour"),
    "end": lambda: _("Last day"), "results": lambda: _("Results"),
}  # fmt: skip


def _amount(code: str, value: Any, currency: str) -> str:
    if code in ("pay", "hourly"):
        return money_text(Money(value, currency))
    return day_text(date.fromisoformat(value)) if code == "end" else str(value)


def _by(one: Effect, currency: str) -> str:
    """How much more or less, with its sign."""
    sign, size = ("+" if one.by > 0 else "\N{MINUS SIGN}"), abs(one.by)
    if one.code in ("pay", "hourly"):
        return sign + money_text(Money(size, currency))
    if one.code == "end":
        return sign + ngettext("%(n)d day", "%(n)d days", size) % {"n": size}
    return f"{sign}{size}"
