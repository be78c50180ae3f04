"""What the figures of the open ledger are called, and how they stand on the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared import charts

ROWS: dict[str, Any] = {
    "posted": gettext_lazy("Projects posted"),
    "filled": gettext_lazy("Of these, filled"),
    "over": gettext_lazy("Pieces of work that are over"),
    "completed": gettext_lazy("Of these, completed"),
    "days_to_answer": gettext_lazy("Days from application to first answer, the middle one"),
    "days_to_start": gettext_lazy("Days from posting to the first day of work, the middle one"),
    "met_at_first": gettext_lazy("Criteria met at the first hand-in, in percent"),
    "hours_of_agreed": gettext_lazy("Hours worked, in percent of those agreed"),
    "pay_received": gettext_lazy("Completed work whose pay arrived, in percent"),
    "at_risk_completed": gettext_lazy("Work at risk that was completed after all, in percent"),
    "next_steps": gettext_lazy("Next steps offered: a project, an interview, a job"),
    "next_yes": gettext_lazy("Of these, answered with yes, in percent"),
    "came_of_it": gettext_lazy("Interns who said months later that more came of it, in percent"),
}
_IN_A_CHART: dict[str, Any] = {
    "posted": gettext_lazy("Posted"),
    "filled": gettext_lazy("Filled"),
    "over": gettext_lazy("Work that is over"),
    "completed": gettext_lazy("Completed"),
    "days_to_answer": gettext_lazy("To the first answer"),
    "days_to_start": gettext_lazy("From posting to the start"),
    "met_at_first": gettext_lazy("Criteria met at first"),
    "hours_of_agreed": gettext_lazy("Hours, of those agreed"),
    "pay_received": gettext_lazy("Pay that arrived"),
    "at_risk_completed": gettext_lazy("At risk, yet completed"),
    "next_yes": gettext_lazy("Next step, yes to it"),
    "came_of_it": gettext_lazy("More came of it later"),
}
_GROUPS = (
    (gettext_lazy("From posting to done"), ("posted", "filled", "over", "completed"), ""),
    (gettext_lazy("How long it takes, in days"), ("days_to_answer", "days_to_start"), ""),
    (
        gettext_lazy("How it went, in percent"),
        ("met_at_first", "hours_of_agreed", "pay_received", "at_risk_completed"),
        "%",
    ),
    (gettext_lazy("What came of it"), ("next_yes", "came_of_it"), "%"),
)


def groups_of(figures: Mapping[str, int | None]) -> list[dict[str, Any]]:
    """Each group with its chart; a figure that is too small to show keeps its place."""
    return [{"title": title, "chart": _chart(title, codes, unit, figures)} for title, codes, unit in _GROUPS]


def _chart(title: Any, codes: tuple[str, ...], unit: str, figures: Mapping[str, int | None]) -> Any:
    rows = [charts.Bar(str(_IN_A_CHART[code]), figures.get(code), _shown(figures.get(code), unit)) for code in codes]
    return charts.funnel(str(title), rows, most=100 if unit else 1)


def _shown(figure: int | None, unit: str) -> str:
    return _("too few") if figure is None else f"{figure} {unit}".strip()
