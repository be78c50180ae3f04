"""The terms as plain data: what a brief says, put on dates and names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from firstfoot.market.projects.brief import Brief, OnboardingItem

PAY_WITHIN_DAYS = 30  # after the last required result is accepted
LEAD_DAYS = 7  # between the offer's yes and the first day, when the brief leaves it open
LONGEST_SEARCH = 60


@dataclass(frozen=True, slots=True)
class Parties:
    """The names that stand in the text, as each has them for agreements."""

    host: str
    intern: str
    supervisor: str
    cover: str = ""


def first_day(brief: Brief, today: date, is_workday: Callable[[date], bool]) -> date:
    """The first day of work: inside the start window where that still lies ahead, and a working day."""
    wanted = brief.start_from or today + timedelta(days=LEAD_DAYS)
    day = max(wanted, today + timedelta(days=1))
    for _step in range(LONGEST_SEARCH):
        if is_workday(day):
            return day
        day += timedelta(days=1)
    return max(wanted, today + timedelta(days=1))


def nobody_away(_day: date) -> bool:
    return False


def terms_from_brief(
    brief: Brief, parties: Parties, start_on: date, is_away: Callable[[date], bool] = nobody_away
) -> dict[str, Any]:
    """The terms of version 1, ready for JSON; days of the brief become dates.

    What would be due while somebody is away is due on the first day that all are back.
    """
    due_on = [_back(start_on + timedelta(days=max(d.due_day, 1) - 1), is_away) for d in brief.deliverables]
    end_on = max([start_on + timedelta(days=max(brief.days, 1) - 1), *due_on])
    return {
        "title": brief.title,
        "parties": asdict(parties),
        "audience": brief.audience,
        "outcome": brief.outcome,
        "in_scope": list(brief.in_scope),
        "out_of_scope": list(brief.out_of_scope),
        "deliverables": [
            {
                "number": number,
                "title": item.title,
                "format": item.format,
                "due_on": due.isoformat(),
                "required": item.required,
                "criteria": [asdict(criterion) for criterion in item.criteria],
                "showing": item.showing,
            }
            for number, (item, due) in enumerate(zip(brief.deliverables, due_on, strict=True), start=1)
        ],
        "inputs": [{"text": item.text, "by_on": _on(start_on, item.by_day)} for item in brief.inputs],
        "hours": brief.hours,
        "start_on": start_on.isoformat(),
        "end_on": end_on.isoformat(),
        "pay_minor": brief.pay_minor,
        "currency": brief.currency,
        "pay_within_days": PAY_WITHIN_DAYS,
        "expenses": brief.expenses,
        "equipment": brief.equipment,
        "workplace": brief.workplace,
        "place": brief.place,
        "supervision_hours": brief.supervision_hours,
        "reply_within_days": brief.reply_within_days,
        "check_in_every_days": max(brief.check_in_every_days, 1),
        "check_in_prompts": list(brief.check_in_prompts),
        "tools": list(brief.tools),
        "ai_use": brief.ai_use,
        "ai_note": brief.ai_note,
        "portfolio": brief.portfolio,
        "portfolio_note": brief.portfolio_note,
        "rights": brief.rights,
        "engaged_as": brief.engaged_as,
        "confidential_years": brief.confidential_years,
        "hours_log": brief.hours_log,
        "pathway": brief.pathway,
        "clarifications": [{"question": row.question, "answer": row.answer} for row in brief.answers],
    }


def standard_steps() -> tuple[OnboardingItem, ...]:
    """What happens before work starts where the brief names no steps of its own."""
    return (
        OnboardingItem(_("Give access to the tools and files the work needs"), "host", True),
        OnboardingItem(_("Set a time for the first meeting"), "host", True),
        OnboardingItem(_("Introduce two people besides the supervisor"), "host", False),
        OnboardingItem(_("Agree how and when to reach each other"), "intern", True),
        OnboardingItem(_("Do one small first piece, to see that everything works"), "intern", False),
    )


def reading_step() -> OnboardingItem:
    """The step of one who takes over what another began."""
    return OnboardingItem(_("Read the handover"), "intern", True)


def _back(day: date, is_away: Callable[[date], bool]) -> date:
    """The day itself, or the next on which nobody is away; the day itself where that is too far off."""
    ahead = (day + timedelta(days=n) for n in range(LONGEST_SEARCH))
    return next((one for one in ahead if not is_away(one)), day)


def _on(start_on: date, day: int) -> str:
    return (start_on + timedelta(days=max(day, 1) - 1)).isoformat()
