"""Rules on the deliverables, their criteria and due days, and on what the host hands over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firstfoot.market.projects.brief import BriefDeliverable
from firstfoot.market.projects.scope import vocabulary
from firstfoot.market.projects.scope.findings import Subject
from firstfoot.market.projects.scope.reading import first_of, numbered

MANY_DELIVERABLES = 8
MANY_TRADES = 3
LEAST_HOURS_EACH, MOST_HOURS_EACH = 2, 40
EARLY_SHARE, LATE_SHARE = 3, 0.6  # early: in the first third; late: after six tenths of the days

Seen = Iterator[dict[str, Any]]


def deliverables_missing(subject: Subject) -> Seen:
    if not subject.brief.deliverables:
        yield {}


def deliverable_untitled(subject: Subject) -> Seen:
    for number, item in numbered(subject.brief):
        if not item.title.strip():
            yield {"number": number}


def required_missing(subject: Subject) -> Seen:
    """The work ends when the last required deliverable is accepted, so there must be one."""
    items = subject.brief.deliverables
    if items and not any(item.required for item in items):
        yield {"count": len(items)}


def deliverable_vague(subject: Subject) -> Seen:
    for number, item in numbered(subject.brief):
        word = first_of(vocabulary.VAGUE, item.title)
        if word:
            yield _of(number, item) | {"word": word}


def format_missing(subject: Subject) -> Seen:
    for number, item in numbered(subject.brief):
        if item.title.strip() and not item.format.strip():
            yield _of(number, item)


def criteria_missing(subject: Subject) -> Seen:
    for number, item in numbered(subject.brief):
        if item.required and not _criteria(item):
            yield _of(number, item)


def criteria_optional(subject: Subject) -> Seen:
    """A required deliverable whose criteria are all optional would be accepted whatever it holds."""
    for number, item in numbered(subject.brief):
        has_required = any(criterion.required for criterion in item.criteria if criterion.text.strip())
        if item.required and _criteria(item) and not has_required:
            yield _of(number, item)


def criteria_unmeasurable(subject: Subject) -> Seen:
    for number, item in numbered(subject.brief):
        texts = _criteria(item)
        if texts and not any(is_measurable(text) for text in texts):
            yield _of(number, item)


def criterion_vague(subject: Subject) -> Seen:
    for number, item in numbered(subject.brief):
        for text in _criteria(item):
            word = first_of((*vocabulary.VAGUE_QUALITY, *vocabulary.VAGUE), text)
            if word and not is_measurable(text):
                yield _of(number, item) | {"word": word, "criterion": text}


def unrelated_deliverables(subject: Subject) -> Seen:
    trades = sorted({trade for item in subject.brief.deliverables if (trade := _trade(item.title))})
    if len(trades) >= MANY_TRADES:
        yield {"count": len(trades)}


def too_many_deliverables(subject: Subject) -> Seen:
    count = len(subject.brief.deliverables)
    if count > MANY_DELIVERABLES:
        yield {"count": count, "max": MANY_DELIVERABLES}


def hours_thin(subject: Subject) -> Seen:
    brief = subject.brief
    count = len(brief.deliverables)
    if 0 < brief.hours < LEAST_HOURS_EACH * count:
        yield {"field": "hours", "hours": brief.hours, "count": count}


def hours_thick(subject: Subject) -> Seen:
    brief = subject.brief
    count = len(brief.deliverables)
    if count and brief.hours > MOST_HOURS_EACH * count:
        yield {"hours": brief.hours, "count": count, "max": MOST_HOURS_EACH}


def due_outside(subject: Subject) -> Seen:
    brief = subject.brief
    for number, item in numbered(brief):
        if item.due_day < 1 or (brief.weeks > 0 and item.due_day > brief.days):
            yield _of(number, item) | {"day": item.due_day, "days": brief.days}


def all_at_the_end(subject: Subject) -> Seen:
    """Nothing to look at before the end: a wrong turn would show too late."""
    brief = subject.brief
    first = min((item.due_day for item in brief.deliverables), default=0)
    if brief.weeks >= 2 and first > brief.days * LATE_SHARE:
        yield {"day": first, "days": brief.days, "early": max(brief.days // EARLY_SHARE, 1)}


def inputs_missing(subject: Subject) -> Seen:
    if not any(row.text.strip() for row in subject.brief.inputs):
        yield {}


def input_late(subject: Subject) -> Seen:
    first = min((item.due_day for item in subject.brief.deliverables), default=None)
    for row in subject.brief.inputs:
        if first is not None and row.by_day > first:
            yield {"input": row.text, "day": row.by_day, "first": first}


def criteria_measurable(subject: Subject) -> Seen:
    items = subject.brief.deliverables
    if items and all(any(is_measurable(text) for text in _criteria(item)) for item in items):
        yield {"count": sum(len(_criteria(item)) for item in items)}


def early_feedback(subject: Subject) -> Seen:
    brief = subject.brief
    first = min((item.due_day for item in brief.deliverables), default=0)
    if brief.weeks >= 2 and 1 <= first <= max(brief.days // EARLY_SHARE, 7):
        yield {"day": first}


def inputs_ready(subject: Subject) -> Seen:
    rows = [row for row in subject.brief.inputs if row.text.strip()]
    if rows and all(row.by_day <= 1 for row in rows):
        yield {"count": len(rows)}


def is_measurable(text: str) -> bool:
    """Whether a criterion names a figure or something that can be tested.

    >>> is_measurable("Loads in 2 s"), is_measurable("Feels right")
    (True, False)
    """
    return any(character.isdigit() for character in text) or bool(first_of(vocabulary.TESTABLE, text))


def _criteria(item: BriefDeliverable) -> list[str]:
    return [criterion.text for criterion in item.criteria if criterion.text.strip()]


def _trade(title: str) -> str:
    return next((trade for trade, words in vocabulary.TRADES.items() if first_of(words, title)), "")


def _of(number: int, item: BriefDeliverable) -> dict[str, Any]:
    return {"number": number, "title": item.title.strip()}
