"""Finding somebody who finishes what ended early: the seat is free again, the brief is what is left."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.actions import pause_project, save_rest
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.seats import free_taken_seat
from firstfoot.market.projects.states import PauseReason, ProjectState
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_seek_successor
from firstfoot.work.engagements.queries.rescue import left_of, may_be_finished
from firstfoot.work.engagements.rescue import brief_of_rest


@transaction.atomic
def seek_successor(*, engagement_id: int, note: str, seen: int | None = None, actor: Person) -> Engagement:
    """Free the seat and draft the brief of what is left, which the host reads and opens; the note is for the successor.

    What is open waits paused meanwhile, so that nobody applies for what is done. Where others work on the project
    too, its brief stays as it is.
    Raises NotPermitted unless the actor recruits for the host, Conflict: "changed" since `seen`, "nothing_to_finish"
    unless it ended early after the start with something left and nobody was looked for yet.
    """
    project = locked(Project, Engagement.objects.values_list("project_id", flat=True).get(pk=engagement_id))
    engagement = locked(Engagement, engagement_id, seen=seen)
    require(may_seek_successor(actor, engagement))
    left = left_of(engagement)
    if not may_be_finished(engagement) or not left.results:
        raise Conflict("nothing_to_finish")
    engagement.successor_sought_at, engagement.handover_note = clock.now(), note.strip()
    record(Engagements.SUCCESSOR_SOUGHT, engagement, actor, save=["successor_sought_at", "handover_note"])
    free_taken_seat(project, actor)
    if project.seats_taken or project.seats_held or project.held_at is not None:
        return engagement
    if project.state == ProjectState.OPEN:
        pause_project(project_id=project.pk, actor=actor, reason=PauseReason.HOST)
    save_rest(project_id=project.pk, change=lambda brief: brief_of_rest(brief, left), actor=actor)
    return engagement
