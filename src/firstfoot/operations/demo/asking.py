"""The demo's public questions, most of them answered on the next day, and its invitations to apply."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from firstfoot.market.applications.actions import invite_to_apply
from firstfoot.market.projects.actions import answer_question, ask_question
from firstfoot.market.projects.states import ProjectState
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.content.questions import INVITED, QUESTIONS, QuestionSeed
from firstfoot.operations.demo.posting import Board


def ask_all(calendar: Calendar, board: Board) -> None:
    for seed in QUESTIONS:
        posted = board.seed[seed.project].posted_on(calendar.today)
        day = posted + timedelta(days=seed.day) if seed.day >= 0 else calendar.today + timedelta(days=seed.day)
        calendar.on(day, partial(_ask, calendar, board, seed), hour=15)


def invite_all(calendar: Calendar, board: Board) -> None:
    """Yesterday some hosts invited somebody to an open project."""
    for project, person in INVITED:
        calendar.on(calendar.today - timedelta(days=1), partial(_invite, board, project, person), hour=14)


def _invite(board: Board, key: str, person: str) -> None:
    project = board.fresh(key)
    if project.state == ProjectState.OPEN:
        owner = board.cast.owner(board.seed[key].organization)
        invite_to_apply(project_id=project.pk, email=board.cast.person[person].email, actor=owner)


def _ask(calendar: Calendar, board: Board, seed: QuestionSeed) -> None:
    project = board.fresh(seed.project)
    if project.state != ProjectState.OPEN:
        return
    asked = ask_question(project_id=project.pk, body=seed.text, actor=board.cast.person[seed.asker])
    if seed.answer:
        owner = board.cast.owner(board.seed[seed.project].organization)
        answer = partial(answer_question, question_id=asked.pk, answer=seed.answer, actor=owner)
        calendar.soon(answer, hours=20)
