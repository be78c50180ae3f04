"""The demo's closings: notes, both evaluations, pay, and what comes next."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import cycle
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.content.schema import Assessment, End, StorySeed
from firstfoot.operations.demo.knowing import stand_on_lists, stay_in_touch
from firstfoot.operations.demo.showing import give_letter, show_case
from firstfoot.proof.credentials.actions import ask_for_credential, share_credential
from firstfoot.proof.credentials.queries import is_earned
from firstfoot.proof.pathways.actions import answer_pathway, offer_pathway
from firstfoot.work.engagements.actions import note_closing, write_handover
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState as E
from firstfoot.work.engagements.states import Side
from firstfoot.work.evaluations.actions import asked_of, reply_to_evaluation, save_evaluation
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.queries import criteria_that_show, skills_of_brief
from firstfoot.work.evaluations.states import COMPETENCIES, FIT
from firstfoot.work.payments.actions import confirm_received, follow_agreement, note_tax_form, release_pay

DAY = timedelta(days=1)  # the evening of one zone is the morning after in another


class Closing:
    """What both sides do once the last result is in."""

    def __init__(
        self, calendar: Calendar, seed: StorySeed, engagement: Engagement, owner: Person, intern: Person
    ) -> None:
        self.calendar, self.seed, self.engagement, self.owner, self.intern = calendar, seed, engagement, owner, intern

    def plan(self) -> None:
        self.engagement.refresh_from_db()
        is_over = self.engagement.state != E.CLOSING
        steps = [self._note, self._hand_over] if not is_over else []
        if self.seed.by_intern:
            steps.append(partial(self._evaluate, Side.INTERN, self.seed.by_intern))
        if self.seed.end != End.CLOSING or self.seed.by_host:
            steps.append(self._pay)
        if self.seed.by_host:
            steps.append(partial(self._evaluate, Side.HOST, self.seed.by_host))
        if self.seed.pathway and not is_over:
            steps.append(self._offer_next)
        left = (self.calendar.now - clock.now()) / timedelta(hours=1)
        apart = min(26.0, left / (len(steps) + 5))
        for place, step in enumerate(steps, start=1):
            self.calendar.soon(step, hours=apart * place)
        if self.seed.end != End.CLOSING:
            self.calendar.soon(self._receive, hours=apart * (len(steps) + 1))
            self.calendar.soon(self._reply, hours=apart * (len(steps) + 2))
            self.calendar.soon(self._answer_next, hours=apart * (len(steps) + 3))
            self.calendar.soon(self._show, hours=apart * (len(steps) + 4))
            self.calendar.soon(self._stay, hours=apart * (len(steps) + 3.2))
            self.calendar.soon(self._certify, hours=apart * (len(steps) + 3.5))

    def _note(self) -> None:
        goal = self.engagement.learning_goal
        note_closing(
            engagement_id=self.engagement.pk, hours_worked=max(1, self.engagement.hours + len(self.seed.key) % 5 - 2),
            tools_used=", ".join(self.engagement.project.draft_brief.tools[:4]),
            learning_answer=f"Mostly yes: {goal[:1].lower()}{goal[1:]}. I would start earlier with questions next time."
            if goal
            else "",
            actor=self.intern,
        )  # fmt: skip

    def _hand_over(self) -> None:
        write_handover(
            engagement_id=self.engagement.pk, seen=0, actor=self.intern,
            use="Open the first result and begin there. Half an hour a month keeps it right: look at what changed, and "
            "change the same place.",
            sources="The working files stand beside each result. The figures are from the lists I was given in the "
            "first week; the newest of them wins.",
            open_ends="Two questions wait for an answer of the team; they stand at the end of the last result.",
        )  # fmt: skip

    def _evaluate(self, side: Side, said: Assessment) -> None:
        marks = dict(zip(asked_of(side), cycle(said.marks), strict=False))
        save_evaluation(
            engagement_id=self.engagement.pk, actor=self.intern if side == Side.INTERN else self.engagement.supervisor,
            submit=True, marks=marks, went_well=said.went_well, do_differently=said.do_differently,
            would_again=said.would_again, quote=said.quote,
            **(self._shown() if side == Side.HOST else self._stands(said.marks)),
        )  # fmt: skip

    def _shown(self) -> dict[str, Any]:
        """Each skill of the brief by one of the criteria that were met, but for the last: not all is seen."""
        keys = [f"{one.deliverable.number}.{one.number}" for one in criteria_that_show(self.engagement)]
        skills = skills_of_brief(self.engagement)
        return {"skills": dict(zip(skills[:3], cycle(keys), strict=False)) if keys else {}}

    def _stands(self, marks: tuple[int, ...]) -> dict[str, Any]:
        """Where the intern stands now, a little above the start; and what suited them."""
        now = dict(zip(COMPETENCIES, cycle((3, 3, 4, 2, 4, 3)), strict=False))
        return {"self_after": now, "fit": dict(zip(FIT, cycle(marks[2:]), strict=False))}

    def _pay(self) -> None:
        """Most at once, some in two parts; some hosts note where the tax form lies."""
        stipend = follow_agreement(engagement_id=self.engagement.pk)
        if stipend is None or not stipend.due_minor:
            return
        self._send(stipend.due_minor // 2 if len(self.seed.key) % 4 == 0 else None)
        if len(self.seed.key) % 2:
            note_tax_form(
                engagement_id=self.engagement.pk, filed_on=self.engagement.start_on, place="Personnel folder",
                actor=self.owner,
            )  # fmt: skip

    def _send(self, minor: int | None = None) -> None:
        key = f"{self.seed.key}-{minor or 0}"
        release_pay(
            engagement_id=self.engagement.pk, amount_minor=minor, on=clock.today() - DAY, key=key,
            reference=f"Transfer {self.engagement.pk + 400}", actor=self.owner,
        )  # fmt: skip

    def _receive(self) -> None:
        stipend = follow_agreement(engagement_id=self.engagement.pk)
        if stipend is None or not stipend.sent_minor:
            return
        if stipend.due_minor:
            self._send()
        confirm_received(
            engagement_id=self.engagement.pk, amount_minor=None, on=clock.today() - DAY, key=self.seed.key,
            actor=self.intern,
        )  # fmt: skip

    def _reply(self) -> None:
        for evaluation in Evaluation.objects.filter(engagement=self.engagement, state="revealed", reply=""):
            said = self.seed.by_host if evaluation.side == Side.HOST else self.seed.by_intern
            if said and said.reply:
                other = self.intern if evaluation.side == Side.HOST else self.engagement.supervisor
                reply_to_evaluation(evaluation_id=evaluation.pk, reply=said.reply, actor=other)

    def _offer_next(self) -> None:
        offer_pathway(
            engagement_id=self.engagement.pk, kind=_kind(self.seed.pathway), note=self.seed.pathway, actor=self.owner
        )

    def _answer_next(self) -> None:
        from firstfoot.proof.pathways.models import PathwayOffer

        found = PathwayOffer.objects.filter(engagement=self.engagement, state="offered").first()
        if found is not None and len(self.seed.key) % 2:
            answer_pathway(offer_id=found.pk, accept=True, actor=self.intern)

    def _show(self) -> None:
        self.engagement.refresh_from_db()
        if self.seed.letter:
            give_letter(self.engagement, self.seed.letter)
        if self.seed.case and self.engagement.state == E.COMPLETED:
            show_case(self.engagement, self.seed.case, for_all=self.seed.case_shown != "private")

    def _stay(self) -> None:
        stay_in_touch(self.engagement, self.calendar.now.date())
        stand_on_lists(self.engagement)

    def _certify(self) -> None:
        """Most have their credential signed, and most of those open its page."""
        self.engagement.refresh_from_db()
        if not is_earned(self.engagement) or self.engagement.is_held or len(self.seed.key) % 5 == 0:
            return
        made = ask_for_credential(engagement_id=self.engagement.pk, actor=self.intern)
        if len(self.seed.key) % 3:
            share_credential(credential_id=made.pk, shared=True, actor=self.intern)


def _kind(note: str) -> str:
    words = note.casefold()
    named = (("interview", "interview"), ("touch", "keep_in_touch"), ("nothing", "nothing_now"))
    return next((kind for word, kind in named if word in words), "again")
