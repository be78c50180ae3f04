"""Sign-ins, copies of one's data, and leaving for good: every part of the erasing, alone and as one reaction."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile

from firstfoot.foundation.accounts import leaving, sign_ins
from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.conversations.actions import erase_posts
from firstfoot.foundation.files import exports
from firstfoot.foundation.files.actions import discard_files
from firstfoot.foundation.notifications.actions import Told, tell, tell_all
from firstfoot.foundation.notifications.erasing import erase_messages
from firstfoot.kernel import clock
from firstfoot.market.applications.actions.erasing import erase_applications
from firstfoot.market.applications.events import Applications
from firstfoot.market.organizations.actions import invite_member
from firstfoot.market.organizations.actions.erasing import erase_traces
from firstfoot.market.organizations.actions.members import leave_empty
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.states import Role
from firstfoot.market.suggestions.actions import erase_suggestions, make_list, save_wish
from firstfoot.market.talent.actions import erase_profile
from firstfoot.proof.pathways.actions import erase_pathways, offer_pathway
from firstfoot.proof.pathways.follow_ups import erase_follow_ups, tell_later
from firstfoot.work.engagements.actions import erasing, post_in_engagement, sealing
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.evaluations.actions import erase_evaluations
from tests.factories import engagements as make
from tests.factories.applications import make_profile
from tests.factories.organizations import membership
from tests.faults import served, stages
from tests.faults.scenarios import scenario

LONG_AFTER = timedelta(days=366 * 12)


def _sam(world: SimpleNamespace) -> dict[str, Any]:
    return {"person": world.cast.sam}


def _signed_in(world: SimpleNamespace) -> list[Any]:
    """Sam is signed in twice."""
    return [
        sign_ins.note_sign_in(
            person=world.cast.sam, session_key=served.session_of(world.cast.sam), browser="Firefox", system="Linux"
        )
        for _ in range(2)
    ]


@scenario(sign_ins.note_sign_in, on=stages.people)
def note_sign_in(world: SimpleNamespace) -> dict[str, Any]:
    return {**_sam(world), "session_key": "k" * 32, "browser": "Firefox", "system": "Linux"}


@scenario(sign_ins.touch_sign_in, on=stages.people)
def touch(world: SimpleNamespace) -> dict[str, Any]:
    first, _second = _signed_in(world)
    return {"line": first.public_id, "session_key": "n" * 32}


@scenario(sign_ins.end_sign_in, Accounts.PERSON_SIGNED_OUT, on=stages.people)
def end_sign_in(world: SimpleNamespace) -> dict[str, Any]:
    first, _second = _signed_in(world)
    return {"line": first.public_id, "actor": world.cast.sam}


@scenario(sign_ins.end_other_sign_ins, Accounts.PERSON_SIGNED_OUT, on=stages.people)
def end_others(world: SimpleNamespace) -> dict[str, Any]:
    first, _second = _signed_in(world)
    return {"keep": first.public_id, "actor": world.cast.sam}


@scenario(sign_ins.change_password, Accounts.PASSWORD_CHANGED, on=stages.people)
def change_password(world: SimpleNamespace) -> dict[str, Any]:
    first, _second = _signed_in(world)
    return {**_sam(world), "password": "another-long-secret", "keep": first.public_id}


@scenario(sign_ins.forget_ended_sign_ins, on=stages.people)
def forget(world: SimpleNamespace) -> dict[str, Any]:
    _signed_in(world)
    return {"now": clock.now() + timedelta(days=60)}


@scenario(exports.ask_for_export, Accounts.EXPORT_ASKED, on=stages.completed)
def ask_for_copy(world: SimpleNamespace) -> dict[str, Any]:
    return {"actor": world.cast.sam}


def _copy(world: SimpleNamespace) -> dict[str, Any]:
    export = exports.ask_for_export(actor=world.cast.sam)
    content = ContentFile(b"PK\x03\x04", name="copy.zip")
    return {"export": export, "copy": exports.write_copy(person=world.cast.sam, content=content, name="copy.zip")}


@scenario(exports.keep_export, on=stages.people)
def keep_copy(world: SimpleNamespace) -> dict[str, Any]:
    return _copy(world)


@scenario(exports.end_exports, on=stages.people)
def end_copies(world: SimpleNamespace) -> dict[str, Any]:
    exports.keep_export(**_copy(world))
    return {"now": clock.now() + timedelta(days=60)}


@scenario(exports.erase_files, on=stages.people)
def erase_files(world: SimpleNamespace) -> dict[str, Any]:
    exports.keep_export(**_copy(world))
    return {**_sam(world), "keep": [make.upload(world.cast.sam)]}


@scenario(discard_files, on=stages.people)
def discard(world: SimpleNamespace) -> dict[str, Any]:
    return {"file_ids": [make.upload(world.cast.sam)], "actor": world.cast.sam}


@scenario(leaving.ask_to_leave, Accounts.LEAVING_ASKED, on=stages.completed)
def ask_to_leave(world: SimpleNamespace) -> dict[str, Any]:
    make_profile(world.cast.sam)
    post_in_engagement(engagement_id=world.engagement.pk, body="A word of mine", key="word", actor=world.cast.sam)
    return {"hindrances": [], "actor": world.cast.sam}


@scenario(leaving.stop_leaving, Accounts.LEAVING_STOPPED, on=stages.people)
def stop_leaving(world: SimpleNamespace) -> dict[str, Any]:
    leaving.ask_to_leave(hindrances=[], actor=world.cast.sam)
    return {"person_id": world.cast.sam.pk}


@scenario(leaving.erase_account, Accounts.PERSON_ERASED, on=stages.people)
def erase_account(world: SimpleNamespace) -> dict[str, Any]:
    leaving.ask_to_leave(hindrances=[], actor=world.cast.sam)
    return {"person_id": world.cast.sam.pk}


@scenario(erase_posts, on=stages.active)
def erase_words(world: SimpleNamespace) -> dict[str, Any]:
    post_in_engagement(engagement_id=world.engagement.pk, body="A word of mine", key="word", actor=world.cast.sam)
    return _sam(world)


@scenario(tell_all, on=stages.people)
def tell_many(world: SimpleNamespace) -> dict[str, Any]:
    people = (world.cast.sam, world.cast.paz, world.cast.hana)
    return {"kind": "test", "told": [Told(person, f"told:{person.pk}", "News", "", "/inbox/") for person in people]}


@scenario(erase_messages, on=stages.people)
def erase_told(world: SimpleNamespace) -> dict[str, Any]:
    tell(recipient=world.cast.sam, key="about:1", kind="test", title="For Sam")
    tell(recipient=world.cast.hana, key="about:2", kind="test", title="Sam Okoro wrote")
    tell(recipient=world.cast.hana, key="thing:1#1:x", kind="test", title="Somebody wrote")
    return {
        **_sam(world), "addresses": {"sam@example.org"}, "about": {"thing:1"}, "names": ["Sam Okoro"], "texts": [],
    }  # fmt: skip


@scenario(erase_applications, Applications.WITHDRAWN, on=stages.submitted)
def erase_applications_of_sam(world: SimpleNamespace) -> dict[str, Any]:
    return _sam(world)


@scenario(erase_traces, on=stages.people)
def erase_traces_of_sam(world: SimpleNamespace) -> dict[str, Any]:
    invite_member(
        organization_id=world.cast.acme.pk, email="sam@example.org", role=Role.SUPERVISOR, actor=world.cast.hana
    )
    return {**_sam(world), "addresses": {"sam@example.org"}}


@scenario(leave_empty, Organizations.MEMBER_LEFT, on=stages.people)
def leave(world: SimpleNamespace) -> dict[str, Any]:
    return {"membership_id": membership(world.cast.otto, world.cast.otherhost).pk, "actor": world.cast.otto}


@scenario(erase_profile, on=stages.people)
def erase_profile_of_sam(world: SimpleNamespace) -> dict[str, Any]:
    make_profile(world.cast.sam)
    return _sam(world)


@scenario(erase_suggestions, on=stages.people)
def erase_suggestions_of_sam(world: SimpleNamespace) -> dict[str, Any]:
    save_wish(actor=world.cast.sam, places="Ghent")
    make_list(actor=world.cast.sam)
    return _sam(world)


@scenario(erase_pathways, on=stages.closing)
def erase_pathways_of_sam(world: SimpleNamespace) -> dict[str, Any]:
    offer_pathway(engagement_id=world.engagement.pk, kind="interview", note="Come again", actor=world.cast.hugo)
    return _sam(world)


@scenario(erase_follow_ups, on=stages.completed)
def erase_what_came_of_it(world: SimpleNamespace) -> dict[str, Any]:
    tell_later(
        follow_up_id=make.make_follow_up(world.engagement).pk, with_host="again", doing="studies", actor=world.cast.sam
    )
    return _sam(world)


@scenario(erasing.erase_work, on=stages.completed)
def erase_work(world: SimpleNamespace) -> dict[str, Any]:
    return _sam(world)


@scenario(erasing.delete_old_results, on=stages.completed, after=LONG_AFTER)
def delete_old(world: SimpleNamespace) -> dict[str, Any]:
    erasing.erase_work(**_sam(world))
    leaving.erase_account(person_id=world.cast.sam.pk)
    return {"today": (clock.now() + LONG_AFTER).date()}


@scenario(erase_evaluations, on=stages.completed)
def erase_evaluations_of_sam(world: SimpleNamespace) -> dict[str, Any]:
    return _sam(world)


def _version(world: SimpleNamespace) -> Any:
    return world.engagement.agreement_versions.get()


@scenario(sealing.seal_agreement, Engagements.AGREEMENT_SEALED, on=stages.completed)
def seal(world: SimpleNamespace) -> dict[str, Any]:
    leaving.erase_account(person_id=world.cast.sam.pk)
    return {"agreement_id": _version(world).pk}


def _sealed(world: SimpleNamespace) -> Any:
    sealing.seal_agreement(**seal(world))
    return sealing.sealed_agreements().get()


@scenario(sealing.open_seal, Engagements.AGREEMENT_OPENED, on=stages.completed)
def open_seal(world: SimpleNamespace) -> dict[str, Any]:
    return {"sealed_id": _sealed(world).pk, "reason": "A court asks", "actor": world.cast.stella}


@scenario(sealing.delete_seals, Engagements.AGREEMENT_UNSEALED_FOR_GOOD, on=stages.completed, after=LONG_AFTER)
def delete_seals(world: SimpleNamespace) -> dict[str, Any]:
    return {"today": _sealed(world).delete_on}
