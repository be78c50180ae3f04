"""What a criterion is called and what its scores mean, in words; a host's own words come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.market.applications.rubric import Criteria, RubricCriterion

type Words = tuple[str | Promise, ...]

ANCHORS: Mapping[str, Words] = {
    "motivation": (
        gettext_lazy("Says nothing about this project"),
        gettext_lazy("Could be sent to any project"),
        gettext_lazy("Names this project, not why it matters to them"),
        gettext_lazy("A reason that fits this project"),
        gettext_lazy("A reason that fits, and what they bring to it"),
    ),
    "question": (
        gettext_lazy("No answer"),
        gettext_lazy("Answers something else"),
        gettext_lazy("An answer in general terms"),
        gettext_lazy("A clear answer, with steps or an example"),
        gettext_lazy("A clear answer that sees what we had not said"),
    ),
    "result": (
        gettext_lazy("Nothing points to it"),
        gettext_lazy("Says they could, without a sign of it"),
        gettext_lazy("A sign of something near it"),
        gettext_lazy("A plan that would get there"),
        gettext_lazy("A plan that we could start on tomorrow"),
    ),
    "skills": (
        gettext_lazy("None of it shows"),
        gettext_lazy("Named, without a sign of it"),
        gettext_lazy("A sign of some of it"),
        gettext_lazy("A clear sign of most of it"),
        gettext_lazy("A clear sign of all of it"),
    ),
    "time": (
        gettext_lazy("Hours or dates do not fit"),
        gettext_lazy("Would fit if we moved the project"),
        gettext_lazy("Would fit, with something left open"),
        gettext_lazy("Fits"),
        gettext_lazy("Fits, and says when the work gets done"),
    ),
    "own": (
        gettext_lazy("Not there"),
        gettext_lazy("A trace of it"),
        gettext_lazy("Partly there"),
        gettext_lazy("Clearly there"),
        gettext_lazy("Clearly there, and thought further"),
    ),
}


@dataclass(frozen=True, slots=True)
class Scored:
    """One criterion of a mark, in words: what was scored, how many points, what they mean."""

    title: str
    score: int
    meaning: str


def title_of(criterion: RubricCriterion) -> str:
    if criterion.kind == "motivation":
        return criterion.text or _("Why this project, and why them?")
    if criterion.kind == "time":
        return criterion.text or _("Has the time for it")
    if criterion.kind == "result":
        return _("Could deliver: %(what)s") % {"what": criterion.text}
    if criterion.kind == "skills":
        return _("Skills: %(what)s") % {"what": criterion.text} if criterion.text else _("Skills")
    return criterion.text


def anchors_of(criterion: RubricCriterion) -> list[str]:
    """What 0, 1, 2, 3 and 4 mean."""
    return [str(words) for words in criterion.anchors or ANCHORS.get(criterion.kind, ANCHORS["own"])]


def scored(criteria: Criteria, scores: Sequence[int]) -> list[Scored]:
    pairs: Iterable[tuple[RubricCriterion, int]] = zip(criteria, scores, strict=False)
    return [Scored(title_of(c), score, anchors_of(c)[score]) for c, score in pairs]
