"""The demo's engagements: each story from the application to where it stands today."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import cycle
from typing import Any

from django.core.files.base import ContentFile

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.actions import store_file
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import offer, shortlist
from firstfoot.market.applications.models import Application
from firstfoot.operations.demo.applying import ask, first_day
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.content import STORIES
from firstfoot.operations.demo.content.schema import End, Line, StorySeed
from firstfoot.operations.demo.delivering import Delivering
from firstfoot.operations.demo.posting import Board
from firstfoot.operations.demo.reading import read, reviewers_of
from firstfoot.reactions.agenda import agenda_of
from firstfoot.work.engagements.actions import (
    accept_offer,
    add_step,
    choose_kickoff,
    counter_agreement,
    edit_in_engagement,
    list_access,
    mark_access,
    offer_kickoff,
    post_in_engagement,
    set_learning_goal,
    sign_agreement,
    start_engagement,
    tick_step,
)
from firstfoot.work.engagements.models import AgreementVersion, Engagement
from firstfoot.work.engagements.states import EngagementState as E
from firstfoot.work.engagements.states import Side
from firstfoot.work.evaluations.actions import assess_self
from firstfoot.work.evaluations.states import COMPETENCIES
from firstfoot.work.payments.actions import fund_stipend

ASKED = b"Is the bread sliced? 17\nWhen is the rye ready? 12\nIs there a smaller one? 12\n"
DAY = timedelta(days=1)  # the evening of one zone is the morning after in another


class Story:
    """One engagement, lived step by step; each step notes down the next."""

    def __init__(self, calendar: Calendar, board: Board, seed: StorySeed) -> None:
        self.calendar, self.board, self.seed = calendar, board, seed
        self.project_seed = board.seed[seed.project]
        self.owner: Person = Person()
        self.intern: Person = Person()
        self.application: Application = Application()
        self.engagement: Engagement = Engagement()

    def begin(self) -> None:
        """Note down the application; the rest follows from it."""
        first = first_day(self.board, self.seed, self.calendar.today)
        self.calendar.on(first, self._apply, hour=12)

    def _apply(self) -> None:
        cast = self.board.cast
        self.owner, self.intern = cast.owner(self.project_seed.organization), cast.person[self.seed.intern]
        self.application = ask(self.board, self.seed.project, self.seed.intern)
        self.calendar.soon(self._shortlist, hours=20)

    def _shortlist(self) -> None:
        for reviewer in reviewers_of(self.application, self.owner):
            read(self.application, reviewer)
        shortlist(application_id=self.application.pk, actor=self.owner)
        self.calendar.soon(self._offer, hours=18)

    def _offer(self) -> None:
        if not self.board.fresh(self.seed.project).seats_free:  # somebody else still thinks about an offer
            return self.calendar.soon(self._offer, hours=24)
        offer(application_id=self.application.pk, actor=self.owner)
        return self.calendar.soon(self._accept, hours=8)

    def _accept(self) -> None:
        self.engagement = accept_offer(application_id=self.application.pk, actor=self.intern)
        for line in self.seed.lines:
            self.calendar.on(self.engagement.start_on + timedelta(days=line.day), partial(self._say, line), hour=13)
        if self.seed.end == End.COUNTERED:
            self.calendar.soon(self._counter, hours=6)
        elif self.seed.end != End.PROPOSED:
            self.calendar.soon(partial(self._sign, self.intern), hours=6)

    def _counter(self) -> None:
        version = self._version()
        end_on = date.fromisoformat(version.terms["end_on"]) + timedelta(days=7)
        counter_agreement(
            agreement_id=version.pk, seen=version.version, changes={"end_on": end_on}, note=self.seed.countered,
            actor=self.intern,
        )  # fmt: skip

    def _sign(self, signer: Person) -> None:
        version = self._version()
        sign_agreement(
            agreement_id=version.pk, content_hash=version.content_hash, typed_name=signer.formal_name, actor=signer
        )
        if signer.pk == self.intern.pk and self.seed.end != End.HALF_SIGNED:
            self.calendar.soon(partial(self._sign, self.owner), hours=20)
        elif signer.pk == self.owner.pk:
            self.calendar.soon(self._get_ready, hours=22)

    def _get_ready(self) -> None:
        wants = self.board.cast.seed[self.seed.intern].wants
        set_learning_goal(
            engagement_id=self.engagement.pk, goal=wants or "To see how a team like this works", actor=self.intern
        )
        levels = dict(zip(COMPETENCIES, cycle((2, 2, 3, 3, 1)), strict=False))
        assess_self(engagement_id=self.engagement.pk, levels=levels, actor=self.intern)
        for place, step in enumerate(self.engagement.onboarding_steps.order_by("number")):
            if place not in self.seed.steps_open:
                tick_step(step_id=step.pk, done=True, actor=self.intern if step.side == Side.INTERN else self.owner)
        if self.seed.access:
            self._meet_and_give()
        for side, text, days, link in self.seed.plan:
            add_step(
                engagement_id=self.engagement.pk, side=side, text=text, link=link, required=True,
                due_on=max(self.engagement.start_on - days * DAY, clock.today()), actor=self.owner,
            )  # fmt: skip
        self.engagement.refresh_from_db()
        if len(self.seed.key) % 3 == 0:
            fund_stipend(
                engagement_id=self.engagement.pk, amount_minor=self.engagement.pay_minor, on=clock.today() - DAY,
                reference=f"Order {self.engagement.pk + 100}", key=self.seed.key, actor=self.owner,
            )  # fmt: skip
        if self.seed.end != End.ONBOARDING:
            first = max(self.engagement.start_on, self.calendar.today - timedelta(days=400))
            self.calendar.on(first, self._start, hour=9)

    def _meet_and_give(self) -> None:
        """A first talk, and the list of access: the last thing on it is still to come."""
        engagement, guide = self.engagement, self.engagement.supervisor
        noon = clock.now().replace(hour=11, minute=0, second=0, microsecond=0)
        talk = offer_kickoff(
            engagement_id=engagement.pk, starts=[noon + 2 * DAY, noon + 3 * DAY], minutes=45,
            how="Video call: https://talk.example.org/first-day", agenda=agenda_of(engagement), actor=guide,
        )  # fmt: skip
        choose_kickoff(kickoff_id=talk.pk, start=talk.slots[0], actor=self.intern)
        for name, kind, giver in self.seed.access:
            item = list_access(engagement_id=engagement.pk, name=name, kind=kind, giver=giver, actor=guide)
            is_last = name == self.seed.access[-1][0]
            if not (is_last and self.seed.end == End.ONBOARDING):
                mark_access(item_id=item.pk, mark="given", done=True, actor=guide)
                mark_access(item_id=item.pk, mark="got", done=True, actor=self.intern)

    def _start(self) -> None:
        self.engagement.refresh_from_db()
        if self.engagement.state == E.ONBOARDING:
            for step in self.engagement.onboarding_steps.filter(done_at=None, required=True):
                tick_step(step_id=step.pk, done=True, actor=self.intern if step.side == Side.INTERN else self.owner)
            self.engagement.refresh_from_db()
        if self.engagement.state == E.ONBOARDING:
            start_engagement(engagement_id=self.engagement.pk, actor=self.owner)
        Delivering(self.calendar, self.seed, self.engagement, self.owner, self.intern).plan()

    def _say(self, line: Line) -> None:
        self.engagement.refresh_from_db()
        if not self.engagement.is_live:
            return
        actor, other = self._who(line.side), self._who(Side.HOST if line.side == Side.INTERN else Side.INTERN)
        text = ContentFile(
            b"Is the bread sliced? 17\nWhen is the rye ready? 12\nIs there a smaller one? 12\n", line.file
        )
        post = post_in_engagement(
            engagement_id=self.engagement.pk, body=line.said_before or line.text,
            key=f"demo-{self.seed.key}-{line.side}-{line.text[:24]}", mentions=[other.pk] if line.meant else (),
            files=[store_file(upload=text, actor=actor).pk] if line.file else (), actor=actor,
        )  # fmt: skip
        if line.said_before:
            edit_in_engagement(engagement_id=self.engagement.pk, post_id=post.pk, body=line.text, seen=0, actor=actor)

    def _who(self, side: str) -> Any:
        return self.intern if side == Side.INTERN else self.engagement.supervisor

    def _version(self) -> AgreementVersion:
        return AgreementVersion.objects.get(engagement=self.engagement, state="proposed")


def live_stories(calendar: Calendar, board: Board) -> None:
    for seed in STORIES:
        Story(calendar, board, seed).begin()
