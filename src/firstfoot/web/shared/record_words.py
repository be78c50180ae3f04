"""How the intern worked, in words: counted from the record, with links to what was counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from firstfoot.work.evaluations.record import Counted, Kept

_LABELS: dict[Kept, Promise | str] = {
    Kept.ON_TIME: gettext_lazy("Handed in by its day"),
    Kept.AT_FIRST: gettext_lazy("Accepted as first handed in"),
    Kept.TAKEN_UP: gettext_lazy("Taken up when sent back"),
    Kept.ANSWERED: gettext_lazy("Check-ins answered"),
}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One fact as it is read: its label, "3 of 4", and what it was counted from."""

    label: Any
    said: str
    sources: tuple[tuple[str, int, bool], ...]  # the kind of page, its number, whether it was kept


def record_rows(facts: Iterable[Counted]) -> list[RecordRow]:
    return [_row(fact) for fact in facts]


def _row(fact: Counted) -> RecordRow:
    said = _("%(kept)d of %(asked)d") % {"kept": len(fact.kept), "asked": len(fact.asked)}
    if fact.days is not None:
        days = ngettext("after %(n)d workday", "after %(n)d workdays", fact.days) % {"n": fact.days}
        said = f"{said}, {_('the same day') if fact.days == 0 else days}"
    kind = "check_in" if fact.code == Kept.ANSWERED else "deliverable"
    sources = tuple((kind, number, number in fact.kept) for number in fact.asked)
    return RecordRow(_LABELS[fact.code], said, sources)
