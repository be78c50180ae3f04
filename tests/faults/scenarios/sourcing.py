"""The list of people who agreed to be found: turned, joined, drawn, invited from, counted."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from firstfoot.foundation.notifications.actions import Letter, store_mails
from firstfoot.market.applications.events import ProjectInvitations
from firstfoot.market.sourcing import actions
from firstfoot.market.sourcing.events import Sourcing
from firstfoot.reactions.sourcing import count_sourcing
from tests.factories.sourcing import alias_of, make_asking, make_listed, make_on, shown_to
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.turn_on, Sourcing.TURNED_ON, on=stages.people)
def turn_on(world: SimpleNamespace) -> dict[str, Any]:
    return {"actor": world.cast.stella}


@scenario(actions.turn_off, Sourcing.TURNED_OFF, on=stages.people)
def turn_off(world: SimpleNamespace) -> dict[str, Any]:
    _listed(world)
    return {"actor": world.cast.stella, "seen": 1}


@scenario(actions.join_list, Sourcing.LISTED, on=stages.people)
def join_list(world: SimpleNamespace) -> dict[str, Any]:
    _listed(world)
    actions.leave_list(actor=world.cast.sam)
    return {"actor": world.cast.sam}


@scenario(actions.leave_list, Sourcing.LEFT, on=stages.people)
def leave_list(world: SimpleNamespace) -> dict[str, Any]:
    _listed(world)
    return {"actor": world.cast.sam}


@scenario(actions.follow_skills, on=stages.people)
def follow_skills(world: SimpleNamespace) -> dict[str, Any]:
    _listed(world)
    return {"person_id": world.cast.sam.pk}


@scenario(actions.follow_words, on=stages.people)
def follow_words(world: SimpleNamespace) -> dict[str, Any]:
    _listed(world)
    return {"folded": ["sql"]}


@scenario(actions.erase_sourcing, Sourcing.LEFT, on=stages.people)
def erase_sourcing(world: SimpleNamespace) -> dict[str, Any]:
    _listed(world)
    return {"person": world.cast.sam}


@scenario(actions.draw_list, on=stages.people)
def draw_list(world: SimpleNamespace) -> dict[str, Any]:
    _listed(world)
    return {"project_id": make_asking(world.cast).pk, "actor": world.cast.hana}


@scenario(actions.invite_from_list, ProjectInvitations.SENT, on=stages.people)
def invite_from_list(world: SimpleNamespace) -> dict[str, Any]:
    _listed(world)
    project = make_asking(world.cast)
    shown_to(project, world.cast.hana)
    alias = alias_of(project, world.cast.sam).public_id
    return {"project_id": project.pk, "alias": alias, "actor": world.cast.hana}


@scenario(count_sourcing, on=stages.people)
def count_bands(world: SimpleNamespace) -> dict[str, Any]:
    make_asking(world.cast)
    return {"actor": world.cast.stella}


@scenario(store_mails, on=stages.people)
def mail_many(world: SimpleNamespace) -> dict[str, Any]:
    people = (world.cast.sam, world.cast.paz, world.cast.hana)
    to = [(person, f"mailed:{person.pk}") for person in people]
    return {"kind": "test", "letter": Letter("News", "Something is new.", "<p>Something is new.</p>"), "to": to}


def _listed(world: SimpleNamespace) -> None:
    make_on(world.cast)
    make_listed(world.cast.sam)
