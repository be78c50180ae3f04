"""People who worked together: asking to stay in touch, answering, keeping, parting."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.applications.actions import wishing
from firstfoot.market.applications.events import ProjectInvitations
from firstfoot.proof.network import actions
from firstfoot.proof.network.events import Network
from firstfoot.proof.network.models import Kept
from tests.factories.ties import ask as put_question
from tests.factories.ties import make_tie
from tests.faults import stages
from tests.faults.scenarios import scenario

A_MONTH = timedelta(days=31)


@scenario(actions.ask_to_stay, Network.ASKED, Network.KEPT, on=stages.closing)
def ask_hugo(world: SimpleNamespace) -> dict[str, Any]:
    return {"person_id": world.cast.hugo.pk, "shows": "sam@home.example", "actor": world.cast.sam}


@scenario(actions.ask_to_stay, Network.KEPT, Network.AGREED, on=stages.closing)
def ask_back(world: SimpleNamespace) -> dict[str, Any]:
    put_question(world.cast.hugo, world.cast.sam)
    return ask_hugo(world)


@scenario(actions.ask_to_stay, Network.KEPT_CHANGED, Network.ASKED, on=stages.closing)
def ask_again(world: SimpleNamespace) -> dict[str, Any]:
    actions.part_tie(tie_id=make_tie(world.cast).pk, actor=world.cast.sam)
    return ask_hugo(world)


def _asked(world: SimpleNamespace) -> dict[str, Any]:
    return {"tie_id": put_question(world.cast.sam, world.cast.hugo).pk}


@scenario(actions.answer_tie, Network.KEPT, Network.AGREED, on=stages.closing)
def agree(world: SimpleNamespace) -> dict[str, Any]:
    return {**_asked(world), "accept": True, "shows": "hugo@bakery.example", "actor": world.cast.hugo}


@scenario(actions.answer_tie, Network.DECLINED, on=stages.closing)
def decline_tie(world: SimpleNamespace) -> dict[str, Any]:
    return {**_asked(world), "accept": False, "actor": world.cast.hugo}


@scenario(actions.take_back_tie, Network.TAKEN_BACK, on=stages.closing)
def take_back_question(world: SimpleNamespace) -> dict[str, Any]:
    return {**_asked(world), "actor": world.cast.sam}


@scenario(actions.lapse_tie, Network.LAPSED, on=stages.closing, after=A_MONTH)
def lapse_question(world: SimpleNamespace) -> dict[str, Any]:
    return _asked(world)


@scenario(actions.part_tie, Network.KEPT_CHANGED, Network.KEPT_CHANGED, Network.PARTED, on=stages.closing)
def part(world: SimpleNamespace) -> dict[str, Any]:
    return {"tie_id": make_tie(world.cast).pk, "actor": world.cast.hugo}


@scenario(actions.keep, Network.KEPT_CHANGED, on=stages.closing)
def keep(world: SimpleNamespace) -> dict[str, Any]:
    kept = Kept.objects.get(tie=make_tie(world.cast), person=world.cast.sam)
    return {
        "kept_id": kept.pk, "shows": kept.shows, "note": "Bakes.", "remind_on": clock.today(), "remind_about": "Write",
        "actor": world.cast.sam,
    }  # fmt: skip


def _reminding(world: SimpleNamespace) -> dict[str, Any]:
    return {"kept_id": actions.keep(**keep(world)).pk, "actor": world.cast.sam}


@scenario(actions.put_off_reminder, Network.KEPT_CHANGED, on=stages.closing)
def put_off(world: SimpleNamespace) -> dict[str, Any]:
    return _reminding(world)


@scenario(actions.end_reminder, Network.KEPT_CHANGED, on=stages.closing)
def end_reminder(world: SimpleNamespace) -> dict[str, Any]:
    return _reminding(world)


@scenario(
    actions.erase_ties, Network.KEPT_CHANGED, Network.KEPT_CHANGED, Network.PARTED, Network.KEPT_CHANGED,
    Network.LAPSED, on=stages.closing,
)  # fmt: skip
def erase_ties(world: SimpleNamespace) -> dict[str, Any]:
    make_tie(world.cast)
    put_question(world.cast.sam, world.cast.hana)
    return {"person": world.cast.sam}


@scenario(actions.list_as_alumnus, Network.LISTED, on=stages.completed)
def list_sam(world: SimpleNamespace) -> dict[str, Any]:
    return {"organization_id": world.cast.acme.pk, "actor": world.cast.sam}


@scenario(actions.unlist_alumnus, Network.UNLISTED, on=stages.completed)
def unlist_sam(world: SimpleNamespace) -> dict[str, Any]:
    actions.list_as_alumnus(**list_sam(world))
    return list_sam(world)


@scenario(actions.erase_alumni, Network.UNLISTED, on=stages.completed)
def erase_alumni(world: SimpleNamespace) -> dict[str, Any]:
    return {"person": actions.list_as_alumnus(**list_sam(world)).person}


@scenario(actions.note_on_bench, Network.BENCH_NOTED, on=stages.completed)
def note_on_bench(world: SimpleNamespace) -> dict[str, Any]:
    cast = world.cast
    return {
        "organization_id": cast.acme.pk, "person_id": cast.sam.pk, "note": "Calm.", "seen": 0, "actor": cast.hana,
    }  # fmt: skip


@scenario(actions.forget_bench_notes, Network.BENCH_NOTED, on=stages.completed)
def forget_bench_notes(world: SimpleNamespace) -> dict[str, Any]:
    actions.note_on_bench(**note_on_bench(world))
    return {"person": world.cast.sam}


@scenario(wishing.want_no_invitations, ProjectInvitations.UNWANTED, on=stages.completed)
def want_no_invitations(world: SimpleNamespace) -> dict[str, Any]:
    return {"organization_id": world.cast.acme.pk, "actor": world.cast.sam}


@scenario(wishing.want_invitations_again, ProjectInvitations.WANTED_AGAIN, on=stages.completed)
def want_invitations_again(world: SimpleNamespace) -> dict[str, Any]:
    wishing.want_no_invitations(**want_no_invitations(world))
    return want_no_invitations(world)


@scenario(wishing.erase_wishes_about_invitations, on=stages.completed)
def erase_wishes(world: SimpleNamespace) -> dict[str, Any]:
    wishing.want_no_invitations(**want_no_invitations(world))
    return {"person": world.cast.sam}
