"""Reading a person's list, and how any one project fits them."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.applications.queries import is_sent_by
from firstfoot.market.matching.credits import credits_of
from firstfoot.market.matching.explaining import Reason, reasons
from firstfoot.market.matching.features import MET, Reader
from firstfoot.market.matching.filtering import Exclusion, exclusions
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.listing import Shown, replayed, weights_of
from firstfoot.market.matching.needs import Opening
from firstfoot.market.matching.scoring import Match, match
from firstfoot.market.matching.seeking import Seeker
from firstfoot.market.matching.weights import Weights
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.suggestions.lexicon import lexicon
from firstfoot.market.suggestions.models import SuggestedList, Wish
from firstfoot.market.suggestions.openings import openings_of
from firstfoot.market.suggestions.seekers import own_of, seeker_of, standing_of
from firstfoot.market.talent.queries import profile_of


@dataclass(frozen=True, slots=True)
class Line:
    """One project in a list that was kept: the project as it is now, its place as it was then."""

    project: Project
    shown: Shown
    reasons: tuple[Reason, ...]
    met: tuple[str, ...]
    unsaid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How one project fits a person today: why it cannot stand in their list, or why it would stand where."""

    exclusions: tuple[Exclusion, ...]
    match: Match
    reasons: tuple[Reason, ...]
    met: tuple[str, ...]
    unsaid: tuple[str, ...]
    weights: Weights


def are_made() -> bool:
    """Whether this installation makes lists at all."""
    return bool(settings.SUGGESTIONS)


def wish_of(person: Person) -> Wish:
    """What the person wants of their list; an unsaved one with what is usual until they say."""
    return Wish.objects.filter(person=person).first() or Wish(person=person)


def lists_of(person: Person) -> QuerySet[SuggestedList]:
    """The lists that were made for the reader, newest first; nobody else reads them."""
    return SuggestedList.objects.filter(person=person).order_by("-made_at", "-pk")


def list_today(person: Person) -> SuggestedList | None:
    """The newest list of this day of theirs."""
    found = lists_of(person).first()
    return found if found is not None and found.on == clock.today(person.zone) else None


def lines_of(found: SuggestedList) -> list[Line]:
    """What stood in it, is still open and was not applied for; each place computed again from what was stored.

    Raises ValueError where a stored score and its features differ.
    """
    shown = replayed(found.kept)
    weights = weights_of(found.kept["weights"])
    codes = [each.match.opening for each in shown]
    left = open_projects(found.person).filter(~is_sent_by(found.person), public_id__in=codes)
    still = {project.public_id: project for project in left}
    return [
        Line(still[code], each, reasons(each.match, weights), *skills_kept(found, code))
        for code, each in zip(codes, shown, strict=True)
        if code in still
    ]


def skills_kept(found: SuggestedList, code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    met, unsaid = found.skills.get(code, ((), ()))
    return tuple(met), tuple(unsaid)


def fit_of(person: Person, project: Project) -> Fit:
    """How a project fits the person, whether or not it could stand in their list; it need not be open."""
    wish = wish_of(person)
    seeker, words = seeker_of(person, profile_of(person), wish), lexicon()
    openings, applied = openings_of(Project.objects.filter(pk=project.pk), person)
    opening = openings[project.pk]
    standing = standing_of(wish, own_of(person), [opening], applied)
    found = match(Reader.of(seeker, words), opening, words, wish.own_weights, clock.today(person.zone))
    return Fit(
        exclusions(seeker, standing, opening, clock.today(person.zone)), found, reasons(found, wish.own_weights),
        *skills_in(seeker, opening, words), wish.own_weights,
    )  # fmt: skip


def skills_in(seeker: Seeker, opening: Opening, words: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of what is asked that the person has, and of what they did not speak of."""
    credits, codes = credits_of(seeker.claims, words), [need.skill for need in opening.needs]
    met = tuple(code for code in codes if credits.get(code, 0) >= MET)
    return met, tuple(code for code in codes if code not in credits)
