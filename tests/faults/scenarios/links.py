"""Links in mails that act, the address of a calendar, and what is done by mail."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.foundation.links import actions
from firstfoot.foundation.links.models import MailLink
from firstfoot.kernel import clock
from firstfoot.market.applications.events import Applications
from firstfoot.reactions.bymail.acting import act_by_mail
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.evaluations.events import Evaluations
from tests.factories import engagements as work
from tests.factories.links import ANSWERS, ASSESSES, send, sent
from tests.faults import stages
from tests.faults.scenarios import scenario


def _link(world: SimpleNamespace) -> MailLink:
    return sent(world.cast.hugo, "nudge", world.engagement)


def _act(world: SimpleNamespace, purpose: str, thing: Any, **said: Any) -> dict[str, Any]:
    return {"link_id": sent(world.cast.hugo, purpose, thing).pk, "said": said, "reader": None}


@scenario(actions.make_link, on=stages.active)
def make(world: SimpleNamespace) -> dict[str, Any]:
    return {"person": world.cast.hugo, "purpose": "nudge", "thing": world.engagement.thing}


@scenario(actions.spend_link, on=stages.active)
def spend(world: SimpleNamespace) -> dict[str, Any]:
    send("nudge", world.engagement, world.cast.hugo)
    return {"link_id": _link(world).pk}


@scenario(actions.revoke_links, on=stages.active)
def revoke(world: SimpleNamespace) -> dict[str, Any]:
    return {"person": _link(world).person}


@scenario(actions.end_expired_links, on=stages.active)
def expire(world: SimpleNamespace) -> dict[str, Any]:
    MailLink.objects.filter(pk=_link(world).pk).update(dies_at=clock.now() - timedelta(days=1))
    return {}


@scenario(actions.forget_links, on=stages.active)
def forget(world: SimpleNamespace) -> dict[str, Any]:
    actions.revoke_links(person=_link(world).person)
    return {"now": clock.now() + timedelta(days=100)}


@scenario(actions.erase_links, on=stages.active)
def erase(world: SimpleNamespace) -> dict[str, Any]:
    return {"person": _link(world).person}


@scenario(actions.make_calendar, on=stages.people)
def calendar(world: SimpleNamespace) -> dict[str, Any]:
    return {"person_id": world.cast.sam.pk, "actor": world.cast.sam}


@scenario(actions.end_calendar, on=stages.people)
def no_calendar(world: SimpleNamespace) -> dict[str, Any]:
    actions.make_calendar(**calendar(world))
    return calendar(world)


@scenario(act_by_mail, Engagements.CHECK_IN_ANSWERED_BY_ONE, on=stages.active)
def answer(world: SimpleNamespace) -> dict[str, Any]:
    return _act(world, "check_in", work.check_in(world.engagement), **ANSWERS)


@scenario(act_by_mail, Engagements.DELIVERABLE_RETURNED, on=stages.active)
def give_back(world: SimpleNamespace) -> dict[str, Any]:
    work.submit(world.engagement)
    result = work.deliverable(world.engagement)
    marks = work.marks_for(result, not_yet=[1])
    return _act(world, "return", result, submission_number=1, marks=marks, comment="Nearly there.")


@scenario(act_by_mail, Engagements.POSTED, on=stages.active)
def nudge(world: SimpleNamespace) -> dict[str, Any]:
    return _act(world, "nudge", world.engagement, body="How is it going?")


@scenario(act_by_mail, Evaluations.STARTED, Evaluations.SUBMITTED, on=stages.closing)
def feedback(world: SimpleNamespace) -> dict[str, Any]:
    said = {"marks": dict.fromkeys(work.asked_of("host"), 3), **ASSESSES, "would_again": True}
    return _act(world, "feedback", world.engagement, **said)


@scenario(act_by_mail, Applications.DECLINED, on=stages.submitted)
def decline(world: SimpleNamespace) -> dict[str, Any]:
    return _act(world, "decline", world.application, reason="skills_fit", note="Good letters.")
