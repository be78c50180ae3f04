"""Fills an empty installation with the demo world: the same people and texts each time, dates relative to today."""

from __future__ import annotations

from datetime import datetime, timedelta

from firstfoot.kernel import clock
from firstfoot.operations.demo.applying import apply_all
from firstfoot.operations.demo.asking import ask_all, invite_all
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.content import PROJECTS
from firstfoot.operations.demo.disputing import dispute_one
from firstfoot.operations.demo.knowing import ask_some
from firstfoot.operations.demo.moderating import look_at_some
from firstfoot.operations.demo.people import gather
from firstfoot.operations.demo.posting import post_all
from firstfoot.operations.demo.settling import settle
from firstfoot.operations.demo.working import live_stories
from firstfoot.reactions.ledger import count_ledger
from firstfoot.reactions.months import count_months
from firstfoot.reactions.worker import drain

LEAD = timedelta(days=3)  # people join some days before the first project


def build(now: datetime | None = None) -> int:
    """Live the demo world up to now; how many deeds it took."""
    now = now or clock.now()
    calendar = Calendar(now, every_day=drain)
    first = min(seed.posted_on(calendar.today) for seed in PROJECTS) - LEAD
    cast = gather(calendar, first)
    board = post_all(calendar, cast)
    apply_all(calendar, board)
    ask_all(calendar, board)
    invite_all(calendar, board)
    live_stories(calendar, board)
    look_at_some(calendar, board)
    done = calendar.live()
    with clock.at(now):
        dispute_one()
        ask_some()
    settle(now)
    count_ledger(now.date())
    count_months(now.date())
    return done
