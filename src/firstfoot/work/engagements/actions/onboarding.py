"""Before work starts: each side ticks its own steps, the intern says what they want to learn."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.locking import require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, OnboardingStep
from firstfoot.work.engagements.policies import may_tick, standing_of
from firstfoot.work.engagements.states import EngagementState as E


@transaction.atomic
def tick_step(*, step_id: int, done: bool, actor: Person) -> OnboardingStep:
    """Mark a step of the actor's own side as done, or take the mark back.

    Raises NotPermitted for the other side's steps, Conflict("not_now") before the signing or
    after the work ended. A second tick changes nothing.
    """
    engagement_id = OnboardingStep.objects.values_list("engagement_id", flat=True).get(pk=step_id)
    engagement = locked(Engagement, engagement_id)
    step = OnboardingStep.objects.get(pk=step_id)
    step.engagement = engagement
    require(may_tick(actor, step))
    require_state(engagement, E.ONBOARDING, E.ACTIVE)
    if done == (step.done_at is not None):
        return step
    step.done_at, step.done_by = (clock.now(), actor) if done else (None, None)
    step.save(update_fields=["done_at", "done_by"])
    kind = Engagements.ONBOARDING_STEP_DONE if done else Engagements.ONBOARDING_STEP_UNDONE
    record(kind, engagement, actor, step=step.number, side=step.side)
    return step


@transaction.atomic
def set_learning_goal(*, engagement_id: int, goal: str, actor: Person) -> Engagement:
    """Keep in one line what the intern wants to learn; shown at each check-in, asked back at the end.

    Raises NotPermitted unless the actor is the intern, Conflict("not_now") once the work is over.
    """
    engagement = locked(Engagement, engagement_id)
    require(standing_of(actor, engagement).intern())
    require_state(engagement, E.AGREEING, E.ONBOARDING, E.ACTIVE)
    engagement.learning_goal = " ".join(goal.split())[:200]
    record(Engagements.LEARNING_GOAL_SET, engagement, actor, save=["learning_goal"])
    return engagement
