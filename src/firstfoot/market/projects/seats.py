"""The seats of a locked project: an open offer holds one, an accepted one takes it. Called inside other actions."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.models import Project


def hold_seat(project: Project, actor: Person | None) -> None:
    """An offer is made. Raises Conflict("no_seat") when no seat is free."""
    if project.seats_free < 1:
        raise Conflict("no_seat")
    _change(Projects.SEAT_HELD, project, actor, held=+1)


def release_seat(project: Project, actor: Person | None) -> None:
    """An offer ended without a yes. Raises Conflict("no_held_seat")."""
    _require(project.seats_held, "no_held_seat")
    _change(Projects.SEAT_RELEASED, project, actor, held=-1)


def take_held_seat(project: Project, actor: Person | None) -> None:
    """An offer is accepted. Raises Conflict("no_held_seat")."""
    _require(project.seats_held, "no_held_seat")
    _change(Projects.SEAT_TAKEN, project, actor, held=-1, taken=+1)


def free_taken_seat(project: Project, actor: Person | None) -> None:
    """An engagement ended before it started. Raises Conflict("no_taken_seat")."""
    _require(project.seats_taken, "no_taken_seat")
    _change(Projects.SEAT_FREED, project, actor, taken=-1)


def _require(count: int, code: str) -> None:
    if count < 1:
        raise Conflict(code)


def _change(kind: Projects, project: Project, actor: Person | None, *, held: int = 0, taken: int = 0) -> None:
    project.seats_held += held
    project.seats_taken += taken
    project.updated_at = clock.now()
    saved = ["seats_held", "seats_taken", "updated_at"]
    record(kind, project, actor, save=saved, held=project.seats_held, taken=project.seats_taken)
