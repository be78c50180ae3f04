"""How the figures of the open ledger stand on its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.insights.figures import KINDS, Kind
from firstfoot.insights.ledger import NOT_TOLD
from firstfoot.web.shared.figure_words import LABELS, groups_of

ROWS = {code: label for code, label in LABELS.items() if code not in NOT_TOLD}


def told_groups(figures: Mapping[str, int | None]) -> list[dict[str, Any]]:
    """Each group with its chart; a figure that is too small to show keeps its place."""
    told = {code: figures.get(code) for code in ROWS}
    return groups_of(told, lambda code: _shown(code, told[code]))


def _shown(code: str, figure: int | None) -> str:
    if figure is None:
        return _("too few")
    if KINDS[code] is Kind.DAYS:
        return ngettext("%(n)d day", "%(n)d days", figure) % {"n": figure}
    return f"{figure} %" if KINDS[code] is Kind.SHARE else str(figure)
