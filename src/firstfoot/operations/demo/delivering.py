"""The demo's work itself: check-ins, results and their reviews, corrections, endings and closings."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from django.core.files.base import ContentFile

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.actions import store_file
from firstfoot.kernel import clock
from firstfoot.kernel.ids import secret_token
from firstfoot.market.projects.brief import content_hash
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.closing import Closing
from firstfoot.operations.demo.content import PROJECTS, check_ins_of, works_of
from firstfoot.operations.demo.content.schema import Correction, End, Pulse, StorySeed, Version, Work
from firstfoot.operations.demo.drawing import NAME, chart
from firstfoot.work.engagements.actions import (
    agree_correction,
    answer_check_in,
    close_correction,
    end_early,
    keep_hours,
    log_hours,
    open_correction,
    propose_amendment,
    propose_correction,
    rate_feedback,
    report_stuck,
    review_deliverable,
    submit_deliverable,
)
from firstfoot.work.engagements.models import CheckIn, CourseCorrection, Deliverable, Engagement
from firstfoot.work.engagements.queries import part_pay_of, terms_now
from firstfoot.work.engagements.states import CheckInState, DeliverableState, Side
from firstfoot.work.engagements.states import EngagementState as E
from firstfoot.work.payments.actions import answer_part_pay

ENDINGS = {End.ENDED_BY_HOST, End.ENDED_BY_INTERN}


class Delivering:
    """What happens in one engagement between its start and its closing."""

    def __init__(
        self, calendar: Calendar, seed: StorySeed, engagement: Engagement, owner: Person, intern: Person
    ) -> None:
        self.calendar, self.seed, self.engagement, self.owner, self.intern = calendar, seed, engagement, owner, intern
        self.works = works_of(seed, next(project for project in PROJECTS if project.key == seed.project))
        self.check_ins = check_ins_of(seed)
        self.guide = engagement.supervisor
        if seed.end == End.COVERED and engagement.cover is not None:
            self.guide = engagement.cover

    def plan(self) -> None:
        for check_in in CheckIn.objects.filter(engagement=self.engagement):
            self._plan_check_in(check_in)
        for work in self.works:
            self._plan_work(work)
        if self.seed.amendment is not None:
            self.calendar.on(self.engagement.start_on + timedelta(days=24), self._ask_for_change, hour=16)
        for day, minutes, what in self.seed.hours:
            self.calendar.on(self.engagement.start_on + timedelta(days=day), partial(self._log, minutes, what), hour=18)
        if self.seed.end in ENDINGS:
            last = max([self.engagement.start_on + timedelta(days=9), *self._last_days()])
            self.calendar.on(min(last, self.calendar.today - timedelta(days=1)), self._end, hour=17)

    def _ask_for_change(self) -> None:
        """More was asked for than was signed: hours, pay and another result, for both to sign."""
        wanted, engagement = self.seed.amendment, self.engagement
        engagement.refresh_from_db()
        if wanted is None or engagement.state != E.ACTIVE:
            return
        end_on = engagement.start_on + timedelta(days=7 * wanted.weeks) if wanted.weeks else engagement.end_on
        added = {
            "title": wanted.added_deliverable, "format": "", "due_on": end_on,
            "criteria": [{"text": f"{wanted.added_deliverable}, checked like the first", "required": True}],
        }  # fmt: skip
        changes = {"hours": wanted.hours, "pay_minor": wanted.pay_minor, "end_on": max(end_on, engagement.end_on)}
        changes = {name: value for name, value in changes.items() if value}
        propose_amendment(
            engagement_id=engagement.pk, stands=content_hash(terms_now(engagement)), note=wanted.note,
            changes={**changes, "added": [added] if wanted.added_deliverable else []},
            actor=self.intern if wanted.by == Side.INTERN else self.owner,
        )  # fmt: skip

    # Check-ins and corrections

    def _plan_check_in(self, check_in: CheckIn) -> None:
        place = check_in.number - 1
        if place < len(self.check_ins):
            wanted = self.check_ins[place]
            pulses = ((Side.INTERN, wanted.intern), (Side.HOST, wanted.host))
        elif self.seed.end == End.AT_RISK:
            pulses = ((Side.INTERN, None), (Side.HOST, None))
        else:
            pulses = ((Side.INTERN, Pulse(note="As planned.")), (Side.HOST, Pulse(note="Good pace, nothing to add.")))
        for hour, (side, pulse) in zip((11, 15), pulses, strict=True):
            if pulse is not None:
                self.calendar.on(check_in.due_on, partial(self._answer, check_in.pk, side, pulse), hour=hour)

    def _answer(self, check_in_id: int, side: str, pulse: Pulse) -> None:
        check_in = CheckIn.objects.get(pk=check_in_id)
        if self._is(E.ACTIVE) and check_in.state == CheckInState.SCHEDULED:
            answer_check_in(
                check_in_id=check_in_id, progress=pulse.progress, confidence=pulse.confidence, blocked=pulse.blocked,
                note=pulse.note, keep=pulse.keep, change=pulse.change, minutes=pulse.minutes,
                actor=self.intern if side == Side.INTERN else self.guide,
            )  # fmt: skip
            if pulse.helped and side == Side.HOST:
                self.calendar.soon(partial(self._rate, check_in_id, pulse.helped), hours=30)
        for correction in self.seed.corrections:
            if side == Side.HOST and correction.after_check_in == check_in.number:
                self.calendar.soon(partial(self._correct, correction), hours=3)

    def _rate(self, check_in_id: int, helped: str) -> None:
        if self._is(E.ACTIVE) and CheckIn.objects.get(pk=check_in_id).state == CheckInState.ANSWERED:
            rate_feedback(check_in_id=check_in_id, helped=helped, actor=self.intern)

    def _correct(self, seed: Correction) -> None:
        if not self._is(E.ACTIVE):
            return
        opener = self.guide if seed.opened_by == "host" else self.intern
        found = CourseCorrection.objects.filter(engagement=self.engagement, state="open").first()
        if found is None:
            open_it = report_stuck if seed.cause == "stuck" else open_correction
            found = open_it(engagement_id=self.engagement.pk, what=seed.what, actor=opener)
        today = clock.today()
        found = propose_correction(
            correction_id=found.pk, seen=found.version, what=seed.what, actor=opener,
            actions=[
                {"text": text, "owner_side": side, "due_on": today + timedelta(days=days)}
                for side, text, days, _ in seed.actions
            ],
        )  # fmt: skip
        if seed.agreed:
            other = self.intern if opener.pk != self.intern.pk else self.guide
            self.calendar.soon(partial(self._agree, found.pk, other, seed.closed), hours=4)

    def _agree(self, correction_id: int, actor: Person, closes: bool) -> None:
        if self._is(E.ACTIVE):
            found = CourseCorrection.objects.get(pk=correction_id)
            agree_correction(correction_id=found.pk, seen=found.version, actor=actor)
            if closes:
                self.calendar.soon(partial(self._close_correction, correction_id, actor), hours=60)

    def _close_correction(self, correction_id: int, actor: Person) -> None:
        if self._is(E.ACTIVE):
            close_correction(correction_id=correction_id, actor=actor)

    def _log(self, minutes: int, what: str) -> None:
        if self._is(E.ACTIVE):
            keep_hours(engagement_id=self.engagement.pk, actor=self.intern)
            log_hours(
                engagement_id=self.engagement.pk, day=clock.today(self.intern.zone), minutes=minutes, what=what,
                key=secret_token(), actor=self.intern,
            )  # fmt: skip

    # Results and reviews

    def _plan_work(self, work: Work) -> None:
        deliverable = Deliverable.objects.get(engagement=self.engagement, number=work.number)
        for place, version in enumerate(work.versions):
            day = deliverable.due_on + timedelta(days=3 * place - 1 if version.reviewed else 400)
            latest = self.calendar.today - timedelta(days=1 + 2 * (len(work.versions) - 1 - place))
            self.calendar.on(
                min(day, latest), partial(self._submit, deliverable.pk, version), hour=14 + work.number / 10
            )

    def _last_days(self) -> list[date]:
        return [
            Deliverable.objects.get(engagement=self.engagement, number=work.number).due_on
            + timedelta(days=3 * len(work.versions))
            for work in self.works
        ]

    def _submit(self, deliverable_id: int, version: Version) -> None:
        deliverable = Deliverable.objects.get(pk=deliverable_id)
        if not self._is(E.ACTIVE) or deliverable.state not in {DeliverableState.EXPECTED, DeliverableState.RETURNED}:
            return
        file = store_file(upload=ContentFile(version.text.encode(), name=version.file), actor=self.intern)
        files = [file.pk]
        if self.seed.case and deliverable.number == 1:
            files.append(store_file(upload=ContentFile(chart(), name=NAME), actor=self.intern).pk)
        submission = submit_deliverable(
            deliverable_id=deliverable_id, seen=deliverable.version, note=version.note, links=[], files=files,
            key=f"demo-{self.seed.key}-{deliverable.number}-{deliverable.submissions_count}", actor=self.intern,
        )  # fmt: skip
        if version.reviewed:
            self.calendar.soon(partial(self._review, deliverable_id, submission.number, version), hours=20)

    def _review(self, deliverable_id: int, number: int, version: Version) -> None:
        deliverable = Deliverable.objects.get(pk=deliverable_id)
        if not self._is(E.ACTIVE):
            return
        missing = dict(version.not_yet)
        marks = {
            criterion.number: (place not in missing, missing.get(place, ""))
            for place, criterion in enumerate(deliverable.criteria.order_by("number"))
        }
        review_deliverable(
            deliverable_id=deliverable_id, submission_number=number, marks=marks, accept=not missing,
            comment=version.comment, actor=self.guide,
        )  # fmt: skip
        if self._is(E.CLOSING):
            Closing(self.calendar, self.seed, self.engagement, self.owner, self.intern).plan()

    def _end(self) -> None:
        self.engagement.refresh_from_db()
        if self.engagement.is_live:
            accepted = self.engagement.deliverables.filter(state=DeliverableState.ACCEPTED).exists()
            end_early(
                engagement_id=self.engagement.pk, reason=self.seed.end_reason or "plans_changed",
                note=self.seed.end_note, handed_over=self.seed.handed_over,
                part_pay_minor=None,
                actor=self.owner if self.seed.end == End.ENDED_BY_HOST else self.intern,
            )  # fmt: skip
            if self.seed.end == End.ENDED_BY_HOST:
                self.calendar.soon(self._agree_part, hours=6)
            if accepted:
                Closing(self.calendar, self.seed, self.engagement, self.owner, self.intern).plan()

    def _agree_part(self) -> None:
        """The intern agrees to what the host proposed; where the intern proposed, the demo waits for its host."""
        part_pay = part_pay_of(self.engagement)
        if part_pay is not None and part_pay.is_open:
            answer_part_pay(
                engagement_id=self.engagement.pk, amount_minor=part_pay.offered_minor, note="", actor=self.intern
            )

    def _is(self, state: str) -> bool:
        self.engagement.refresh_from_db(fields=["state"])
        return bool(self.engagement.state == state)
