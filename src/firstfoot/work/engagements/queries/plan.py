"""Before the start: the plan and its days, the first talk, the list of access."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.work.engagements.models import AccessItem, Engagement, Kickoff, OnboardingStep
from firstfoot.work.engagements.queries.seeing import engagements_hosted_by
from firstfoot.work.engagements.states import Side

DAYS_BEFORE = {Side.HOST: 2, Side.INTERN: 1}  # working days before the start: what is given comes before what is tried


def steps_of(engagement: Engagement) -> QuerySet[OnboardingStep]:
    """In the order of their days."""
    return engagement.onboarding_steps.select_related("done_by", "file")


def open_steps(engagement: Engagement) -> QuerySet[OnboardingStep]:
    """The required steps that still keep the work from starting."""
    return engagement.onboarding_steps.filter(required=True, done_at=None)


def kickoff_of(engagement: Engagement) -> Kickoff | None:
    """The first talk, once times were named."""
    found = Kickoff.objects.filter(engagement=engagement).select_related("offered_by").first()
    if found is not None:
        found.engagement = engagement
    return found


def access_of(engagement: Engagement) -> QuerySet[AccessItem]:
    """What the intern is given."""
    return engagement.access_items.all()


def access_out(engagement: Engagement) -> QuerySet[AccessItem]:
    """What was given and not taken back."""
    return engagement.access_items.filter(given_at__isnull=False, taken_back_at=None)


def proposed_due(side: str, start_on: date, today: date, is_workday: Callable[[date], bool]) -> date:
    """A day for a step: some working days before the start, and not before today."""
    day, left = start_on, DAYS_BEFORE[Side(side)]
    while left and day > today:
        day -= timedelta(days=1)
        left -= is_workday(day)
    return day


def plan_before(engagement: Engagement, reader: Person) -> Engagement | None:
    """The host's last signed engagement besides this one, of those on whose host's side the reader stands."""
    others = engagements_hosted_by(reader).filter(organization=engagement.organization_id, signed_at__isnull=False)
    return others.exclude(pk=engagement.pk).order_by("-signed_at", "-pk").first()


def steps_to_take(engagement: Engagement, source: Engagement) -> list[OnboardingStep]:
    """What another plan has and this one lacks, on days as far from this start; not what that intern wrote."""
    known = {(step.side, step.text.casefold()) for step in engagement.onboarding_steps.all()}
    found = []
    for step in source.onboarding_steps.exclude(by_side=Side.INTERN):
        if (step.side, step.text.casefold()) in known:
            continue
        before = source.start_on - step.due_on if step.due_on else timedelta(days=1)
        step.due_on = min(engagement.start_on - before, engagement.end_on)
        found.append(step)
    return found
