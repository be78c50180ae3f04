"""Invitations to apply, and talks with those on the short list."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.applications import actions
from firstfoot.market.applications.events import Interviews, ProjectInvitations
from firstfoot.market.applications.models import Interview, ProjectInvitation
from firstfoot.market.projects.queries import current_brief
from tests.factories import applications as apply
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.invite_to_apply, ProjectInvitations.SENT, on=stages.opened)
def invite(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk, "email": world.cast.sam.email, "actor": world.cast.hana}


@scenario(actions.take_up_invitations, ProjectInvitations.TAKEN_UP, on=stages.opened)
def take_up(world: SimpleNamespace) -> dict[str, Any]:
    actions.invite_to_apply(**invite(world))
    answers = ["By their prices." for _question in current_brief(world.project).questions]
    return {"application_id": apply.make_submitted(world.cast.sam, world.project, answers=answers).pk}


@scenario(actions.refuse_project_invitation, ProjectInvitations.REFUSED, on=stages.opened)
def refuse_invitation(world: SimpleNamespace) -> dict[str, Any]:
    return {"token": _invited(world).token, "wants_no_more": True}


@scenario(actions.end_project_invitations, ProjectInvitations.ENDED, on=stages.opened)
def end_invitations(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": _invited(world).project_id}


@scenario(actions.erase_project_invitations, on=stages.opened)
def forget_invited(world: SimpleNamespace) -> dict[str, Any]:
    return {"person": world.cast.sam, "addresses": [_invited(world).email]}


@scenario(actions.offer_interview, Interviews.OFFERED, on=stages.shortlisted)
def offer_talk(world: SimpleNamespace) -> dict[str, Any]:
    starts = [clock.now() + timedelta(days=days) for days in (2, 3)]
    return {
        "application_id": world.application.pk, "starts": starts, "minutes": 30, "how": "By phone",
        "actor": world.cast.hugo,
    }  # fmt: skip


@scenario(actions.choose_interview, Interviews.CHOSEN, on=stages.shortlisted)
def choose_talk(world: SimpleNamespace) -> dict[str, Any]:
    talk = _talk(world)
    return {"interview_id": talk.pk, "start": talk.slots[0], "actor": world.cast.sam}


@scenario(actions.pass_interview, Interviews.NONE_FIT, on=stages.shortlisted)
def pass_talk(world: SimpleNamespace) -> dict[str, Any]:
    return {"interview_id": _talk(world).pk, "note": "Exams until Friday.", "actor": world.cast.sam}


@scenario(actions.end_interviews, Interviews.ENDED, on=stages.shortlisted)
def end_talk(world: SimpleNamespace) -> dict[str, Any]:
    talk = _talk(world)
    actions.decline(application_id=talk.application_id, reason="others_closer", note="", actor=world.cast.hana)
    return {"application_id": talk.application_id}


def _invited(world: SimpleNamespace) -> ProjectInvitation:
    return actions.invite_to_apply(**invite(world))


def _talk(world: SimpleNamespace) -> Interview:
    return actions.offer_interview(**offer_talk(world))
