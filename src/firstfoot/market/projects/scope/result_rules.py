"""Rules on what is promised: title, outcome, what is in and what is out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firstfoot.market.projects.scope import vocabulary
from firstfoot.market.projects.scope.findings import Subject
from firstfoot.market.projects.scope.reading import first_of, plain, promises, sentences_in

LONG_OUTCOME = 280
SHORT_TITLE = 3

Seen = Iterator[dict[str, Any]]


def title_missing(subject: Subject) -> Seen:
    if not subject.brief.title.strip():
        yield {}


def title_generic(subject: Subject) -> Seen:
    """A title that would fit a hundred other projects, or that names a post and not a result."""
    title = subject.brief.title.strip()
    words = plain(title).strip()
    is_short = len(words.split()) < SHORT_TITLE
    if title and (is_short or words in vocabulary.GENERIC_TITLES or first_of(vocabulary.TITLE_WORDS_OF_A_POST, title)):
        yield {"title": title}


def category_missing(subject: Subject) -> Seen:
    if not subject.brief.category:
        yield {}


def problem_missing(subject: Subject) -> Seen:
    if not subject.brief.problem.strip():
        yield {}


def audience_missing(subject: Subject) -> Seen:
    if not subject.brief.audience.strip():
        yield {}


def outcome_missing(subject: Subject) -> Seen:
    if not subject.brief.outcome.strip():
        yield {}


def outcome_long(subject: Subject) -> Seen:
    outcome = subject.brief.outcome.strip()
    count = sentences_in(outcome)
    if count > 1 or len(outcome) > LONG_OUTCOME:
        yield {"sentences": count, "characters": len(outcome), "max": LONG_OUTCOME}


def outcome_vague(subject: Subject) -> Seen:
    word = first_of(vocabulary.VAGUE, subject.brief.outcome)
    if word:
        yield {"word": word}


def two_projects(subject: Subject) -> Seen:
    """An outcome that joins a second verb to the first: two results, two ends, one pay."""
    joint = first_of((*vocabulary.JOINTS, *vocabulary.SECOND_VERBS), subject.brief.outcome)
    if joint:
        yield {"word": joint}


def ongoing_work(subject: Subject) -> Seen:
    """Work without an end, once for each field that says so."""
    yield from _once_a_field(subject, vocabulary.ONGOING)


def errands(subject: Subject) -> Seen:
    yield from _once_a_field(subject, vocabulary.ERRANDS)


def in_scope_missing(subject: Subject) -> Seen:
    if not any(line.strip() for line in subject.brief.in_scope):
        yield {}


def out_of_scope_missing(subject: Subject) -> Seen:
    if not any(line.strip() for line in subject.brief.out_of_scope):
        yield {}


def outcome_clear(subject: Subject) -> Seen:
    outcome = subject.brief.outcome.strip()
    flaws = (outcome_missing, outcome_long, outcome_vague, two_projects)
    if plain(outcome).count(" ") > SHORT_TITLE * 2 and not any(_sees(rule(subject)) for rule in flaws):
        yield {}


def out_of_scope_said(subject: Subject) -> Seen:
    count = sum(1 for line in subject.brief.out_of_scope if line.strip())
    if count >= 2:
        yield {"count": count}


def _sees(found: Seen) -> bool:
    return next(found, None) is not None


def _once_a_field(subject: Subject, phrases: tuple[str, ...]) -> Seen:
    seen: set[str] = set()
    for field, text in promises(subject.brief):
        word = "" if field in seen else first_of(phrases, text)
        if word:
            seen.add(field)
            yield {"field": field, "word": word}
