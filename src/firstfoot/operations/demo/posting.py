"""The demo's projects: written, posted, paused and closed on their days."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.projects.actions import (
    close_project,
    leave_remark,
    pause_project,
    release_project,
    share_for_proofreading,
    start_project,
    submit_project,
)
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.states import ProjectState
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.content import PROJECTS
from firstfoot.operations.demo.content.schema import ProjectSeed, Stands
from firstfoot.operations.demo.people import Cast

REMARKS = (
    ("result", "I would name who reads it first: you, or the accountant?"),
    ("inputs", "Receipts from before June are still in the blue folder. Count the day it takes to scan them."),
)


class Board:
    """The projects by the keys of their seeds."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.project: dict[str, Project] = {}
        self.seed: dict[str, ProjectSeed] = {seed.key: seed for seed in PROJECTS}

    def fresh(self, key: str) -> Project:
        self.project[key].refresh_from_db()
        return self.project[key]


def post_all(calendar: Calendar, cast: Cast) -> Board:
    board = Board(cast)
    for number, seed in enumerate(PROJECTS):
        posted = seed.posted_on(calendar.today)
        calendar.on(posted, partial(_post, board, seed, calendar), hour=9 + (number % 7) / 4)
        if seed.stands == Stands.PAUSED and seed.paused_reason == "host":
            calendar.on(posted + timedelta(days=4), partial(_pause, board, seed.key))
        if seed.stands == Stands.CLOSED and seed.closed_reason in {"host", "withdrawn"}:
            calendar.on(posted + timedelta(days=6), partial(_close, board, seed.key, seed.closed_reason))
    return board


def _post(board: Board, seed: ProjectSeed, calendar: Calendar) -> None:
    cast = board.cast
    owner = cast.owner(seed.organization)
    brief = seed.dated(calendar.today)
    brief = brief.with_(
        supervisor=cast.person[brief.supervisor].public_id if brief.supervisor else "",
        cover=cast.person[brief.cover].public_id if brief.cover else "",
    )
    project = start_project(organization_id=cast.organization[seed.organization].pk, actor=owner, brief=brief)
    if seed.stands != Stands.DRAFT:
        posted = submit_project(project_id=project.pk, actor=owner)
        if posted.held_at is not None and posted.organization.is_verified:
            release_project(project_id=project.pk, actor=cast.steward)  # one of the first posts of its host: looked at
    else:
        _proofread(project, owner)
    board.project[seed.key] = project


def _proofread(project: Project, owner: Person) -> None:
    """A colleague of the owner read the draft by link."""
    link = share_for_proofreading(project_id=project.pk, actor=owner)
    for step, text in REMARKS:
        leave_remark(link_id=link.pk, step=step, name="Maud Ellery", text=text)


def _pause(board: Board, key: str) -> None:
    project = board.fresh(key)
    if project.state == ProjectState.OPEN:
        pause_project(project_id=project.pk, actor=board.cast.owner(board.seed[key].organization))


def _close(board: Board, key: str, reason: str) -> None:
    project = board.fresh(key)
    if project.state in {ProjectState.OPEN, ProjectState.PAUSED}:
        close_project(project_id=project.pk, actor=board.cast.owner(board.seed[key].organization), reason=reason)
