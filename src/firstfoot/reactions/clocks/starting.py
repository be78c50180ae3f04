"""Reminders around the start and of what is undone after the end: steps, the first talk, access to take back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.reactions.clocks import stages
from firstfoot.reactions.clocks.reminder import Reminder
from firstfoot.reactions.clocks.table import EASTMOST
from firstfoot.reactions.people import PARTIES, PARTIES_OF_PART, both, guides, side
from firstfoot.reactions.phrases import day_text, when_text, zone_text
from firstfoot.reactions.telling import Said, Write
from firstfoot.work.engagements.models import AccessItem, Engagement, Kickoff, OnboardingStep
from firstfoot.work.engagements.queries import access_out
from firstfoot.work.engagements.states import LIVE, EngagementState, KickoffState

A_DAY = timedelta(days=1)
FIRST_WORD, LAST_WORD = 3, 10  # days after the work, of the two reminders to take access back
OUT = Q(given_at__isnull=False, taken_back_at=None)
WORKING = (EngagementState.AGREEING, EngagementState.ONBOARDING, EngagementState.ACTIVE)


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


def kickoffs(now: datetime) -> Iterator[Reminder]:
    """A first talk within a day: both sides, each on their own clock."""
    near = Kickoff.objects.filter(state=KickoffState.CHOSEN, chosen_at__gt=now, chosen_at__lte=now + A_DAY)
    for kickoff in near.filter(engagement__state__in=LIVE).select_related(*PARTIES_OF_PART):
        if kickoff.chosen_at is not None:
            people = tuple(both(kickoff.engagement))
            yield Reminder("kickoff", kickoff, kickoff.chosen_at.isoformat(), stages.LAST, people, _talk(kickoff))


def accesses(now: datetime) -> Iterator[Reminder]:
    """What is still to be taken back: whoever guides, after three days and after ten; then the list alone says it."""
    earliest = now - (LAST_WORD + 2) * A_DAY
    over = Q(finished_at__gte=earliest) | Q(ended_at__gte=earliest)
    waiting = Engagement.objects.filter(over, pk__in=AccessItem.objects.filter(OUT).values("engagement"))
    for engagement in waiting.exclude(state__in=WORKING).select_related(*PARTIES):
        end = engagement.ended_at or engagement.finished_at
        days = (now - end).days if end else 0
        if end is None or not FIRST_WORD <= days <= LAST_WORD + 1:
            continue
        reached = stages.LAST if days >= LAST_WORD else stages.HALF
        yield Reminder(
            "access", engagement, end.date().isoformat(), reached, tuple(guides(engagement)), _to_take_back(engagement)
        )


def _to_take_back(engagement: Engagement) -> Write:
    def write(_person: Person) -> Said:
        named = ", ".join(access_out(engagement).values_list("name", flat=True))
        title = _("Access to take back: %(title)s") % {"title": engagement.title}
        body = _("%(intern)s still has: %(named)s.") % {"intern": engagement.intern.name, "named": named}
        return Said(title, body, reverse("work:access", args=[engagement.public_id]))

    return write


def _talk(kickoff: Kickoff) -> Write:
    engagement, start = kickoff.engagement, kickoff.chosen_at

    def write(_person: Person) -> Said:
        at = {"when": when_text(start), "zone": zone_text(), "how": kickoff.how} if start else {}
        title = _("Your first talk is near: %(title)s") % {"title": engagement.title}
        path = reverse("work:kickoff", args=[engagement.public_id])
        return Said(title, _("%(when)s, %(zone)s. %(how)s") % at, path)

    return write


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
