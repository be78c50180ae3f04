"""Accounts, conversations, notices, profiles, and a steward's second try of a reaction."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.foundation.accounts import actions as accounts
from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.conversations import actions as conversations
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications import actions as notifications
from firstfoot.foundation.notifications.models import Mail, MailState
from firstfoot.kernel import clock
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.suggestions.actions import count_skill_uses, make_list, price_exposure, save_wish
from firstfoot.market.suggestions.events import Suggestions
from firstfoot.market.talent.actions import save_profile, show_skills
from firstfoot.market.talent.events import Talent
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.reactions.runs import run_again
from firstfoot.reactions.table import REACTIONS, name_of
from tests.factories.applications import make_profile
from tests.faults import stages
from tests.faults.scenarios import scenario

MAIL = {"kind": "test", "address": "sam@example.org", "subject": "Hello", "text": "Hello Sam", "html": "<p>Hello</p>"}


@scenario(accounts.join_person, Accounts.PERSON_JOINED, on=stages.people)
def join(world: SimpleNamespace) -> dict[str, Any]:
    return {
        "email": "nora@example.org", "password": "a-long-enough-secret", "chosen_name": "Nora New",
        "time_zone": "UTC", "adult": True, "terms_version": "2026-11",
    }  # fmt: skip


@scenario(accounts.give_consent, Accounts.PERSON_CONSENTED, on=stages.people)
def consent(world: SimpleNamespace) -> dict[str, Any]:
    sam = world.cast.sam
    return {"person_id": sam.pk, "document": "terms", "document_version": "2027-01", "actor": sam}


@scenario(accounts.change_person, Accounts.PERSON_CHANGED, on=stages.people)
def change(world: SimpleNamespace) -> dict[str, Any]:
    sam = world.cast.sam
    return {
        "person_id": sam.pk, "seen": sam.version, "actor": sam, "chosen_name": "Samuel", "legal_name": "Samuel Okoro",
        "time_zone": "UTC", "phone": "", "daily_mail": False,
    }  # fmt: skip


@scenario(accounts.add_away, Accounts.PERSON_AWAY, on=stages.people)
def away(world: SimpleNamespace) -> dict[str, Any]:
    today = clock.today()
    return {
        "person_id": world.cast.sam.pk, "first_on": today, "last_on": today + timedelta(days=3),
        "actor": world.cast.sam,
    }  # fmt: skip


@scenario(accounts.remove_away, Accounts.PERSON_BACK, on=stages.people)
def back(world: SimpleNamespace) -> dict[str, Any]:
    return {"away_id": accounts.add_away(**away(world)).pk, "actor": world.cast.sam}


@scenario(accounts.make_steward, Accounts.PERSON_MADE_STEWARD, on=stages.people)
def steward(world: SimpleNamespace) -> dict[str, Any]:
    return {"person_id": world.cast.paz.pk, "actor": world.cast.stella}


@scenario(accounts.suspend_person, Accounts.PERSON_SUSPENDED, on=stages.people)
def suspend(world: SimpleNamespace) -> dict[str, Any]:
    return {"person_id": world.cast.paz.pk, "actor": world.cast.stella, "reason_code": "spam"}


@scenario(accounts.restore_person, Accounts.PERSON_RESTORED, on=stages.people)
def restore(world: SimpleNamespace) -> dict[str, Any]:
    accounts.suspend_person(**suspend(world))
    return suspend(world)


@scenario(save_profile, Talent.PROFILE_STARTED, on=stages.people)
def start_profile(world: SimpleNamespace) -> dict[str, Any]:
    return {"actor": world.cast.sam, "headline": "I count things", "about": "", "skills": ["Research"]}


@scenario(save_profile, Talent.PROFILE_CHANGED, on=stages.people)
def change_profile(world: SimpleNamespace) -> dict[str, Any]:
    profile = make_profile(world.cast.sam)
    return {"actor": world.cast.sam, "seen": profile.version, "headline": "I count other things"}


@scenario(show_skills, Talent.PROFILE_STARTED, Talent.SKILLS_SHOWN, on=stages.people)
def shown_skills(world: SimpleNamespace) -> dict[str, Any]:
    return {"person_id": world.cast.sam.pk, "words": ["SQL", "Research"], "engagement": "bcdfghjkmnpq"}


@scenario(save_wish, Suggestions.WISH_STATED, on=stages.people)
def wish(world: SimpleNamespace) -> dict[str, Any]:
    return {"actor": world.cast.sam, "categories": ["data"]}


@scenario(save_wish, Suggestions.WISH_CHANGED, on=stages.people)
def change_wish(world: SimpleNamespace) -> dict[str, Any]:
    save_wish(**wish(world))
    return {"actor": world.cast.sam, "places": "Ghent"}


@scenario(make_list, on=stages.people)
def own_list(world: SimpleNamespace) -> dict[str, Any]:
    return {"actor": world.cast.sam}


@scenario(price_exposure, on=stages.opened)
def price(world: SimpleNamespace) -> dict[str, Any]:
    make_list(actor=world.cast.sam)
    return {}


@scenario(count_skill_uses, on=stages.opened)
def skill_uses(world: SimpleNamespace) -> dict[str, Any]:
    return {}


@scenario(conversations.write_post, on=stages.people)
def post(world: SimpleNamespace) -> dict[str, Any]:
    thread = conversations.open_thread()
    return {"thread_id": thread.pk, "body": "Good morning", "key": "morning", "actor": world.cast.sam}


@scenario(conversations.edit_post, on=stages.people)
def edit(world: SimpleNamespace) -> dict[str, Any]:
    said = conversations.write_post(**post(world))
    return {"post_id": said.pk, "body": "Good evening", "seen": 0, "actor": world.cast.sam}


@scenario(conversations.mark_read, on=stages.people)
def read(world: SimpleNamespace) -> dict[str, Any]:
    said = post(world)
    conversations.write_post(**said)
    return {"thread_id": said["thread_id"], "actor": world.cast.paz}


@scenario(conversations.close_thread, on=stages.people)
def close(world: SimpleNamespace) -> dict[str, Any]:
    return {"thread_id": conversations.open_thread().pk}


@scenario(notifications.tell, on=stages.people)
def tell(world: SimpleNamespace) -> dict[str, Any]:
    return {"recipient": world.cast.sam, "key": "told", "kind": "test", "title": "Something is new"}


@scenario(notifications.store_mail, on=stages.people)
def mail(world: SimpleNamespace) -> dict[str, Any]:
    return {"key": "mailed", "recipient": world.cast.sam, **MAIL}


@scenario(notifications.mark_notice_read, on=stages.people)
def read_notice(world: SimpleNamespace) -> dict[str, Any]:
    notice = notifications.tell(**tell(world))
    return {"notice_id": notice.pk if notice else 0, "actor": world.cast.sam}


@scenario(notifications.mark_all_read, on=stages.people)
def read_all(world: SimpleNamespace) -> dict[str, Any]:
    notifications.tell(**tell(world))
    return {"actor": world.cast.sam}


@scenario(notifications.send_mail_again, on=stages.people)
def mail_again(world: SimpleNamespace) -> dict[str, Any]:
    stored = notifications.store_mail(**mail(world))
    Mail.objects.update(state=MailState.FAILED)
    return {"mail_id": stored.pk if stored else 0}


@scenario(run_again, on=stages.people)
def reaction_again(world: SimpleNamespace) -> dict[str, Any]:
    fact = Fact.objects.filter(kind=Organizations.FOUNDED)[0]
    reaction = name_of(REACTIONS[fact.kind][0])
    run = ReactionRun.objects.create(fact=fact, reaction=reaction, state=RunState.DEAD, next_try_at=clock.now())
    return {"run_id": run.pk, "actor": world.cast.stella}
