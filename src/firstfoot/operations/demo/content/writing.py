"""How the demo's projects are written down: a short form that becomes a whole brief."""

from __future__ import annotations

import math
from typing import Any

from firstfoot.market.projects.brief import Brief, BriefDeliverable
from firstfoot.market.projects.starters.starter import deliverable, inputs, questions, welcome
from firstfoot.operations.demo.content.organizations import ORGANIZATIONS
from firstfoot.operations.demo.content.schema import ProjectSeed, Stands

_ORGS = {org.key: org for org in ORGANIZATIONS}
RATES = {"USD": 2300, "EUR": 1900, "GBP": 1650, "CAD": 2500, "AUD": 3200}  # minor units an hour
HOURS_ONE_HOUR_GUIDES = 12

MADE = (
    "Show or describe something you made that is close to this. What would you change in it today?",
    "Tell us about one piece of work of yours, paid or not, that comes near to this one.",
    "Link or describe one thing you made. Which part of it are you proud of, and which not?",
)
PROMPTS = (
    "What was done since we last spoke, and what did it show?",
    "What do you wait for, and from whom?",
    "What would make the next week easier?",
)
part = deliverable


def project(
    key: str,
    organization: str,
    posted_days_ago: int,
    *,
    people: tuple[str, ...],
    parts: tuple[BriefDeliverable, ...],
    gives: tuple[str, ...],
    ready: tuple[str, ...],
    first_win: str,
    ask: str,
    approaches: tuple[str, ...],
    hours: int,
    weeks: int,
    stands: Stands = Stands.OPEN,
    rate: int = 0,
    ai: tuple[str, str] = ("disclose", ""),
    show: tuple[str, str] = ("full", ""),
    closed_reason: str = "",
    paused_reason: str = "",
    apply_after: int = 14,
    start_after: int = 24,
    **texts: Any,
) -> ProjectSeed:
    """A project in short form; `people` is the supervisor and perhaps the cover, `texts` go to the brief as they "
    "are."""
    org = _ORGS[organization]
    seats = texts.get("seats", 1)
    values: dict[str, Any] = {
        "deliverables": parts,
        "inputs": inputs(*gives),
        "supervisor": people[0],
        "cover": people[1] if len(people) > 1 else "",
        "supervision_hours": math.ceil(hours * seats / weeks / HOURS_ONE_HOUR_GUIDES),
        "onboarding": welcome(host=ready, intern=(f"A small first win: {first_win}",)),
        "check_in_prompts": PROMPTS,
        "hours": hours,
        "weeks": weeks,
        "pay_minor": hours * (rate or RATES[org.currency]),
        "currency": org.currency,
        "workplace": "remote",
        "time_zone": org.zone,
        "ai_use": ai[0],
        "ai_note": ai[1],
        "portfolio": show[0],
        "portfolio_note": show[1],
        "questions": questions(MADE[len(key) % len(MADE)], ask),
    }
    return ProjectSeed(
        key,
        organization,
        Brief(**(values | texts)),
        posted_days_ago,
        stands,
        closed_reason,
        paused_reason,
        apply_after,
        start_after,
        approaches=approaches,
    )
