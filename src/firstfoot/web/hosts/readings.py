"""What reviewers read across people: each answer without a name, also of those the host knows by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from firstfoot.market.applications.blind import applicant_card
from firstfoot.market.applications.marks import marks_of
from firstfoot.market.applications.queries import applications_in_review
from firstfoot.market.projects.queries import brief_versions
from firstfoot.market.talent.queries import profiles_of
from firstfoot.web.hosts.review_order import lot, seed_of


@dataclass(frozen=True, slots=True)
class Reading:
    """One applicant, blind: the pseudonym, each question with its answer, and whether the reader marked them."""

    public_id: str
    pseudonym: str
    answers: Mapping[str, str]
    is_marked: bool


def readings_of(project: Any, reviewer: Any) -> list[Reading]:
    """Everyone whose application is alive, in the reviewer's own order; in a handful of queries for any number."""
    seed = seed_of(project, reviewer)
    found = sorted(applications_in_review(project, reviewer), key=lambda a: lot(seed, a.public_id))
    profiles = profiles_of(a.person_id for a in found)
    marks = marks_of(reviewer, [a.pk for a in found])
    asked = {version.pk: [q.text for q in version.brief.questions] for version in brief_versions(project)}
    return [_reading(a, profiles.get(a.person_id), asked[a.brief_version_id], a.pk in marks) for a in found]


def questions_of(people: Sequence[Reading]) -> list[str]:
    """Every question that one of them was asked, in the order of the brief; why they apply comes first."""
    return list(dict.fromkeys([_why(), *(question for one in people for question in one.answers)]))


def answers_to(question: str, people: Sequence[Reading]) -> list[tuple[Reading, str]]:
    """Who was asked, and what each of them wrote."""
    return [(one, one.answers[question]) for one in people if question in one.answers]


def pair_of(people: Sequence[Reading], one: str, other: str) -> tuple[Any, Any]:
    """The two that were asked for; in place of one that was not, the next in the reviewer's order."""
    by_id = {each.public_id: each for each in people}
    first = by_id.get(one) or next((each for each in people if each.public_id != other), None)
    second = by_id.get(other) or next((each for each in people if each is not first), None)
    return first, second if second is not first else next((each for each in people if each is not first), None)


def _reading(application: Any, profile: Any, asked: Sequence[str], is_marked: bool) -> Reading:
    card = applicant_card(application, profile, blind=True)
    answers = {_why(): card.motivation, **dict(zip(asked, card.answers, strict=False))}
    if card.availability:
        answers[_("When they can work")] = card.availability
    return Reading(application.public_id, application.pseudonym, answers, is_marked)


def _why() -> str:
    return _("Why this project, and why you?")
