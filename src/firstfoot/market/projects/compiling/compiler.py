"""The compiler: a template's brief, brought to the host's size, days, people, inputs and pay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from firstfoot.market.projects.brief import Brief, BriefDeliverable, HostInput
from firstfoot.market.projects.compiling.answers import SIZES, Answers, Circumstances
from firstfoot.market.projects.compiling.planning import Plan, plan
from firstfoot.market.projects.dates import APPLY_IN, START_WITHIN
from firstfoot.market.projects.scope.deliverable_rules import EARLY_SHARE, LEAST_HOURS_EACH, MOST_HOURS_EACH
from firstfoot.market.projects.scope.people_rules import HOURS_ONE_HOUR_GUIDES
from firstfoot.market.projects.scope.time_rules import LONGEST, SHORTEST, WEEKLY_MOST
from firstfoot.market.projects.starters.starter import Starter

APPLY_IN_A_HURRY = 7  # days; fewer shut out those with exams or shifts
INPUT_DAY = 5  # what is not at hand is there by the end of the first working week
WEEKLY_IN_A_HURRY = 16  # hours; more does not fit beside studies


@dataclass(frozen=True, slots=True)
class Compiled:
    """The brief, the day its last result is due, and whether that is in time."""

    brief: Brief
    ends: date
    in_time: bool


def hours_of(starter: Starter, size: str) -> int:
    """The hours of a template in one of the sizes, within its range and what its deliverables allow."""
    count = len(_kept(starter.brief, size))
    least = max(SHORTEST, starter.hours_least, LEAST_HOURS_EACH * count)
    most = min(LONGEST, starter.hours_most, MOST_HOURS_EACH * max(count, 1))
    return min(max(round(starter.brief.hours * SIZES[size] / 100), least), most)


def weeks_of(brief: Brief, hours: int, weekly: int) -> int:
    """The weeks that these hours take in the template's rhythm, or in a quicker one where `weekly` is more."""
    usual = -(-brief.hours // max(brief.weeks, 1))
    return max(round(hours / max(usual, weekly)), -(-hours // WEEKLY_MOST), 1)


def suggested(starter: Starter, size: str, around: Circumstances) -> date:
    """A day by which the result can be there without hurry."""
    return _plan(starter, size, around, APPLY_IN, 0).ends + timedelta(days=START_WITHIN)


def compile_brief(starter: Starter, answers: Answers, around: Circumstances) -> Compiled:
    """The whole brief, ready to read and post.

    Where the day comes too soon, people first get less time to apply, then the work more hours a week;
    where that is not enough, the plan without hurry stands and says that it is late.
    """
    brief, plans = starter.brief, list(_plans(starter, answers.size, around))
    chosen = next((one for one in plans if one.ends <= answers.needed_by), None)
    laid = chosen or plans[0]
    hours = hours_of(starter, answers.size)
    weekly = -(-hours // laid.weeks)
    compiled = brief.with_(
        audience=answers.audience.strip() or brief.audience,
        deliverables=_deliverables(brief, answers.size, laid),
        inputs=_inputs(brief, answers.at_hand, min(laid.due_days, default=1)),
        supervisor=answers.supervisor,
        cover=answers.cover,
        supervision_hours=max(brief.supervision_hours, -(-weekly // HOURS_ONE_HOUR_GUIDES), 1),
        hours=hours,
        weeks=laid.weeks,
        apply_by=laid.apply_by,
        start_from=laid.start_from,
        start_until=_latest_start(laid, answers.needed_by),
        seats=1,
        pay_minor=answers.hourly_minor * hours,
        currency=around.currency,
        time_zone=around.time_zone,
        place=answers.place if brief.workplace in {"hybrid", "on_site"} else "",
    )
    return Compiled(compiled, laid.ends, in_time=chosen is not None)


def _plans(starter: Starter, size: str, around: Circumstances) -> Iterator[Plan]:
    """From the one without hurry to the quickest."""
    for weekly in (0, WEEKLY_IN_A_HURRY):
        for apply_in in (APPLY_IN, APPLY_IN_A_HURRY):
            yield _plan(starter, size, around, apply_in, weekly)


def _plan(starter: Starter, size: str, around: Circumstances, apply_in: int, weekly: int) -> Plan:
    brief = starter.brief
    weeks = weeks_of(brief, hours_of(starter, size), weekly)
    due = [round(item.due_day * weeks / max(brief.weeks, 1)) for item in _kept(brief, size)]
    early = max(weeks * 7 // EARLY_SHARE, min(7, weeks * 5))
    first = min(due, default=0)
    days = tuple(max(min(day, early) if day == first else day, 1) for day in due)
    return plan(today=around.today, apply_in=apply_in, weeks=weeks, due_days=days, calendars=around.calendars)


def _kept(brief: Brief, size: str) -> tuple[BriefDeliverable, ...]:
    """A small project hands in what it must, and leaves out what is merely welcome."""
    if size != "small" or not any(item.required for item in brief.deliverables):
        return brief.deliverables
    required = (item for item in brief.deliverables if item.required)
    return tuple(
        replace(item, criteria=tuple(c for c in item.criteria if c.required) or item.criteria) for item in required
    )


def _deliverables(brief: Brief, size: str, laid: Plan) -> tuple[BriefDeliverable, ...]:
    pairs = zip(_kept(brief, size), laid.due_days, strict=True)
    return tuple(replace(item, due_day=day) for item, day in pairs)


def _inputs(brief: Brief, at_hand: frozenset[int], first_due: int) -> tuple[HostInput, ...]:
    later = min(first_due, INPUT_DAY)
    return tuple(replace(row, by_day=1 if place in at_hand else later) for place, row in enumerate(brief.inputs))


def _latest_start(laid: Plan, needed_by: date) -> date:
    """As late as the result is still there in time, at most two weeks after the first."""
    room = (needed_by - laid.ends).days
    return laid.start_from + timedelta(days=min(max(room, 0), START_WITHIN))
