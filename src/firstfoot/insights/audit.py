"""The fairness audit: how often people of each sex and ethnicity, who said so, were chosen in a calendar year.

Only calendar years, and each only as it stood when the month began: two spans that differ by a few
people, or two looks with one decision between them, would tell what one person said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.db.models import Count, Min, Q

from firstfoot.foundation.selfid.queries import answers_before
from firstfoot.foundation.selfid.states import RACES, SEXES, Race, Sex
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.matching.impact import UNKNOWN, Case, Category, Grouping, group

STAGES = ("shortlisted", "offered", "accepted")
CATEGORIES: dict[str, list[Category]] = {
    "sex": [(sex.value,) for sex in SEXES],
    "race": [(race.value,) for race in RACES],
    "both": [(sex.value, race.value) for sex in SEXES for race in RACES],
}


@dataclass(frozen=True, slots=True)
class Audit:
    """The figures of a year as they stood when `until` began: people by sex, by ethnicity and by both."""

    year: int
    until: date
    people: int
    groupings: dict[str, Grouping]


def audit_of(year: int) -> Audit:
    """Everyone whose application was sent in the year and before this month; two queries.

    A person counts once, however often they applied, and reached what any of their applications reached.
    """
    until = this_month()
    reached = _reached(year, until)
    said = answers_before(until, reached)
    cases = {
        name: [Case(said_of(name, said.get(who)), stages) for who, stages in reached.items()] for name in CATEGORIES
    }
    groupings = {name: group(cases[name], categories) for name, categories in CATEGORIES.items()}
    return Audit(year, until, len(reached), groupings)


def years_to_audit() -> list[int]:
    """Newest first: those with an application sent before this month."""
    until = this_month()
    first = Application.objects.filter(submitted_at__lt=_midnight(until)).aggregate(first=Min("submitted_at"))["first"]
    newest = until.year if until.month > 1 else until.year - 1
    return list(range(newest, first.year - 1, -1)) if first else []


def this_month() -> date:
    return clock.today().replace(day=1)


def _reached(year: int, until: date) -> dict[str, frozenset[str]]:
    """Public id of each who applied -> the stages they reached before that day."""
    end = _midnight(until)
    sent = Application.objects.filter(
        submitted_at__gte=_midnight(date(year, 1, 1)), submitted_at__lt=min(end, _midnight(date(year + 1, 1, 1)))
    )
    per_person = sent.order_by().values("person__public_id").annotate(
        shortlisted=Count("pk", filter=Q(shortlisted_at__lt=end)),
        offered=Count("pk", filter=Q(offered_at__lt=end)),
        accepted=Count("pk", filter=Q(state=ApplicationState.ACCEPTED, ended_at__lt=end)),
    )  # fmt: skip
    rows = per_person.values_list("person__public_id", *STAGES).iterator()
    return {who: frozenset(stage for stage, n in zip(STAGES, counts, strict=True) if n) for who, *counts in rows}


def said_of(name: str, answers: tuple[str, str] | None) -> Category:
    """What counts of somebody's answers in a grouping; not wanting to say is saying nothing."""
    sex, race = answers or (UNKNOWN, UNKNOWN)
    sex, race = UNKNOWN if sex == Sex.UNDISCLOSED else sex, UNKNOWN if race == Race.UNDISCLOSED else race
    return {"sex": (sex,), "race": (race,), "both": (sex, race)}[name]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
