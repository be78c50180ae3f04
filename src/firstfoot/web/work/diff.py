"""Where two versions of an agreement differ, in words for the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from firstfoot.kernel.money import Money
from firstfoot.web.shared.words import day_text, money_text
from firstfoot.web.work.words import TERMS
from firstfoot.work.engagements.terms import Difference, differences


@dataclass(frozen=True, slots=True)
class Row:
    """One field before and after."""

    label: str
    before: str
    after: str


def diff_of(before: dict[str, Any], after: dict[str, Any]) -> list[Row]:
    """Field by field, in the reader's words."""
    return list(_rows(differences(before, after), after["currency"]))


def _rows(found: Iterable[Difference], currency: str) -> Iterable[Row]:
    for one in found:
        label = str(TERMS.get(one.field, one.field.replace("_", " "))) % {"number": one.number}
        yield Row(label, _text(one.field, one.before, currency), _text(one.field, one.after, currency))


def _text(field: str, value: Any, currency: str) -> str:
    if value in (None, "", []):
        return _("(nothing)")
    if field == "pay_minor":
        return money_text(Money(value, currency))
    if field.endswith("_on"):
        return day_text(date.fromisoformat(value))
    if isinstance(value, list):
        return "; ".join(_line(item) for item in value)
    return str(value)


def _line(item: Any) -> str:
    if "by_on" in item:
        return _("%(text)s, by %(day)s") % {"text": item["text"], "day": day_text(date.fromisoformat(item["by_on"]))}
    return str(item["text"])
