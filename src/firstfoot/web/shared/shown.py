"""How a portfolio item is said: the text that was cleared, or the card that holds no word anybody wrote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from firstfoot.market.vocabulary.queries import names_of
from firstfoot.web.shared.brief_words import CATEGORIES

# "a project for ..."
FOR_KINDS: dict[str, Any] = {
    "startup": gettext_lazy("a startup"),
    "small_business": gettext_lazy("a small business"),
    "non_profit": gettext_lazy("a non-profit"),
    "lab": gettext_lazy("a lab or research group"),
}
FOR_SOMEBODY = gettext_lazy("an organization")


@dataclass(frozen=True, slots=True)
class ShownResult:
    """One result: named, or counted alone."""

    number: int
    title: str
    criteria: list[tuple[str, bool]]
    accepted_on: date | None
    accepted_by: str = ""
    is_named: bool = False

    @property
    def met(self) -> int:
        return sum(is_met for _words, is_met in self.criteria)


@dataclass(frozen=True, slots=True)
class ShownFile:
    """One file, by its place: a picture with what it shows in words, or a PDF with what it is."""

    number: int
    is_picture: bool
    alt: str


@dataclass(frozen=True, slots=True)
class ShownItem:
    """What a page shows of one item."""

    title: str
    for_whom: str
    line: str
    start_on: date
    end_on: date
    figures: dict[str, Any]
    texts: list[tuple[str, str]] = field(default_factory=list)
    results: list[ShownResult] = field(default_factory=list)
    skills: list[str] = field(default_factory=list)
    quote: str = ""
    quote_by: str = ""
    is_card: bool = False
    said: str = ""  # the one text that a list shows
    files: list[ShownFile] = field(default_factory=list)

    @property
    def first_picture(self) -> ShownFile | None:
        return next((one for one in self.files if one.is_picture), None)


def kind_words(kind: str) -> str:
    return str(FOR_KINDS.get(kind, FOR_SOMEBODY))


def figures_line(figures: dict[str, Any]) -> str:
    """Hours and criteria in one line."""
    hours = ngettext("%(n)s hour", "%(n)s hours", figures["hours"]) % {"n": figures["hours"]}
    met = _("%(met)s of %(all)s criteria met") % {"met": figures["criteria_met"], "all": figures["criteria"]}
    return f"{hours} · {met}"


def shown_card(card: dict[str, Any], labels: dict[str, str] | None = None) -> ShownItem:
    """The least that may always be shown."""
    figures = card["figures"]
    category = CATEGORIES.get(card["category"])
    said = {"category": category, "whom": kind_words(card["kind"])}
    title = _("%(category)s project for %(whom)s") % said if category else _("A project for %(whom)s") % said
    return ShownItem(
        title, kind_words(card["kind"]), figures_line(figures), _day(figures["start_on"]), _day(figures["end_on"]),
        figures, skills=_named(card["skills"], labels), is_card=True,
    )  # fmt: skip


def shown_text(
    content: dict[str, Any],
    *,
    accepted_by: dict[int, str] | None = None,
    quote_by: str = "",
    labels: dict[str, str] | None = None,
) -> ShownItem:
    """A version, with the names of whoever accepted its results where the host may be named."""
    figures, named = content["figures"], accepted_by or {}
    texts = {
        "problem": _("The problem"), "asked": _("What I was asked"), "did": _("What I did"), "result": _("The result"),
    }  # fmt: skip
    unsaid = [code for words, code, _by in content["skills"] if not words]
    return ShownItem(
        title=content["title"],
        for_whom=content["host"] or kind_words(content["kind"]),
        line=figures_line(figures),
        start_on=_day(figures["start_on"]),
        end_on=_day(figures["end_on"]),
        figures=figures,
        texts=[(label, content[name]) for name, label in texts.items() if content[name]],
        results=[
            ShownResult(
                row["number"], row["title"] or _("Result %(number)s") % {"number": row["number"]},
                [(words, is_met) for words, is_met in row["criteria"]], _day(row["accepted_on"]),
                named.get(row["number"], "") if content["host"] else "",
                is_named=bool(row["title"]),
            )
            for row in content["results"]
        ],
        skills=[*(words for words, _code, _by in content["skills"] if words), *_named(unsaid, labels)],
        said=content["did"],
        files=[
            ShownFile(number, row["kind"] == "picture", row["alt"])
            for number, row in enumerate(content.get("files", ()), 1)
        ],
        quote=content["quote"],
        quote_by=quote_by if content["host"] else "",
    )  # fmt: skip


def shown_words(shown: Any, labels: dict[str, str] | None = None) -> ShownItem:
    """What others see of an item; `labels` are the names of its skills, where they are known already."""
    if shown.version is None:
        return shown_card(shown.card, labels)
    return shown_text(shown.content, accepted_by=shown.accepted_by, quote_by=shown.quote_by, labels=labels)


def lines_of(it: ShownItem) -> list[str]:
    """Action, scope and result, in figures that both sides confirmed; no word that was typed for it."""
    figures = it.figures
    counts = {"n": figures["results"], "all": figures["promised"], "hours": figures["hours"]}
    titles = ", ".join(result.title for result in it.results if result.is_named)
    delivered = ngettext(
        "Delivered %(n)s of %(all)s agreed result in %(hours)s hours",
        "Delivered %(n)s of %(all)s agreed results in %(hours)s hours", figures["promised"],
    ) % counts  # fmt: skip
    lines = [f"{delivered}: {titles}" if titles else delivered]
    lines.append(
        _("%(met)s of %(all)s acceptance criteria met, each checked by the host")
        % {"met": figures["criteria_met"], "all": figures["criteria"]}
    )
    if figures["first_time"]:
        lines.append(_("%(n)s of %(all)s accepted at the first version, %(time)s handed in on time") % {
            "n": figures["first_time"], "all": figures["results"], "time": figures["in_time"],
        })  # fmt: skip
    return lines


@dataclass(frozen=True, slots=True)
class SeenSkill:
    """A skill, and the criterion by which the host saw it: the name of its result and its place on the page."""

    words: str
    result: str
    place: str


def seen_skills(shown: Any, it: ShownItem) -> list[SeenSkill]:
    """The skills of a version, each with what shows it where that is on the page."""
    titles = {result.number: result.title for result in it.results}
    rows = shown.content["skills"] if shown.version else []
    if not rows:
        return [SeenSkill(words, "", "") for words in it.skills]
    ordered = [*(row for row in rows if row[0]), *(row for row in rows if not row[0])]
    found = []
    for words, (_said, _code, by) in zip(it.skills, ordered, strict=False):
        number, _dot, criterion = str(by).partition(".")
        known = number.isdigit() and int(number) in titles
        place = f"r{number}c{criterion}" if known else ""
        found.append(SeenSkill(words, titles[int(number)] if known else "", place))
    return found


def skill_labels(shown: Iterable[Any]) -> dict[str, str]:
    """The names of every skill of several items, at once."""
    contents = [one.content if one.version else one.card for one in shown]
    codes = {code if isinstance(code, str) else code[1] for one in contents for code in one["skills"]}
    return names_of(sorted(codes - {""}))


def _named(codes: Iterable[str], labels: dict[str, str] | None) -> list[str]:
    found = names_of(codes) if labels is None else labels
    return [found[code] for code in codes if code in found]


def _day(text: str) -> date:
    return date.fromisoformat(text)
