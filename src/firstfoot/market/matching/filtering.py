"""Which projects are not for a person, and why: every reason by its code, before anything is ranked."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from firstfoot.market.matching.crowding import is_crowded
from firstfoot.market.matching.needs import REMOTE, Opening, Terms, Timing
from firstfoot.market.matching.seeking import Seeker, Span, Standing

AWAY_SHARE = 4  # one day in so many may be away
_OPEN_WINDOW = timedelta(days=28)  # where a project names no last day to start


class Exclusion(StrEnum):
    """Why a project is absent from somebody's list; the page holds the sentence."""

    SEATS = "seats"
    DATES = "dates"
    AWAY = "away"
    HOURS = "hours"
    LANGUAGE = "language"
    AUTHORIZATION = "authorization"
    PLACE = "place"
    AGE = "age"
    ENROLLMENT = "enrollment"
    BLOCKED = "blocked"
    APPLIED = "applied"
    OWN_ORGANIZATION = "own_organization"
    CROWDED = "crowded"  # for today, and for lists alone: it is found and can be applied to


def exclusions(seeker: Seeker, standing: Standing, opening: Opening, today: date) -> tuple[Exclusion, ...]:
    """Every reason why this project is not for this person today; () where it may stand in their list.

    Answers "why not this one?" for any project. What was not said excludes nothing. A page shows BLOCKED as
    "not possible here", since it does not say who blocked whom.
    """
    return (
        *((Exclusion.SEATS,) if opening.crowd.seats_free < 1 else ()),
        *by_timing(seeker, opening.timing, today),
        *by_terms(seeker, standing, opening.terms),
        *by_sides(standing, opening.organization, opening.code),
        *((Exclusion.CROWDED,) if is_crowded(opening.crowd) else ()),
    )


def by_timing(seeker: Seeker, timing: Timing, today: date) -> tuple[Exclusion, ...]:
    """Dates, time away, and hours a week."""
    found = []
    if (timing.apply_by is not None and timing.apply_by < today) or not _starts(seeker, timing, today):
        found.append(Exclusion.DATES)
    elif not possible_starts(seeker, timing, today):
        found.append(Exclusion.AWAY)
    if seeker.hours_a_week is not None and timing.hours_a_week > seeker.hours_a_week:
        found.append(Exclusion.HOURS)
    return tuple(found)


def by_terms(seeker: Seeker, standing: Standing, terms: Terms) -> tuple[Exclusion, ...]:
    """Language, authorization, place, age and enrollment."""
    found = []
    if seeker.languages and not terms.languages <= seeker.languages:
        found.append(Exclusion.LANGUAGE)
    if terms.country and standing.may_work_in is not None and terms.country not in standing.may_work_in:
        found.append(Exclusion.AUTHORIZATION)
    comes = terms.workplace == REMOTE or not terms.place or standing.can_come_to is None
    if not comes and terms.place not in (standing.can_come_to or ()):
        found.append(Exclusion.PLACE)
    if terms.adults_only and not standing.is_of_age:
        found.append(Exclusion.AGE)
    if terms.programs and terms.programs.isdisjoint(standing.programs):
        found.append(Exclusion.ENROLLMENT)
    return tuple(found)


def by_sides(standing: Standing, organization: str, code: str) -> tuple[Exclusion, ...]:
    """What is between the two: a block, an application, a membership."""
    found = []
    if organization in standing.kept_apart:
        found.append(Exclusion.BLOCKED)
    if code in standing.applied:
        found.append(Exclusion.APPLIED)
    if organization in standing.own:
        found.append(Exclusion.OWN_ORGANIZATION)
    return tuple(found)


def possible_starts(seeker: Seeker, timing: Timing, today: date) -> int:
    """On how many days of the window the work could begin: all of it in free time, at most a quarter of it away."""
    starts = _starts(seeker, timing, today)
    if not seeker.aways:
        return len(starts)
    return sum(_is_there(seeker.aways, start, timing.weeks * 7) for start in starts)


def window(timing: Timing, today: date) -> range:
    """The days on which the work may begin, as ordinals; four weeks where the project names no last one."""
    first = max(timing.start_from or today, today)
    last = timing.start_until or first + _OPEN_WINDOW
    return range(first.toordinal(), last.toordinal() + 1)


def _starts(seeker: Seeker, timing: Timing, today: date) -> range:
    days = window(timing, today)
    first, end = days.start, days.stop
    if seeker.free_from is not None:
        first = max(first, seeker.free_from.toordinal())
    if seeker.free_until is not None:
        end = min(end, seeker.free_until.toordinal() - timing.weeks * 7 + 2)
    return range(first, max(first, end))


def _is_there(aways: tuple[Span, ...], start: int, days: int) -> bool:
    away = sum(
        max(0, min(span.last_on.toordinal() + 1, start + days) - max(span.first_on.toordinal(), start))
        for span in aways
    )
    return away * AWAY_SHARE <= days
