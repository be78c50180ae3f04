"""Figures of the work in words: what each is called, how it is shown, and which stand in a chart together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from firstfoot.insights.figures import KINDS, Figure, Kind
from firstfoot.web.shared import charts

LABELS: dict[str, Any] = {
    "posted": gettext_lazy("Projects posted"),
    "filled": gettext_lazy("Of these, filled"),
    "started": gettext_lazy("Pieces of work that began"),
    "over": gettext_lazy("Pieces of work that are over"),
    "completed": gettext_lazy("Of these, completed"),
    "days_to_answer": gettext_lazy("Days from application to first answer, the middle one"),
    "days_to_fill": gettext_lazy("Days from posting until the last place was taken, the middle one"),
    "days_to_start": gettext_lazy("Days from posting to the first day of work, the middle one"),
    "days_to_review": gettext_lazy("Days from hand-in to the answer, the middle one"),
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
    "started": gettext_lazy("Work that began"),
    "over": gettext_lazy("Work that is over"),
    "completed": gettext_lazy("Completed"),
    "days_to_answer": gettext_lazy("To the first answer"),
    "days_to_fill": gettext_lazy("From posting to filled"),
    "days_to_start": gettext_lazy("From posting to the start"),
    "days_to_review": gettext_lazy("From hand-in to the answer"),
    "met_at_first": gettext_lazy("Criteria met at first"),
    "hours_of_agreed": gettext_lazy("Hours, of those agreed"),
    "pay_received": gettext_lazy("Pay that arrived"),
    "at_risk_completed": gettext_lazy("At risk, yet completed"),
    "next_steps": gettext_lazy("Next steps offered"),
    "next_yes": gettext_lazy("Next step, yes to it"),
    "came_of_it": gettext_lazy("More came of it later"),
}
_GROUPS: tuple[tuple[Any, tuple[str, ...], bool], ...] = (
    (gettext_lazy("From posting to done"), ("posted", "filled", "started", "over", "completed"), False),
    (
        gettext_lazy("How long it takes"),
        ("days_to_answer", "days_to_fill", "days_to_start", "days_to_review"),
        False,
    ),
    (
        gettext_lazy("How it went"),
        ("met_at_first", "hours_of_agreed", "pay_received", "at_risk_completed"),
        True,
    ),
    (gettext_lazy("What came of it"), ("next_yes", "came_of_it"), True),
)


def groups_of(figures: Mapping[str, float | None], shown: Callable[[str], str]) -> list[dict[str, Any]]:
    """Each group that has one of the figures, with its chart; a figure of None keeps its place.

    `shown` gives the words at the bar of a code.
    """
    groups = []
    for title, codes, is_share in _GROUPS:
        bars = [charts.Bar(str(_IN_A_CHART[code]), figures[code], shown(code)) for code in codes if code in figures]
        if bars:
            drawn = charts.funnel(str(title), bars, most=100 if is_share else 1)
            groups.append({"title": title, "chart": drawn})
    return groups


def value_of(code: str, figure: Figure) -> float | None:
    """As a table holds it: a count, a median in days, a share in percent; None where nothing stands behind it."""
    if KINDS[code] is Kind.COUNT:
        return int(figure.part)
    if not figure.behind:
        return None
    return round(figure.part, 1) if KINDS[code] is Kind.DAYS else figure.percent


def said(code: str, figure: Figure) -> str:
    """At a bar, with what stands behind it, such as "83 % of 12" or "2.5 days, from 8"."""
    value = value_of(code, figure)
    if value is None:
        return _("nothing yet")
    if KINDS[code] is Kind.COUNT:
        return f"{value:g}"
    if KINDS[code] is Kind.SHARE:
        return said_share(figure)
    return _("%(days)s, from %(n)d") % {"days": days(value), "n": figure.behind}


def said_share(figure: Figure) -> str:
    """Such as "5 of 6 · 83 %"; longer wholes, such as hours, alike."""
    words = {"part": f"{figure.part:g}", "of": f"{figure.of:g}", "percent": figure.percent}
    return _("%(part)s of %(of)s · %(percent)s %%") % words


def days(value: float) -> str:
    """Such as "5 hours" or "2.5 days"."""
    if value < 2:
        hours = round(value * 24)
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    return _("%(n)s days") % {"n": number_format(round(value, 1)).removesuffix(".0").removesuffix(",0")}


def chart_of_months(code: str, title: Any, rows: Iterable[tuple[str, Figure | None]]) -> SafeString:
    """One figure from month to month; a month without it stays empty."""
    bars = [
        charts.Bar(label, 0 if figure is None else value_of(code, figure) or 0, _short(code, figure))
        for label, figure in rows
    ]
    return charts.bars(str(title), bars)


def _short(code: str, figure: Figure | None) -> str:
    value = None if figure is None else value_of(code, figure)
    return "–" if value is None else f"{value:g}"
