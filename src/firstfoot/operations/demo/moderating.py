"""What waits for the demo's steward: changes that are held, a report, and a case that is over."""

from __future__ import annotations

from datetime import timedelta

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.moderation.actions import decide_case, report_project
from firstfoot.market.organizations.actions import describe_organization
from firstfoot.market.organizations.queries import people_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import publish_changes, save_draft
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.states import ProjectState
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.content.schema import Kind
from firstfoot.operations.demo.posting import Board

MONEY = "We pay your train ticket. Send us your bank details with the first answer, so that it is quick."
UNTRUE = "The shop is not at the address in the brief; a barber has been there since spring."
MOVED_TO = "https://www.our-new-address.example"
SAID_OF_HOST = ("name", "city", "country", "size", "kind", "about", "how_work_feels", "time_zone", "currency")
FOUND = "I called the shop: they moved last week and changed the address the same day."


def look_at_some(calendar: Calendar, board: Board) -> None:
    """On the last days: a report that was looked at, one that waits, changes that are held, a host that moved."""
    calendar.on(calendar.today - timedelta(days=5), lambda: _reported_and_settled(board), hour=15)
    calendar.on(calendar.today - timedelta(days=1), lambda: _held(board), hour=15)
    calendar.on(calendar.today - timedelta(days=1), lambda: _reported(board), hour=16)
    calendar.on(calendar.today - timedelta(days=1), lambda: _moved(board), hour=17)


def _open(board: Board) -> list[Project]:
    keys = [key for key in board.seed if key in board.project]
    fresh = [board.fresh(key) for key in keys]
    return [project for project in fresh if project.state == ProjectState.OPEN and project.organization.is_verified]


def _reported_and_settled(board: Board) -> None:
    steward, people, found = board.cast.steward, _talent(board), _open(board)
    if found:
        report = report_project(project_id=found[0].pk, reason="not_true", words=UNTRUE, actor=people[0])
        decide_case(case_id=report.case_id, decision="unfounded", reason=FOUND, actor=steward)


def _held(board: Board) -> None:
    for project in _open(board)[-1:]:
        owner = next(board.cast.owner(s.organization) for k, s in board.seed.items() if board.project.get(k) == project)
        save_draft(project_id=project.pk, changes={"expenses": MONEY}, actor=owner)
        publish_changes(project_id=project.pk, actor=owner)


def _reported(board: Board) -> None:
    for project in _open(board)[1:2]:
        report_project(project_id=project.pk, reason="off_platform", words="", actor=_talent(board)[1])


def _moved(board: Board) -> None:
    """A verified host has a website at another domain since yesterday."""
    for host in [project.organization for project in _open(board)[2:3]]:
        said = {field: getattr(host, field) for field in SAID_OF_HOST}
        owner = people_with_role(host.pk, Role.OWNER)[0]
        describe_organization(organization_id=host.pk, seen=None, actor=owner, website=MOVED_TO, **said)


def _talent(board: Board) -> list[Person]:
    return [board.cast.person[key] for key, seed in board.cast.seed.items() if seed.kind == Kind.TALENT]
