"""Reminders before and around the start: the steps of the plan by their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.reactions.clocks import stages
from firstfoot.reactions.clocks.reminder import Reminder
from firstfoot.reactions.clocks.table import EASTMOST
from firstfoot.reactions.people import PARTIES_OF_PART, side
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.telling import Said, Write
from firstfoot.work.engagements.models import OnboardingStep
from firstfoot.work.engagements.states import EngagementState

A_DAY = timedelta(days=1)


def steps(now: datetime) -> Iterator[Reminder]:
    """Open steps the day before they are due, gathered a side and a day.

    What is due with the start is reminded of with it, two days before.
    """
    latest = (now + EASTMOST + A_DAY).date()
    near = OnboardingStep.objects.filter(done_at=None, due_on__lte=latest, engagement__state=EngagementState.ONBOARDING)
    rows = near.select_related(*PARTIES_OF_PART).order_by("engagement_id", "side", "due_on", "number")
    for (_engagement, which, due_on), group in groupby(rows, key=lambda s: (s.engagement_id, s.side, s.due_on)):
        waiting = list(group)
        engagement = waiting[0].engagement
        workdays = workdays_of_organization(engagement.organization)
        is_near = 0 <= stages.days_until(workdays, due_on) <= 1
        if is_near and (due_on < engagement.start_on - A_DAY or not any(step.required for step in waiting)):
            people = tuple(side(engagement, which))
            yield Reminder(f"steps_{which}", engagement, due_on.isoformat(), stages.LAST, people, _words(waiting))


def _words(waiting: list[OnboardingStep]) -> Write:
    engagement, due_on = waiting[0].engagement, waiting[0].due_on

    def write(_person: Person) -> Said:
        title = _("Steps by %(day)s: %(title)s") % {
            "day": day_text(due_on or engagement.start_on),
            "title": engagement.title,
        }
        path = reverse("work:engagement", args=[engagement.public_id])
        return Said(title, " ".join(f"{step.text}." for step in waiting), path)

    return write
