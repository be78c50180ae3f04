"""From the offer that is accepted to the work that begins: agreement, onboarding, people."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.applications.events import Applications
from firstfoot.market.moderation.events import Moderation
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.projects.brief import content_hash
from firstfoot.market.projects.events import Projects
from firstfoot.work.engagements import actions
from firstfoot.work.engagements.events import Engagements as Work
from firstfoot.work.engagements.queries import terms_now
from tests.factories import engagements as make
from tests.factories.organizations import membership
from tests.faults import stages
from tests.faults.scenarios import scenario


def _by_sam(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "actor": world.cast.sam}


@scenario(
    actions.accept_offer, Applications.ACCEPTED, Projects.SEAT_TAKEN, Work.BEGUN, Work.AGREEMENT_PROPOSED,
    Work.DELIVERABLE_EXPECTED, Work.DELIVERABLE_EXPECTED, Applications.RESERVED, on=stages.offered,
)  # fmt: skip
def accept_offer(world: SimpleNamespace) -> dict[str, Any]:
    return {"application_id": world.application.pk, "actor": world.cast.sam}


def _signing(world: SimpleNamespace, person: Any) -> dict[str, Any]:
    agreement = make.proposed(world.engagement)
    return {
        "agreement_id": agreement.pk, "content_hash": agreement.content_hash, "typed_name": person.formal_name,
        "actor": person,
    }  # fmt: skip


@scenario(actions.sign_agreement, Work.AGREEMENT_SIGNED_BY_ONE, on=stages.agreeing)
def sign_first(world: SimpleNamespace) -> dict[str, Any]:
    return _signing(world, world.cast.hana)


@scenario(actions.sign_agreement, Work.SIGNED, Work.AGREEMENT_SIGNED, on=stages.agreeing)
def sign_last(world: SimpleNamespace) -> dict[str, Any]:
    make.sign(world.engagement, world.cast.hana)
    return _signing(world, world.cast.sam)


@scenario(actions.counter_agreement, Work.AGREEMENT_COUNTERED, Work.AGREEMENT_PROPOSED, on=stages.agreeing)
def counter(world: SimpleNamespace) -> dict[str, Any]:
    agreement = make.proposed(world.engagement)
    return {
        "agreement_id": agreement.pk, "seen": agreement.version, "changes": {"hours": 22},
        "note": "A bit more time.", "actor": world.cast.sam,
    }  # fmt: skip


def _ask(world: SimpleNamespace, **changes: Any) -> Any:
    return make.propose_change(world.engagement, world.cast.hana, **(changes or {"hours": 30}))


@scenario(actions.propose_amendment, Work.AGREEMENT_PROPOSED, on=stages.active)
def propose_amendment(world: SimpleNamespace) -> dict[str, Any]:
    return {
        "engagement_id": world.engagement.pk, "stands": content_hash(terms_now(world.engagement)),
        "changes": {"hours": 30}, "note": "More to do.", "actor": world.cast.hana,
    }  # fmt: skip


@scenario(
    actions.sign_agreement, Work.AGREEMENT_SUPERSEDED, Work.AGREEMENT_SIGNED, Work.DELIVERABLE_DUE_KEPT,
    Work.DELIVERABLE_EXPECTED, Work.DELIVERABLE_LEFT_OUT, Work.CHECK_IN_SCHEDULED, Work.AMENDED, on=stages.active,
)  # fmt: skip
def sign_amendment(world: SimpleNamespace) -> dict[str, Any]:
    work = world.engagement
    make.wish(work, world.cast.sam)
    added = {"title": "A film", "format": "MP4", "due_on": work.end_on, "criteria": [{"text": "Short", "required": 1}]}
    _ask(world, added=[added], left_out=[2], end_on=work.end_on + timedelta(days=5))
    make.sign(work, world.cast.hana)
    return _signing(world, world.cast.sam)


@scenario(actions.decline_amendment, Work.AGREEMENT_DECLINED, on=stages.active)
def decline_amendment(world: SimpleNamespace) -> dict[str, Any]:
    return {"agreement_id": _ask(world).pk, "note": "No time.", "actor": world.cast.sam}


@scenario(actions.withdraw_amendment, Work.AGREEMENT_WITHDRAWN, on=stages.active)
def withdraw_amendment(world: SimpleNamespace) -> dict[str, Any]:
    return {"agreement_id": _ask(world).pk, "actor": world.cast.hana}


@scenario(actions.lapse_amendment, Work.AGREEMENT_LAPSED, on=stages.active, after=timedelta(days=30))
def lapse_amendment(world: SimpleNamespace) -> dict[str, Any]:
    return {"agreement_id": _ask(world).pk}


@scenario(actions.propose_due, Work.DELIVERABLE_DUE_PROPOSED, on=stages.active)
def propose_due(world: SimpleNamespace) -> dict[str, Any]:
    thing = make.deliverable(world.engagement)
    day = thing.due_on + timedelta(days=1)
    return {"deliverable_id": thing.pk, "seen": thing.version, "due_on": day, "actor": world.cast.sam}


@scenario(actions.agree_due, Work.DELIVERABLE_DUE_MOVED, on=stages.active)
def agree_due(world: SimpleNamespace) -> dict[str, Any]:
    thing = make.wish(world.engagement, world.cast.sam)
    return {"deliverable_id": thing.pk, "due_on": thing.new_due_on, "actor": world.cast.hugo}


@scenario(actions.keep_due, Work.DELIVERABLE_DUE_KEPT, on=stages.active)
def keep_due(world: SimpleNamespace) -> dict[str, Any]:
    thing = make.wish(world.engagement, world.cast.sam)
    return {"deliverable_id": thing.pk, "due_on": thing.new_due_on, "actor": world.cast.hugo}


@scenario(actions.extend_signing, Work.AGREEMENT_EXTENDED, on=stages.agreeing)
def extend_signing(world: SimpleNamespace) -> dict[str, Any]:
    return {"agreement_id": make.proposed(world.engagement).pk, "actor": world.cast.hana}


@scenario(actions.tick_step, Work.ONBOARDING_STEP_DONE, on=stages.onboarding)
def tick(world: SimpleNamespace) -> dict[str, Any]:
    first, last = world.engagement.onboarding_steps.order_by("number")
    actions.tick_step(step_id=first.pk, done=True, actor=world.cast.hugo)
    return {"step_id": last.pk, "done": True, "actor": world.cast.sam}


@scenario(actions.tick_step, Work.ONBOARDING_STEP_UNDONE, on=stages.onboarding)
def untick(world: SimpleNamespace) -> dict[str, Any]:
    ticked = tick(world)
    actions.tick_step(**ticked)
    return {**ticked, "done": False}


def _step(world: SimpleNamespace, **changes: Any) -> dict[str, Any]:
    day = world.engagement.start_on
    return {"text": "Try the test shop", "due_on": day, "required": True, "actor": world.cast.hugo, **changes}


@scenario(actions.add_step, Work.ONBOARDING_STEP_ADDED, on=stages.onboarding)
def add_step(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "side": "intern", **_step(world)}


def _with_file(world: SimpleNamespace) -> dict[str, Any]:
    step = actions.add_step(**{**add_step(world), "file_id": make.upload(world.cast.hugo)})
    return {"step_id": step.pk, "seen": step.digest}


@scenario(actions.change_step, Work.ONBOARDING_STEP_CHANGED, on=stages.onboarding)
def change_step(world: SimpleNamespace) -> dict[str, Any]:
    return {**_with_file(world), **_step(world, text="Try it twice", keeps_file=False)}


@scenario(actions.remove_step, Work.ONBOARDING_STEP_REMOVED, on=stages.onboarding)
def remove_step(world: SimpleNamespace) -> dict[str, Any]:
    return {**_with_file(world), "actor": world.cast.hugo}


@scenario(actions.take_steps, Work.ONBOARDING_PLAN_TAKEN, on=stages.onboarding)
def take_steps(world: SimpleNamespace) -> dict[str, Any]:
    number = actions.add_step(**add_step(world)).number
    another = make.make_signed(world.cast, person=world.cast.paz)
    return {"engagement_id": another.pk, "numbers": [number], "actor": world.cast.hugo}


@scenario(actions.offer_kickoff, Work.KICKOFF_OFFERED, on=stages.onboarding)
def offer_kickoff(world: SimpleNamespace) -> dict[str, Any]:
    return {
        "engagement_id": world.engagement.pk, "starts": [clock.now() + timedelta(days=30)], "minutes": 45,
        "how": "By video", "actor": world.cast.hugo,
    }  # fmt: skip


@scenario(actions.offer_kickoff, Work.KICKOFF_OFFERED, on=stages.onboarding)
def offer_kickoff_again(world: SimpleNamespace) -> dict[str, Any]:
    actions.choose_kickoff(**choose_kickoff(world))
    return {**offer_kickoff(world), "actor": world.cast.sam}


@scenario(actions.choose_kickoff, Work.KICKOFF_CHOSEN, on=stages.onboarding)
def choose_kickoff(world: SimpleNamespace) -> dict[str, Any]:
    talk = actions.offer_kickoff(**offer_kickoff(world))
    return {"kickoff_id": talk.pk, "start": talk.slots[0], "actor": world.cast.sam}


@scenario(actions.word_agenda, Work.KICKOFF_AGENDA_WORDED, on=stages.onboarding)
def word_agenda(world: SimpleNamespace) -> dict[str, Any]:
    talk = actions.offer_kickoff(**offer_kickoff(world))
    return {"kickoff_id": talk.pk, "agenda": "Who we are", "actor": world.cast.hana}


@scenario(actions.list_access, Work.ACCESS_LISTED, on=stages.onboarding)
def list_access(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "name": "Test shop", "kind": "account", "actor": world.cast.hugo}


@scenario(actions.unlist_access, Work.ACCESS_UNLISTED, on=stages.onboarding)
def unlist_access(world: SimpleNamespace) -> dict[str, Any]:
    return {"item_id": actions.list_access(**list_access(world)).pk, "actor": world.cast.hugo}


@scenario(actions.mark_access, Work.ACCESS_MARKED, on=stages.onboarding)
def mark_access(world: SimpleNamespace) -> dict[str, Any]:
    return {**unlist_access(world), "mark": "given", "done": True}


@scenario(actions.mark_access, Work.ACCESS_UNMARKED, on=stages.onboarding)
def unmark_access(world: SimpleNamespace) -> dict[str, Any]:
    marked = mark_access(world)
    actions.mark_access(**marked)
    return {**marked, "done": False}


@scenario(actions.put_card_away, on=stages.onboarding)
def put_card_away(world: SimpleNamespace) -> dict[str, Any]:
    return {"code": "day_one", "actor": world.cast.hugo}


@scenario(actions.set_away, Work.SUPERVISOR_AWAY, on=stages.onboarding)
def set_away(world: SimpleNamespace) -> dict[str, Any]:
    today = clock.today()
    return {
        "engagement_id": world.engagement.pk, "first_on": today, "last_on": today + timedelta(days=3),
        "cover_id": world.cast.cora.pk, "note": "Nothing is late.", "actor": world.cast.hugo,
    }  # fmt: skip


@scenario(actions.end_away, Work.SUPERVISOR_BACK, on=stages.onboarding)
def end_away(world: SimpleNamespace) -> dict[str, Any]:
    actions.set_away(**set_away(world))
    return {"engagement_id": world.engagement.pk, "actor": world.cast.hugo}


@scenario(actions.set_learning_goal, Work.LEARNING_GOAL_SET, on=stages.onboarding)
def goal(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_sam(world), "goal": "Pivot tables"}


@scenario(actions.propose_start, Work.START_PROPOSED, on=stages.onboarding)
def propose_start(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_sam(world), "new_start_on": world.engagement.start_on + timedelta(days=7)}


@scenario(
    actions.agree_start,
    Work.DELIVERABLE_EXPECTED,
    Work.DELIVERABLE_EXPECTED,
    Work.START_MOVED,
    on=stages.onboarding,
)
def agree_start(world: SimpleNamespace) -> dict[str, Any]:
    actions.propose_start(**propose_start(world))
    return {"engagement_id": world.engagement.pk, "actor": world.cast.hugo}


@scenario(
    actions.start_engagement,
    Work.CHECK_IN_SCHEDULED,
    Work.CHECK_IN_SCHEDULED,
    Work.STARTED,
    on=stages.onboarding,
)
def start(world: SimpleNamespace) -> dict[str, Any]:
    make.tick_all(world.engagement)
    return _by_sam(world)


@scenario(actions.change_supervisor, Work.SUPERVISOR_CHANGED, on=stages.active)
def change_supervisor(world: SimpleNamespace) -> dict[str, Any]:
    cast = world.cast
    return {
        "engagement_id": world.engagement.pk, "supervisor_id": cast.cora.pk, "cover_id": cast.hugo.pk,
        "actor": cast.hana,
    }  # fmt: skip


@scenario(actions.part_with_member, Work.SUPERVISOR_CHANGED, Organizations.MEMBER_LEFT, on=stages.active)
def part(world: SimpleNamespace) -> dict[str, Any]:
    return {"membership_id": membership(world.cast.cora, world.cast.acme).pk, "actor": world.cast.hana}


@scenario(actions.post_in_engagement, Work.POSTED, on=stages.active)
def post(world: SimpleNamespace) -> dict[str, Any]:
    sent = [make.upload(world.cast.sam)]
    return {**_by_sam(world), "body": "Hello", "key": "hello", "files": sent, "mentions": [world.cast.hugo.pk]}


@scenario(actions.edit_in_engagement, Work.POST_EDITED, on=stages.active)
def edit(world: SimpleNamespace) -> dict[str, Any]:
    said = actions.post_in_engagement(**_by_sam(world), body="Hello", key="hello")
    return {**_by_sam(world), "post_id": said.pk, "body": "Good day", "seen": 0}


@scenario(actions.write_handover, Work.HANDOVER_WRITTEN, on=stages.active)
def hand_over(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_sam(world), "use": "Open it", "sources": "", "open_ends": "", "seen": 0}


@scenario(actions.ask_for_handover, Work.HANDOVER_ASKED, on=stages.active)
def ask_how_to_go_on(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_sam(world), "actor": world.cast.hana}


def _report(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "reason": "threat", "words": "", "actor": world.cast.sam}


@scenario(actions.report_in_conversation, Moderation.OPENED, Moderation.REPORTED, on=stages.active)
def report_message(world: SimpleNamespace) -> dict[str, Any]:
    engagement, hugo = world.engagement, world.cast.hugo
    said = actions.post_in_engagement(engagement_id=engagement.pk, body="Or else", key="else", actor=hugo)
    return {**_report(world), "post_id": said.pk}


@scenario(actions.report_around_work, Moderation.OPENED, Moderation.REPORTED, on=stages.active)
def report_person(world: SimpleNamespace) -> dict[str, Any]:
    return {**_report(world), "person_id": world.cast.hugo.pk}


@scenario(actions.seek_successor, Work.SUCCESSOR_SOUGHT, Projects.SEAT_FREED, Projects.PAUSED, on=stages.active)
def seek_successor(world: SimpleNamespace) -> dict[str, Any]:
    make.end(world.engagement)
    return {"engagement_id": world.engagement.pk, "note": "Begin with the list.", "actor": world.cast.hana}


def _unheard(world: SimpleNamespace) -> int:
    """A result that no one of the host says anything about for three weeks."""
    work = world.engagement
    with clock.at(clock.now() - timedelta(days=21)):
        make.submit(work)
    return work.pk


@scenario(actions.note_silence, Work.SILENCE_NOTED, on=stages.active, after=timedelta(days=25))
def note_silence(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": _unheard(world)}


@scenario(actions.note_silence, Work.SILENCE_OVER, on=stages.active, after=timedelta(days=27))
def note_an_answer(world: SimpleNamespace) -> dict[str, Any]:
    with clock.at(clock.now() + timedelta(days=25)):
        noted = _unheard(world)
        actions.note_silence(engagement_id=noted)
    with clock.at(clock.now() + timedelta(days=26)):
        actions.post_in_engagement(engagement_id=noted, body="Here I am.", key="here", actor=world.cast.hugo)
    return {"engagement_id": noted}


@scenario(
    actions.end_for_silence, Work.ENDED_EARLY, Work.PART_PAY_PROPOSED, *[Work.CHECK_IN_SKIPPED] * 2, on=stages.active,
    after=timedelta(days=35),
)  # fmt: skip
def end_for_silence(world: SimpleNamespace) -> dict[str, Any]:
    with clock.at(clock.now() + timedelta(days=25)):
        actions.note_silence(engagement_id=_unheard(world))
    return {**_by_sam(world), "handed_over": "My notes", "part_pay_minor": 100}


@scenario(actions.end_early, Projects.SEAT_FREED, Work.ENDED_EARLY, Work.AGREEMENT_VOIDED, on=stages.agreeing)
def end_before_start(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_sam(world), "reason": "plans_changed", "note": "", "handed_over": "", "part_pay_minor": None}


@scenario(
    actions.end_early,
    Work.ENDED_EARLY,
    Work.PART_PAY_PROPOSED,
    Work.CHECK_IN_SKIPPED,
    Work.CHECK_IN_SKIPPED,
    on=stages.active,
)
def end_early(world: SimpleNamespace) -> dict[str, Any]:
    return {
        **_by_sam(world), "reason": "no_time", "note": "Exams.", "handed_over": "My notes", "part_pay_minor": 100,
    }  # fmt: skip
