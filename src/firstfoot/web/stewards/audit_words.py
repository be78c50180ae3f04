"""The fairness audit in words: as tables for the eye, and as rows for the yearly report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.insights.audit import STAGES, Audit
from firstfoot.market.matching.impact import Category, Grouping, Impact
from firstfoot.web.shared.self_words import RACES, SEXES

STAGE_WORDS: dict[str, Any] = {
    "shortlisted": gettext_lazy("Shortlisted"),
    "offered": gettext_lazy("Got an offer"),
    "accepted": gettext_lazy("Accepted the offer"),
}
GROUPING_WORDS: dict[str, Any] = {
    "sex": gettext_lazy("By sex"),
    "race": gettext_lazy("By race and ethnicity"),
    "both": gettext_lazy("By both together"),
}


def stages_of(audit: Audit) -> list[dict[str, Any]]:
    """A part for each stage, with its tables."""
    return [
        {"code": stage, "title": STAGE_WORDS[stage], "tables": [_table(audit, name, stage) for name in GROUPING_WORDS]}
        for stage in STAGES
    ]


def _table(audit: Audit, name: str, stage: str) -> dict[str, Any]:
    grouping = audit.groupings[name]
    return {
        "title": GROUPING_WORDS[name],
        "code": f"{stage}-{name}",
        "rows": [impact_row(impact) for impact in grouping.at(stage)],
        "hidden": "; ".join(label(category) for category in grouping.counts if category in grouping.hidden),
        "hidden_count": len(grouping.hidden),
        "is_long": name == "both",
        "unknown": grouping.unknown,
    }


def impact_row(impact: Impact) -> dict[str, Any]:
    """One category at one stage, as a line of a table."""
    return {
        "label": label(impact.category),
        "impact": impact,
        "rate": _percent(impact.rate),
        "rate_between": [_percent(end) for end in impact.rate_between],
        "ratio": "" if impact.ratio is None else number_format(impact.ratio, 2, force_grouping=False),
        "ratio_between": [number_format(end, 2) for end in impact.ratio_between or ()],
        "p": "" if impact.p is None else _p(impact.p),
    }


def label(category: Category) -> str:
    """Such as "Female, Asian"."""
    words = {**SEXES, **RACES}
    return ", ".join(str(words[code]) for code in category)


def _percent(share: float) -> str:
    return _("%(n)s%%") % {"n": number_format(round(100 * share, 1))}


def _p(p: float) -> str:
    return _("under %(n)s") % {"n": number_format(0.001, 3)} if p < 0.001 else number_format(p, 3)


def sheet_of(audit: Audit) -> Iterator[list[Any]]:
    """The rows of the yearly report: who applied, who was selected, at which rate, against the highest."""
    yield [
        _("Stage"), _("Grouping"), _("Category"), _("Number of applicants"), _("Number selected"), _("Selection rate"),
        _("Rate, 95% from"), _("Rate, 95% to"), _("Impact ratio"), _("Ratio, 95% from"), _("Ratio, 95% to"),
        _("Exact test, p"), _("Below four fifths"),
    ]  # fmt: skip
    for stage in STAGES:
        for name, words in GROUPING_WORDS.items():
            for row in _lines(audit.groupings[name], stage):
                yield [str(STAGE_WORDS[stage]), str(words), *row]


def _lines(grouping: Grouping, stage: str) -> Iterator[list[Any]]:
    found = {impact.category: impact for impact in grouping.at(stage)}
    for category in grouping.counts:
        yield [label(category), *(_figures(found[category]) if category in found else [_("not shown")] * 3)]
    yield [_("Unknown"), grouping.unknown]


def _figures(impact: Impact) -> list[Any]:
    ratio: list[float | None] = [None, None, None]
    if impact.ratio is not None and impact.ratio_between is not None:
        ratio = [round(each, 4) for each in (impact.ratio, *impact.ratio_between)]
    below = "" if impact.ratio is None else _("yes") if impact.is_below else _("no")
    p = None if impact.p is None else round(impact.p, 4)
    rates = [round(each, 4) for each in (impact.rate, *impact.rate_between)]
    return [impact.people, impact.selected, *rates, *ratio, p, below]
