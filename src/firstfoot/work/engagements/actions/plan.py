"""The plan before the start: each side's steps, put in, changed and taken out until they are done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.exports import delete_stored
from firstfoot.foundation.files.models import StoredFile
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.actions.locking import require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, OnboardingStep
from firstfoot.work.engagements.policies import may_change_step, may_plan
from firstfoot.work.engagements.queries.plan import plan_before, steps_to_take
from firstfoot.work.engagements.secrets import is_safe_link, looks_like_secret
from firstfoot.work.engagements.states import BEFORE_START, Side

MOST_STEPS = 30


@transaction.atomic
def add_step(
    *, engagement_id: int, side: str, text: str, due_on: date, required: bool, link: str = "",
    file_id: int | None = None, actor: Person,
) -> OnboardingStep:  # fmt: skip
    """Put a step into the plan of one side.

    Raises NotPermitted unless the actor plans for that side, Conflict: "not_now" once the work began,
    "plan_full", or the code of what cannot stand (see _write).
    """
    engagement = locked(Engagement, engagement_id)
    require(may_plan(actor, engagement, side))
    require_state(engagement, *BEFORE_START)
    step = OnboardingStep(engagement=engagement, number=_next_number(engagement), side=Side(side))
    _write(step, text, due_on, required, link, actor)
    step.file_id = file_id
    step.save()
    record(Engagements.ONBOARDING_STEP_ADDED, engagement, actor, step=step.number, side=step.side)
    return step


@transaction.atomic
def change_step(
    *, step_id: int, seen: str, text: str, due_on: date, required: bool, link: str = "",
    file_id: int | None = None, keeps_file: bool = True, actor: Person,
) -> OnboardingStep:  # fmt: skip
    """Word a step anew; another file takes the place of the one that was there.

    Raises as add_step does, Conflict("step_done") once it is ticked, and ("changed") when it is not what was `seen`.
    """
    step = _locked_step(step_id, seen, actor)
    before = step.file
    _write(step, text, due_on, required, link, actor)
    if file_id is not None or not keeps_file:
        step.file_id = file_id
    step.save()
    if before is not None and before.pk != step.file_id:
        delete_stored(before)
    record(Engagements.ONBOARDING_STEP_CHANGED, step.engagement, actor, step=step.number, side=step.side)
    return step


@transaction.atomic
def remove_step(*, step_id: int, seen: str, actor: Person) -> None:
    """Take a step out, with its file. Raises as change_step does."""
    step = _locked_step(step_id, seen, actor)
    engagement, number, side, file = step.engagement, step.number, step.side, step.file
    step.delete()
    if file is not None:
        delete_stored(file)
    record(Engagements.ONBOARDING_STEP_REMOVED, engagement, actor, step=number, side=side)


@transaction.atomic
def take_steps(*, engagement_id: int, numbers: Collection[int], actor: Person) -> int:
    """Take steps over from the last plan of the same host that the actor sees, as far from the start as there.

    How many. Files stay where they are. Raises NotPermitted unless the actor plans for the host,
    Conflict: "not_now", "plan_full", "no_plan_before".
    """
    engagement = locked(Engagement, engagement_id)
    require(may_plan(actor, engagement, Side.HOST))
    require_state(engagement, *BEFORE_START)
    source = plan_before(engagement, actor)
    if source is None:
        raise Conflict("no_plan_before")
    wanted = [step for step in steps_to_take(engagement, source) if step.number in numbers]
    for step in wanted:
        OnboardingStep.objects.create(
            engagement=engagement, number=_next_number(engagement), side=step.side, text=step.text, link=step.link,
            required=step.required, due_on=step.due_on, by_side=Side.HOST,
        )  # fmt: skip
    if wanted:
        record(Engagements.ONBOARDING_PLAN_TAKEN, engagement, actor, number=len(wanted))
    return len(wanted)


def _next_number(engagement: Engagement) -> int:
    numbers = list(engagement.onboarding_steps.order_by("number").values_list("number", flat=True))
    if len(numbers) >= MOST_STEPS:
        raise Conflict("plan_full")
    return (numbers[-1] if numbers else 0) + 1


def _locked_step(step_id: int, seen: str, actor: Person) -> OnboardingStep:
    engagement_id = OnboardingStep.objects.filter(pk=step_id).values_list("engagement_id", flat=True).first()
    if engagement_id is None:
        raise Conflict("changed")
    engagement = locked(Engagement, engagement_id)
    step = OnboardingStep.objects.select_related("file").filter(pk=step_id).first()
    if step is None:
        raise Conflict("changed")
    step.engagement = engagement
    require(may_change_step(actor, step))
    require_state(engagement, *BEFORE_START)
    if step.done_at is not None:
        raise Conflict("step_done")
    if step.digest != seen:
        raise Conflict("changed")
    return step


def _write(  # noqa: PLR0917  # what a step says, in the order of the form
    step: OnboardingStep, text: str, due_on: date, required: bool, link: str, actor: Person
) -> None:
    """Raises Conflict: "step_missing" without words, "looks_secret", "link_unsafe", "due_past" for a day that is
    over, "due_after_start" where a required step would hold up the start, "due_after_end"."""
    engagement, text = step.engagement, " ".join(text.split())[:200]
    today = clock.today(engagement.organization.zone)
    if not text:
        raise Conflict("step_missing")
    if looks_like_secret(text):
        raise Conflict("looks_secret")
    if link and not is_safe_link(link):
        raise Conflict("link_unsafe")
    if due_on != step.due_on and due_on < today:
        raise Conflict("due_past")
    if required and due_on > max(engagement.start_on, today):
        raise Conflict("due_after_start")
    if due_on > engagement.end_on:
        raise Conflict("due_after_end")
    step.text, step.due_on, step.required, step.link = text, due_on, required, link
    step.by_side = engagement.side_of(actor.pk)


def empty_steps(engagement: Engagement) -> list[str]:
    """The intern is erased: the words of what they put into the plan go; the texts that stood there."""
    texts: list[str] = []
    for step in engagement.onboarding_steps.filter(by_side=Side.INTERN):
        texts += [step.text, step.link]
        step.text, step.link = "(erased)", ""
        step.save(update_fields=["text", "link"])
    return texts


def let_go_of_files(person: Person) -> None:
    """The person is erased: no plan holds a file of theirs any more."""
    stored = StoredFile.objects.filter(stored_by=person)
    OnboardingStep.objects.filter(file__in=stored.values("pk")).update(file=None)
