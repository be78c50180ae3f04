"""Charts as SVG made on the server, each with its title and its figures as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.crypto import get_random_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

WIDTH, PLOT, FLOOR = 340, 100, 130
STEP, THICK = 46, 18  # of a funnel: from step to step, and how thick its bars are


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `value` is None while it is still to come; `shown` is the figure as words."""

    label: str
    value: float | None
    shown: str = ""

    @property
    def text(self) -> str:
        return self.shown or ("" if self.value is None else f"{self.value:g}")


def bars(title: str, rows: Sequence[Bar], goal: float | None = None, goal_label: str = "") -> SafeString:
    """A bar chart with its figures on the marks, and "Show as a table" under it."""
    top = max([row.value or 0 for row in rows] + [goal or 0, 1])
    step = WIDTH / max(len(rows), 1)
    drawn = format_html_join("", "{}", ((_bar(row, i * step, step, top, goal),) for i, row in enumerate(rows)))
    line: SafeString = mark_safe("")  # nothing to draw
    if goal is not None:
        y = FLOOR - PLOT * goal / top
        line = format_html(
            '<path class="goal" d="M0 {}H{}"/><text class="end" x="{}" y="{}">{}</text>',
            f"{y:.1f}", WIDTH, WIDTH - 4, f"{y - 10:.1f}", goal_label or f"{goal:g}",
        )  # fmt: skip
    name = f"chart-{get_random_string(6)}"
    return format_html(
        '<figure class="figure"><svg class="chart" viewBox="0 0 {} 158" role="img" aria-labelledby="{}">'
        '<title id="{}">{}</title>{}{}</svg>{}</figure>',
        WIDTH, name, name, _spoken(title, rows), drawn, line, table(rows),
    )  # fmt: skip


def _bar(row: Bar, x: float, step: float, top: float, goal: float | None) -> SafeString:
    gap = min(step * 0.16, 14)
    waiting = row.value is None
    height = PLOT * (goal if waiting and goal else row.value or 0) / top
    inside = not waiting and height > 30 and step > 40
    figure_y = FLOOR - height + (20 if inside else -8)
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="6"/>'
        '<text class="v{}" x="{}" y="{}">{}</text><text x="{}" y="150">{}</text>',
        "bar-b" if waiting else "bar-a", f"{x + gap / 2:.1f}", f"{FLOOR - height:.1f}", f"{step - gap:.1f}",
        f"{height:.1f}", " in-bar" if inside else "", f"{x + step / 2:.1f}", f"{figure_y:.1f}", row.text,
        f"{x + step / 2:.1f}", row.label,
    )  # fmt: skip


def funnel(title: str, rows: Sequence[Bar], most: float = 1) -> SafeString:
    """How many are left from step to step: bars below each other, the longest, or `most`, as wide as the chart.

    A row whose value is None keeps its place, dashed, with its words.
    """
    top = max([row.value or 0 for row in rows] + [most])
    drawn = format_html_join("", "{}", ((_step(row, i * STEP, top),) for i, row in enumerate(rows)))
    name = f"chart-{get_random_string(6)}"
    return format_html(
        '<figure class="figure"><svg class="chart" viewBox="0 0 {} {}" role="img" aria-labelledby="{}">'
        '<title id="{}">{}</title>{}</svg>{}</figure>',
        WIDTH, len(rows) * STEP, name, name, _spoken(title, rows), drawn, table(rows),
    )  # fmt: skip


def _step(row: Bar, y: int, top: float) -> SafeString:
    is_hidden = row.value is None
    width = WIDTH * 0.25 if row.value is None else max(WIDTH * row.value / top, 3 if row.value else 0)
    return format_html(
        '<text class="start" x="0" y="{}">{}</text><text class="v end" x="{}" y="{}">{}</text>'
        '<rect class="step" x="0.5" y="{}" width="{}" height="{}" rx="6"/>'
        '<rect class="{}" x="0.5" y="{}" width="{}" height="{}" rx="6"/>',
        y + 14, row.label, WIDTH, y + 14, row.text, y + 20, WIDTH - 1, THICK,
        "bar-b" if is_hidden else "bar-a", y + 20, f"{min(width, WIDTH - 1):.1f}", THICK,
    )  # fmt: skip


def table(rows: Sequence[Bar]) -> SafeString:
    """The same figures as a table that opens on request."""
    lines = format_html_join(
        "", '<tr><th scope="row">{}</th><td class="num">{}</td></tr>', ((row.label, row.text or "–") for row in rows)
    )
    return format_html(
        '<details><summary>{}</summary><div class="scroll"><table class="table"><tbody>{}</tbody></table></div>'
        "</details>",
        _("Show as a table"), lines,
    )  # fmt: skip


def _spoken(title: str, rows: Sequence[Bar]) -> str:
    figures = ". ".join(f"{row.label}: {row.text}" for row in rows if row.text)
    return f"{title}. {figures}." if figures else f"{title}."


def ring(percent: float, label: str, css: str = "ring") -> SafeString:
    """How much of one thing is done, from 0 to 100."""
    share = round(min(max(percent, 0), 100))
    return format_html(
        '<svg class="{}" viewBox="0 0 80 80" role="img" aria-label="{}"><circle class="a" cx="40" cy="40" r="33"/>{}'
        '<text x="40" y="46">{}%</text></svg>',
        css, label, _arc(share), share,
    )  # fmt: skip


def _arc(share: int) -> SafeString:
    if not share:
        return mark_safe("")  # nothing to draw
    return format_html(
        '<circle class="b" cx="40" cy="40" r="33" pathLength="100" stroke-dasharray="{} 100"'
        ' transform="rotate(-90 40 40)"/>',
        share,
    )


def meter(value: float, label: str, most: float = 100, css: str = "") -> SafeString:
    """A measure against its most, as a bar beside words."""
    share = round(100 * min(max(value / most if most else 0, 0), 1))
    return format_html(
        '<svg class="{}" role="meter" aria-label="{}" aria-valuenow="{}" aria-valuemin="0" aria-valuemax="{}">'
        '<rect width="{}%" height="100%"/></svg>',
        f"meter {css}".strip(), label, f"{value:g}", f"{most:g}", share,
    )  # fmt: skip


def sparkline(values: Sequence[float], label: str) -> SafeString:
    """A trend in the height of a line of text; the last point is marked."""
    if len(values) < 2:
        return mark_safe("")  # nothing to draw
    low, high = min(values), max(values)
    spread = (high - low) or 1
    points = [(112 * i / (len(values) - 1), 25 - 22 * (v - low) / spread) for i, v in enumerate(values)]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return format_html(
        '<svg class="spark" viewBox="0 0 112 28" role="img" aria-label="{}"><path d="{}"/>'
        '<circle cx="{}" cy="{}" r="3"/></svg>',
        label, path, f"{points[-1][0]:.1f}", f"{points[-1][1]:.1f}",
    )  # fmt: skip
