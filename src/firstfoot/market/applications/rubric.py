"""A rubric: what every application to one project is read for, drafted from its brief; plain data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from firstfoot.market.projects.brief import Brief

FEWEST, MOST, TOP = 3, 6, 4
QUESTIONS, RESULTS = 3, 2  # how many criteria a draft takes of each


@dataclass(frozen=True, slots=True)
class RubricCriterion:
    """One thing an application is read for. Its kind has anchors in words that stand where it has none of its own."""

    kind: str = "own"  # motivation | question | result | skills | time | own
    text: str = ""
    anchors: tuple[str, ...] = ()  # from 0 to 4

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(str(data.get("kind", "own")), str(data.get("text", "")), tuple(map(str, data.get("anchors", ()))))


type Criteria = tuple[RubricCriterion, ...]


def drafted_from(brief: Brief) -> Criteria:
    """Three to six criteria: why this project, what the brief asks, what its results must be.

    >>> [criterion.kind for criterion in drafted_from(Brief())]
    ['motivation', 'skills', 'time']
    """
    asked = sorted((q for q in brief.questions if q.text.strip()), key=lambda q: not q.required)
    promised = [c.text for d in brief.deliverables if d.required for c in d.criteria if c.required and c.text.strip()]
    drafted = [
        RubricCriterion("motivation"),
        *(RubricCriterion("question", q.text.strip()) for q in asked[:QUESTIONS]),
        *(RubricCriterion("result", text.strip()) for text in promised[:RESULTS]),
    ]
    for kind, text in (("skills", ", ".join(brief.skills[:3])), ("time", "")):
        if len(drafted) < FEWEST:
            drafted.append(RubricCriterion(kind, text))
    return tuple(drafted[:MOST])


def criteria_from(rows: Iterable[dict[str, Any]]) -> Criteria:
    return tuple(RubricCriterion.from_dict(row) for row in rows)


def rows_of(criteria: Criteria) -> list[dict[str, Any]]:
    return [{**asdict(criterion), "anchors": list(criterion.anchors)} for criterion in criteria]


def digest_of(criteria: Criteria) -> str:
    """What a form says it was made from, so that a mark never lands on other criteria."""
    return hashlib.sha256(json.dumps(rows_of(criteria), sort_keys=True).encode()).hexdigest()[:16]


def is_sound(criteria: Criteria) -> bool:
    """Three to six criteria; those of the host's own say what they are."""
    are_named = all(c.text.strip() for c in criteria if c.kind == "own")
    return FEWEST <= len(criteria) <= MOST and are_named and all(len(c.anchors) in (0, TOP + 1) for c in criteria)


def are_scores(scores: Sequence[object], criteria: Criteria) -> bool:
    """One whole number from 0 to 4 for each criterion."""
    return len(scores) == len(criteria) and all(type(score) is int and 0 <= score <= TOP for score in scores)
