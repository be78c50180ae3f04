"""The reference, when the two cannot settle a thing themselves: a hold, statements, a decision, an appeal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.model.calendar import ZONES, business, here, later_side
from tests.model.paying import Paying
from tests.model.reference import LIVE, OVER, Result

BOTH = ("host", "intern")
OPENED_BY = {
    "not_accepted": ("intern",), "not_as_agreed": ("host",), "not_paid": ("intern",), "scope": BOTH,
    "conduct": BOTH, "ending": BOTH,
}  # fmt: skip
MAY_BE_DECIDED = {
    "not_accepted": ("accepted", "returned", "part_pay", "ended", "nothing"),
    "not_as_agreed": ("accepted", "returned", "pay_stands", "part_pay", "ended", "nothing"),
    "not_paid": ("pay_stands", "part_pay", "nothing"),
    "scope": ("pay_stands", "part_pay", "ended", "nothing"),
    "conduct": ("pay_stands", "part_pay", "ended", "nothing"),
    "ending": ("pay_stands", "part_pay", "nothing"),
}
UNDER_WAY = ("open", "to_decide", "decided", "appealed")
A_YEAR = timedelta(days=365)


@dataclass
class Dispute:
    cause: str
    side: str
    number: int | None  # of the result in question
    due: datetime
    state: str = "open"
    decision: str = ""
    amount: int | None = None
    decided_by: str = ""
    accepted: set[str] = field(default_factory=set)
    appeal_side: str = ""
    final: str = ""
    final_amount: int | None = None
    settle_side: str = ""
    carried: bool = False

    @property
    def other(self) -> str:
        return "intern" if self.side == "host" else "host"


@dataclass
class Disputing(Paying):
    """An engagement that a dispute may hold."""

    disputes: list[Dispute] = field(default_factory=list)
    over_at: datetime | None = None

    @property
    def last_dispute(self) -> Dispute:
        return self.disputes[-1]

    def need_live(self, fresh: bool) -> Dispute:
        self.need_time(fresh)
        return self.last_dispute

    def speaks(self, who: str) -> str:
        return self.need_side(who, self.reviews(who))

    # opening

    def in_question(self, cause: str) -> list[int]:
        if self.state != "active":
            return []
        found = [result for result in self.results if result.handed and result.state in ("submitted", "returned")]
        if cause == "not_accepted":
            found = [result for result in found if result.state == "returned" or self.is_unanswered(result)]
        return [result.number for result in found]

    def is_unanswered(self, result: Result) -> bool:
        return result.review_by is not None and result.review_by < self.now

    def at_hand(self, cause: str) -> bool:
        if cause in ("not_accepted", "not_as_agreed"):
            return bool(self.in_question(cause))
        if cause == "not_paid":
            return self.money["sent"] > 0 or (self.pay_by is not None and self.pay_by < here(self.now))
        if cause == "scope":
            return self.state in ("active", "closing")
        return cause == "conduct" or (self.state == "ended_early" and self.was_started)

    def dispute(self, who: str, cause: str, number: int, text: str) -> None:
        side = self.speaks(who)
        self.need(side in OPENED_BY[cause])
        is_past = self.over_at is not None and self.over_at + A_YEAR < self.now
        self.need_time(not self.held and text.strip() and self.signed_once and not is_past and self.at_hand(cause))
        about = number if cause in ("not_accepted", "not_as_agreed") else None
        self.need_time(about is None or about in self.in_question(cause))
        if cause != "not_paid":
            mine = [d for d in self.disputes if d.side == side and d.cause != "not_paid" and d.state != "lapsed"]
            asked = [d for d in mine if (d.cause, d.number, d.state) == (cause, about, "closed")]
            self.need_time(not asked and len(mine) < 3)
        dispute = Dispute(cause, side, about, self.now)
        dispute.due = business(self.now, 5, dispute.other)
        self.disputes.append(dispute)
        self.held = True

    def move_dispute(self, state: str) -> None:
        dispute = self.last_dispute
        dispute.state = state
        ends = {side: business(self.now, 5, side) for side in ZONES}
        dispute.due = later_side(ends) if state == "decided" else business(self.now, 5, "host")

    def close_dispute(self, state: str) -> None:
        """Everything goes on; the host has its whole time for what waits."""
        self.last_dispute.state, self.held, self.lifted_at = state, False, self.now
        for result in self.results:
            if result.state == "submitted":
                result.review_by = business(self.now, 5, "host")

    # what each side says

    def answer_dispute(self, who: str, fresh: bool, text: str) -> None:
        dispute = self.need_live(fresh)
        self.need(self.speaks(who) == dispute.other)
        self.need_time(dispute.state == "open" and text.strip())
        self.move_dispute("to_decide")

    def accept_decision(self, who: str, fresh: bool) -> None:
        dispute = self.need_live(fresh)
        side = self.speaks(who)
        self.need_time(dispute.state == "decided" and side not in dispute.accepted)
        dispute.accepted.add(side)
        if len(dispute.accepted) == 2:
            self.stand()

    def appeal(self, who: str, fresh: bool, text: str) -> None:
        dispute = self.need_live(fresh)
        side = self.speaks(who)
        self.need_time(dispute.state == "decided" and side not in dispute.accepted and text.strip())
        dispute.appeal_side = side
        self.move_dispute("appealed")

    def propose_settlement(self, who: str) -> None:
        dispute, side = self.last_dispute, self.speaks(who)
        self.need_time(dispute.state in UNDER_WAY and dispute.settle_side != side)
        if dispute.settle_side:
            self.close_dispute("settled")
        else:
            dispute.settle_side = side

    def agree_settlement(self, who: str, fresh: bool) -> None:
        dispute = self.need_live(fresh)
        side = self.speaks(who)
        self.need_time(dispute.state in UNDER_WAY and dispute.settle_side and dispute.settle_side != side)
        self.close_dispute("settled")

    def withdraw_dispute(self, who: str) -> None:
        self.need(self.speaks(who) == self.last_dispute.side)
        self.need_time(self.last_dispute.state in ("open", "to_decide"))
        self.close_dispute("withdrawn")

    # the third party

    def may_rule(self, who: str) -> bool:
        dispute = self.last_dispute
        decided = dispute.state in ("decided", "appealed") and who == dispute.decided_by
        return who in self.stewards and not decided

    def need_possible(self, decision: str, amount: int | None) -> int | None:
        """The amount that goes with the decision, where there is one."""
        dispute, pay = self.last_dispute, self.terms["pay"]
        self.need_time(decision in MAY_BE_DECIDED[dispute.cause])
        if decision in ("accepted", "returned"):
            result = self.results[(dispute.number or 1) - 1]
            self.need_time(self.state == "active" and result.state in ("submitted", "returned"))
        if decision == "part_pay":
            self.need_time(self.state in OVER and (self.money["due"] or self.part_open))
        if decision == "ended":
            self.need_time(self.state in LIVE)
        if decision not in ("part_pay", "ended"):
            return None
        owed = self.held_by("pledged", "funded", "due", "sent", "received")
        least, most = owed - self.money["due"], owed
        if decision == "ended" or self.part_open:
            least, most = self.earned, pay
        self.need_time(amount is not None and least <= amount <= most)
        return amount

    def rule(self, who: str, fresh: bool, decision: str, amount: int | None, text: str) -> None:
        dispute = self.need_live(fresh)
        self.need(self.may_rule(who))
        self.need_time(dispute.state == "to_decide")
        amount = self.need_possible(decision, amount)
        self.need_time(text.strip())
        dispute.decision, dispute.amount, dispute.decided_by = decision, amount, who
        self.move_dispute("decided")

    def rule_anew(self, who: str, fresh: bool, decision: str, amount: int | None, text: str) -> None:
        dispute = self.need_live(fresh)
        self.need(self.may_rule(who))
        self.need_time(dispute.state == "appealed")
        amount = self.need_possible(decision, amount)
        self.need_time(text.strip())
        dispute.final, dispute.final_amount = decision, amount
        dispute.carried = self.carry_out(decision, amount)
        self.close_dispute("closed")

    def stand(self) -> None:
        dispute = self.last_dispute
        dispute.carried = self.carry_out(dispute.decision, dispute.amount)
        self.close_dispute("closed")

    def carry_out(self, decision: str, amount: int | None) -> bool:
        """Whether anything was left to do."""
        number = self.last_dispute.number
        result = self.results[number - 1] if number else None
        if decision == "accepted" and result:
            can = self.state == "active" and result.state in ("submitted", "returned")
            if can:
                self.accept(result.number, result.handed[-1])  # what was written of that version stays
            return can
        if decision == "returned" and result:
            can = self.state == "active" and result.state == "submitted"
            was = result.state == "returned"
            if can:
                result.state, result.handed[-1] = "returned", "returned"
            return can or was
        if decision == "ended" and self.state in LIVE:
            self.end_on_record(amount or 0)
            return True
        return self.set_owed(amount or 0) if decision in ("part_pay", "ended") else True

    def set_owed(self, amount: int) -> bool:
        if self.state not in OVER:
            return False
        if self.talk is not None and self.part_open:
            self.talk.words += 1
            self.settle_talk(min(max(amount, self.earned), self.talk.most), "decided")
            return True
        owed = self.held_by("pledged", "funded", "due", "sent", "received")
        given_up = min(max(owed - amount, 0), self.money["due"])
        if given_up:
            self.book("written_off", ("due",), "written_off", given_up, here(self.now))
            self.keep_days()
        return True

    def end_on_record(self, amount: int) -> None:
        """By nobody's side; never more than is agreed by now."""
        if self.state in ("agreeing", "onboarding"):
            self.seat_taken = False
        else:
            self.part_pay = min(amount, self.terms["pay"])
            if any(result.state == "accepted" for result in self.results):
                self.evaluate_by = self.evaluate_by or self.two_weeks()
        self.done_on = self.done_on or here(self.now)
        self.end_it("")

    def end_it(self, side: str) -> None:
        super().end_it(side)
        self.over_at = self.now

    def show(self) -> None:
        super().show()
        if self.state == "completed":
            self.over_at = self.over_at or self.now

    # the clocks

    def pass_on(self) -> None:
        self.need_time(self.last_dispute.state == "open")
        self.move_dispute("to_decide")

    def is_waited_for(self) -> bool:
        """There is always another steward; they may be late for a month."""
        return self.now < business(self.last_dispute.due, 20, "host")

    def clock_stands(self) -> None:
        dispute = self.last_dispute
        self.need_time(dispute.state in ("decided", "appealed") and dispute.due <= self.now)
        self.need_time(dispute.state == "decided" or not self.is_waited_for())
        self.stand()

    def clock_gives_up(self) -> None:
        dispute = self.last_dispute
        self.need_time(dispute.state == "to_decide" and dispute.due <= self.now and not self.is_waited_for())
        self.close_dispute("lapsed")

    def ring_between(self) -> None:
        super().ring_between()
        if not self.held or self.last_dispute.due >= self.now:
            return
        state = self.last_dispute.state
        if state == "open":
            self.pass_on()
        elif state == "decided" or not self.is_waited_for():
            (self.clock_gives_up if state == "to_decide" else self.clock_stands)()
