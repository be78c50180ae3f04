"""When both sides check in: planned at the start, and anew when the dates or the rhythm change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.journal.actions import record_new
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.engagements.actions.check_ins import skip
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import CheckIn, Engagement
from firstfoot.work.engagements.states import AgreementState, CheckInState

SHORT = timedelta(weeks=2)  # shorter work has two check-ins all the same
WINDOW_DAYS = 2  # business days in which both answer a check-in


def plan_check_ins(engagement: Engagement, actor: Person | None) -> None:
    """Schedule the check-ins of work that starts now."""
    _schedule(engagement, check_in_days(engagement, workdays_of_organization(engagement.organization)), actor)


def replan_check_ins(engagement: Engagement, actor: Person | None) -> None:
    """Schedule the rest anew: what lies ahead and falls on no day of the new plan is left out."""
    host = workdays_of_organization(engagement.organization)
    today = clock.today(host.zone)
    planned = list(engagement.check_ins.select_for_update().order_by("number"))
    ahead = {c.due_on: c for c in planned if c.state == CheckInState.SCHEDULED and c.due_on > today}
    behind = [c.due_on for c in planned if c.due_on not in ahead and c.state != CheckInState.SKIPPED]
    days = [day for day in check_in_days(engagement, host, after=max(behind, default=None)) if day > today]
    for day, check_in in ahead.items():
        if day not in days:
            skip(check_in, actor, code="replanned")
    _schedule(engagement, (day for day in days if day not in ahead), actor)


def check_in_days(engagement: Engagement, host: Workdays, *, after: date | None = None) -> list[date]:
    """Each `check_in_every_days` from the start (or from the check-in `after`) to the end, on working days.

    Of a whole engagement at least one, halfway; of one that is shorter than two weeks and has two working
    days, two: a third and two thirds into those.
    """
    begun_on = engagement.started_at.astimezone(host.zone).date() if engagement.started_at else engagement.start_on
    first = after or max(engagement.start_on, begun_on)
    last = max(engagement.end_on, first)
    every = timedelta(days=engagement.check_in_every_days)
    days: list[date] = []
    day = first + every
    while day <= last:
        days.append(_workday_from(day, host))
        day += every
    found = sorted(set(days))
    if after is None and len(found) < 2 and last - first < SHORT:
        found = _thirds(first, last, host) or found
    halfway = [] if after else [_workday_from(first + (last - first) / 2, host)]
    return found or halfway


def _thirds(first: date, last: date, host: Workdays) -> list[date]:
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    working = [day for day in span if host.is_workday(day)]
    steps = len(working) - 1
    return [working[steps // 3], working[-(-2 * steps // 3)]] if steps > 0 else []


def _schedule(engagement: Engagement, days: Iterable[date], actor: Person | None) -> None:
    host, intern = workdays_of_organization(engagement.organization), workdays_of(engagement.intern)
    signed = engagement.agreement_versions.filter(state=AgreementState.SIGNED).latest("number")
    prompts = signed.terms.get("check_in_prompts") or [""]
    numbered = engagement.check_ins.count()
    for number, day in enumerate(days, start=numbered + 1):
        noon = datetime.combine(day, time(12), host.zone).astimezone(UTC)
        check_in = CheckIn(
            engagement=engagement, number=number, due_on=day, prompt=prompts[(number - 1) % len(prompts)][:300],
            closes_at=max(host.after(noon, WINDOW_DAYS), intern.after(noon, WINDOW_DAYS)),
        )  # fmt: skip
        record_new(Engagements.CHECK_IN_SCHEDULED, check_in, actor, number=number, due_on=day.isoformat())


def _workday_from(day: date, workdays: Workdays) -> date:
    for later in range(60):
        if workdays.is_workday(day + timedelta(days=later)):
            return day + timedelta(days=later)
    return day
