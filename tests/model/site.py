"""The site, by the same words as the reference: each move calls the real action, `picture` reads the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db.models import F

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import restore_organization, suspend_organization
from firstfoot.market.projects.brief import content_hash
from firstfoot.reactions.clocks import ring_due
from firstfoot.work.engagements import actions as do
from firstfoot.work.engagements.models import AgreementVersion, CheckIn, CourseCorrection, Deliverable, Engagement
from firstfoot.work.engagements.queries import terms_now
from firstfoot.work.evaluations.actions import asked_of, reply_to_evaluation, reveal_evaluations, save_evaluation
from firstfoot.work.evaluations.models import Evaluation
from tests.cast import Cast
from tests.factories.organizations import membership
from tests.model.site_settling import Settling, seen

GOOD = {"text": "It is there", "required": True}
COLUMNS = {
    "pay": "pay_minor", "hours": "hours", "start": "start_on", "end": "end_on", "every": "check_in_every_days",
}  # fmt: skip
ROW = (
    *COLUMNS.values(), "state", "new_start_on", "new_start_by", "started_at", "evaluate_by_at",
    "ended_side", "part_pay_minor", "paid_on", "received_on", "supervisor_id", "cover_id",
    "held_at",
)  # fmt: skip


class Site(Settling):
    """One real engagement, moved by names and numbers."""

    def __init__(self, cast: Cast, engagement: Engagement) -> None:
        self.cast, self.pk = cast, engagement.pk

    def person(self, who: str) -> Person:
        return getattr(self.cast, who, None) or getattr(self.cast.more, who)

    @property
    def engagement(self) -> Engagement:
        return Engagement.objects.get(pk=self.pk)

    def part[T: Chained](self, model: type[T], number: int) -> T:
        return model._default_manager.get(engagement=self.pk, number=number)

    # the agreement

    def sign(self, who: str, number: int, same_text: bool, name: str) -> None:
        version = self.part(AgreementVersion, number)
        text = version.content_hash if same_text else "0" * 64
        do.sign_agreement(agreement_id=version.pk, content_hash=text, typed_name=name, actor=self.person(who))

    def counter(self, who: str, number: int, fresh: bool, changes: dict[str, Any]) -> None:
        version = self.part(AgreementVersion, number)
        do.counter_agreement(
            agreement_id=version.pk, seen=seen(version, fresh=fresh), changes=self.wanted(changes), note="",
            actor=self.person(who),
        )  # fmt: skip

    def extend(self, who: str, number: int) -> None:
        do.extend_signing(agreement_id=self.part(AgreementVersion, number).pk, actor=self.person(who))

    # changes of what is signed

    def newest(self) -> AgreementVersion:
        return AgreementVersion.objects.filter(engagement=self.pk).latest("number")

    def amend(self, who: str, fresh: bool, changes: dict[str, Any]) -> None:
        stands = content_hash(terms_now(self.engagement)) if fresh else "0" * 64
        do.propose_amendment(
            engagement_id=self.pk, stands=stands, changes=self.wanted(changes), note="", actor=self.person(who)
        )

    def wanted(self, changes: dict[str, Any]) -> dict[str, Any]:
        """The changes as the actions take them; a new result is due on the last day."""
        wanted: dict[str, Any] = {COLUMNS[key]: value for key, value in changes.items() if key in COLUMNS}
        wanted["deliverables"] = [{"number": n, "due_on": due} for n, due in changes.get("due", {}).items()]
        wanted["left_out"] = changes.get("left_out", [])
        if "added" in changes:
            waiting = self.newest()
            end = changes.get("end") or (waiting.terms["end_on"] if waiting.state == "proposed" else None)
            due_on = end or self.engagement.end_on
            wanted["added"] = [{"title": "One more", "format": "", "due_on": due_on, "criteria": [GOOD]}]
        return wanted

    def decline(self, who: str) -> None:
        do.decline_amendment(agreement_id=self.newest().pk, note="", actor=self.person(who))

    def withdraw(self, who: str) -> None:
        do.withdraw_amendment(agreement_id=self.newest().pk, actor=self.person(who))

    def lapse(self) -> None:
        do.lapse_amendment(agreement_id=self.newest().pk)

    def propose_due(self, who: str, number: int, fresh: bool, days: int) -> None:
        result = self.part(Deliverable, number)
        due_on = result.due_on + timedelta(days=days)
        do.propose_due(deliverable_id=result.pk, seen=seen(result, fresh=fresh), due_on=due_on, actor=self.person(who))

    def agree_due(self, who: str, number: int) -> None:
        result = self.part(Deliverable, number)
        do.agree_due(deliverable_id=result.pk, due_on=result.new_due_on or result.due_on, actor=self.person(who))

    def keep_due(self, who: str, number: int) -> None:
        result = self.part(Deliverable, number)
        do.keep_due(deliverable_id=result.pk, due_on=result.new_due_on or result.due_on, actor=self.person(who))

    # before the start

    def tick(self, who: str, number: int, done: bool) -> None:
        step = self.engagement.onboarding_steps.get(number=number)
        do.tick_step(step_id=step.pk, done=done, actor=self.person(who))

    def propose_start(self, who: str, day: date) -> None:
        do.propose_start(engagement_id=self.pk, new_start_on=day, actor=self.person(who))

    def agree_start(self, who: str) -> None:
        do.agree_start(engagement_id=self.pk, actor=self.person(who))

    def begin(self, who: str | None) -> None:
        do.start_engagement(engagement_id=self.pk, actor=self.person(who) if who else None)

    # check-ins and corrections

    def answer(self, who: str, number: int, progress: str) -> None:
        do.answer_check_in(
            check_in_id=self.part(CheckIn, number).pk, progress=progress, confidence="some", blocked="no", note="",
            actor=self.person(who),
        )  # fmt: skip

    def propose_skip(self, who: str, number: int) -> None:
        do.propose_skip(check_in_id=self.part(CheckIn, number).pk, actor=self.person(who))

    def agree_skip(self, who: str, number: int) -> None:
        do.agree_skip(check_in_id=self.part(CheckIn, number).pk, actor=self.person(who))

    def miss(self, number: int) -> None:
        do.miss_check_in(check_in_id=self.part(CheckIn, number).pk)

    def correction(self, index: int) -> CourseCorrection:
        return CourseCorrection.objects.filter(engagement=self.pk).order_by("pk")[index]

    def open_correction(self, who: str, cause: str) -> None:
        said: dict[str, Any] = {"engagement_id": self.pk, "what": "The figures are late.", "actor": self.person(who)}
        if cause == "asked":
            do.open_correction(**said)
        else:
            do.report_stuck(**said, situation=cause)

    def propose_correction(self, who: str, index: int, fresh: bool, count: int) -> None:
        correction = self.correction(index)
        todo: Any = {"text": "Send them", "owner_side": "host", "due_on": clock.today() + timedelta(days=2)}
        do.propose_correction(
            correction_id=correction.pk, seen=seen(correction, fresh=fresh), what="Late", actions=[todo] * count,
            actor=self.person(who),
        )  # fmt: skip

    def agree_correction(self, who: str, index: int) -> None:
        correction = self.correction(index)
        do.agree_correction(correction_id=correction.pk, seen=correction.version, actor=self.person(who))

    def close_correction(self, who: str, index: int) -> None:
        do.close_correction(correction_id=self.correction(index).pk, actor=self.person(who))

    # results

    def hand_in(self, who: str, number: int, key: str, fresh: bool, note: str) -> None:
        result = self.part(Deliverable, number)
        do.submit_deliverable(
            deliverable_id=result.pk, seen=seen(result, fresh=fresh), note=note, links=[], files=[],
            key=f"{self.pk}-{number}-{key}", actor=self.person(who),
        )  # fmt: skip

    def review(self, who: str, number: int, version: int, accept: bool, marks: list[str], comment: str) -> None:
        said = {
            n: (mark == "met", "A source is missing." if mark == "not yet" else "")
            for n, mark in enumerate(marks, start=1)
        }
        do.review_deliverable(
            deliverable_id=self.part(Deliverable, number).pk, submission_number=version, marks=said, accept=accept,
            comment=comment, actor=self.person(who),
        )  # fmt: skip

    def decide(self, who: str, number: int, version: int) -> None:
        do.accept_on_record(
            deliverable_id=self.part(Deliverable, number).pk, submission_number=version, reason="It is all there.",
            actor=self.person(who),
        )  # fmt: skip

    # after the work

    def assess(self, who: str, submit: bool, whole: bool) -> None:
        person = self.person(who)
        asked = asked_of(self.engagement.side_of(person.pk))
        save_evaluation(
            engagement_id=self.pk, actor=person, submit=submit, marks=dict.fromkeys(asked if whole else asked[1:], 3),
            went_well="Quick", do_differently="", would_again=True, quote="",
        )  # fmt: skip

    def reveal(self) -> None:
        reveal_evaluations(engagement_id=self.pk)

    def reply(self, who: str, side: str, text: str) -> None:
        evaluation = Evaluation.objects.get(engagement=self.pk, side=side)
        reply_to_evaluation(evaluation_id=evaluation.pk, reply=text, actor=self.person(who))

    def end_early(self, who: str, fresh: bool, part_pay: int | None) -> None:
        do.end_early(
            engagement_id=self.pk, seen=seen(self.engagement, fresh=fresh), reason="no_time", note="", handed_over="",
            part_pay_minor=part_pay, actor=self.person(who),
        )  # fmt: skip

    def note_closing(self, who: str) -> None:
        do.note_closing(
            engagement_id=self.pk, hours_worked=18, tools_used="", learning_answer="", actor=self.person(who)
        )

    # around it

    def post(self, who: str) -> None:
        thread = self.engagement.thread
        do.post_in_engagement(
            engagement_id=self.pk, body="Hello", key=f"{self.pk}-{thread.posts_count}", actor=self.person(who)
        )

    def staff(self, who: str, supervisor: str, cover: str) -> None:
        do.change_supervisor(
            engagement_id=self.pk, supervisor_id=self.person(supervisor).pk,
            cover_id=self.person(cover).pk if cover else None, actor=self.person(who),
        )  # fmt: skip

    def leave(self, who: str, member: str) -> None:
        held = membership(self.person(member), self.cast.acme)
        do.part_with_member(membership_id=held.pk, actor=self.person(who))

    def stop(self, who: str) -> None:
        suspend_organization(organization_id=self.cast.acme.pk, actor=self.person(who), reason="Reported")

    def restore(self, who: str) -> None:
        restore_organization(organization_id=self.cast.acme.pk, actor=self.person(who))

    def wait(self, span: timedelta) -> None:
        """Nothing happens by time alone."""

    def ring(self) -> None:
        ring_due()


def names_of(cast: Cast) -> Callable[[int | None], str]:
    """From a key to the name by which the reference knows the person."""
    everyone = {**vars(cast), **vars(cast.more)}
    by_key = {person.pk: name for name, person in everyone.items() if isinstance(person, Person)}
    return lambda key: by_key[key] if key else ""


def columns_of(pk: int) -> dict[str, Any]:
    """The engagement's own row, with what its project and its conversation count."""
    counts = {"seats": F("project__seats_taken"), "posts": F("thread__posts_count")}
    return Engagement.objects.filter(pk=pk).values(*ROW, **counts).get()
