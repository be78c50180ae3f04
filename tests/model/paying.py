"""The reference, as far as money goes: what is promised, due, sent and here, and the talk about a part of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tests.model.amending import Amending
from tests.model.calendar import ZONES, business, here
from tests.model.reference import LIVE, OVER

ACCOUNTS = ("pledged", "funded", "due", "sent", "received", "written_off")
GONE = ("sent", "received", "written_off")
# Whose word may be taken back, and by which side.
TAKES_BACK = {"funded": "host", "released": "host", "part_paid": "host", "received": "intern"}
TWO_WEEKS = timedelta(days=14)


@dataclass
class Entry:
    """One amount that went from one account to another."""

    kind: str
    source: str
    target: str
    amount: int
    on: date
    taken_back: bool = False


@dataclass
class Talk:
    """What both sides say of the pay after an early end."""

    most: int
    shown: int  # what the accepted results alone would give
    turn: str
    answer_by: datetime
    said: dict[str, int]
    words: int = 1
    state: str = "proposed"
    settled: int | None = None

    @property
    def other(self) -> str:
        return "intern" if self.turn == "host" else "host"


@dataclass
class Paying(Amending):
    """An engagement whose pay is written down, entry by entry."""

    within: int = 0  # days in which what is due is to be paid
    money: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ACCOUNTS, 0))
    entries: list[Entry] = field(default_factory=list)
    pay_by: date | None = None
    asked: int | None = None  # what the host asks to write off
    asked_at: datetime | None = None
    talk: Talk | None = None
    done_on: date | None = None  # the day on which what is owed was earned

    def held_by(self, *accounts: str) -> int:
        return sum(self.money[account] for account in accounts)

    @property
    def earned(self) -> int:
        return self.held_by("due", *GONE)

    @property
    def part_open(self) -> bool:
        return self.talk is not None and self.talk.state == "proposed"

    def need_signed(self) -> None:
        self.need_time(self.signed_once)

    def need_come(self, day: date) -> None:
        self.need_time(day <= max(here(self.now, side) for side in ZONES))

    def pays(self, who: str) -> bool:
        return self.recruits(who) or self.guides(who)

    # entries

    def book(self, kind: str, sources: tuple[str, ...], target: str, amount: int, on: date) -> None:
        self.need_time(amount > 0)
        self.need_time("agreed" in sources or amount <= self.held_by(*sources))
        for source in sources:
            part = amount if source == "agreed" else min(amount, self.money[source])
            if part:
                self.carry(Entry(kind, source, target, part, on))
                amount -= part

    def carry(self, entry: Entry) -> None:
        self.entries.append(entry)
        for account, change in ((entry.source, -entry.amount), (entry.target, entry.amount)):
            if account != "agreed":
                self.money[account] += change
        if not self.money["due"]:
            self.pay_by = None
        if (self.asked or 0) > self.money["due"]:
            self.asked = self.asked_at = None

    def due(self, amount: int, on: date) -> None:
        self.book("due", ("funded", "pledged"), "due", amount, on)
        self.pay_by = self.pay_by or on + timedelta(days=self.within)

    def due_again(self) -> date:
        earned = [entry.on for entry in self.entries if entry.kind == "due"]
        return max(earned, default=here(self.now)) + timedelta(days=self.within)

    def follow(self) -> None:
        """What the agreement says by now: promised, and due once the work is over and nothing is left to talk about."""
        if not self.signed_once:
            return
        ended = self.state == "ended_early"
        owed = (self.part_pay or 0) if ended and not self.part_open else self.terms["pay"]
        kept = self.earned if ended else self.held_by(*GONE)
        change = max(owed, kept) - self.held_by(*ACCOUNTS)
        if change > 0:
            self.book("pledged", ("agreed",), "pledged", change, here(self.now))
        elif change < 0:
            self.book("lowered", ("pledged", "funded", "due"), "agreed", -change, here(self.now))
        left = self.held_by("pledged", "funded")
        if self.state in OVER and self.was_started and left and not self.part_open:
            self.due(left, self.done_on or here(self.now))
        self.keep_days()

    def keep_days(self) -> None:
        """On which days the whole pay was sent and arrived, once the work is over."""
        if self.state not in OVER or not self.was_started:
            return
        sent = not self.held_by("pledged", "funded", "due") and self.held_by("sent", "received") > 0
        arrived = sent and not self.money["sent"]
        self.paid = (self.last("released", "part_paid") or self.paid) if sent else None
        self.received = (self.last("received") or self.received) if arrived else None

    def last(self, *kinds: str) -> date | None:
        return max((entry.on for entry in self.entries if entry.kind in kinds and not entry.taken_back), default=None)

    # what each side writes down

    def fund(self, who: str, amount: int) -> None:
        self.need_signed()
        self.need_host(who, self.pays(who))
        self.need_time(not self.held)
        self.book("funded", ("pledged",), "funded", amount, here(self.now))

    def part_due(self, who: str, number: int, amount: int) -> None:
        self.need_signed()
        self.need_host(who, self.pays(who))
        self.need_time(not self.held and self.results[number - 1].state == "accepted")
        self.due(amount, here(self.now))

    def release(self, who: str, amount: int | None, day: date) -> None:
        self.need_signed()
        self.need_host(who, self.pays(who))
        self.need_time(not self.held and self.money["due"])
        self.need_come(day)
        amount = self.money["due"] if amount is None else amount
        kind = "released" if amount == self.money["due"] else "part_paid"
        self.book(kind, ("due",), "sent", amount, day)
        self.keep_days()

    def receive(self, who: str, amount: int | None, day: date) -> None:
        self.need_signed()
        self.need(who == "sam")
        self.need_come(day)
        waiting = self.money["sent"] or self.money["due"]
        self.need_time(waiting)
        self.book("received", ("sent", "due"), "received", waiting if amount is None else amount, day)
        self.keep_days()

    def miss_pay(self, who: str) -> None:
        """What is said to be on its way did not arrive."""
        self.need_signed()
        self.need(who == "sam")
        self.need_time(self.money["sent"])
        self.book("not_received", ("sent",), "due", self.money["sent"], here(self.now, "intern"))
        self.pay_by = self.pay_by or self.due_again()
        self.keep_days()

    def take_back(self, who: str, number: int) -> None:
        self.need_signed()
        entry = self.entries[number - 1]
        side = TAKES_BACK.get(entry.kind)
        self.need(side is not None)
        if side == "intern":
            self.need(who == "sam")
        else:
            self.need_host(who, self.pays(who))
            self.need_time(not self.held)
        self.need_time(not entry.taken_back and self.money[entry.target] >= entry.amount)
        entry.taken_back = True
        self.carry(Entry("reversed", entry.target, entry.source, entry.amount, here(self.now)))
        if self.money["due"]:
            self.pay_by = self.pay_by or self.due_again()
        self.keep_days()

    def ask_off(self, who: str, amount: int) -> None:
        """The host asks to write an amount off."""
        self.need_signed()
        self.need_host(who, self.pays(who))
        self.need_time(not self.held and self.asked is None and 0 < amount <= self.money["due"])
        self.asked, self.asked_at = amount, self.now

    def answer_off(self, who: str, fresh: bool, agree: bool) -> None:
        """The intern; or a steward, once the intern had two weeks."""
        self.need(who in ("sam", *self.stewards))
        self.need_time(not self.held and fresh and self.asked is not None)
        self.need_time(who == "sam" or (self.asked_at and self.asked_at < self.now - TWO_WEEKS))
        amount, self.asked, self.asked_at = self.asked or 0, None, None
        if agree:
            self.book("written_off", ("due",), "written_off", amount, here(self.now))
            self.keep_days()

    # the talk about a part of it

    def end_early(self, who: str, fresh: bool, part_pay: int | None) -> None:
        begun = self.state not in ("agreeing", "onboarding")
        finished = self.state == "closing"
        super().end_early(who, fresh, part_pay)
        self.done_on = self.done_on or here(self.now)
        if begun and not finished:
            counted = [result.state for result in self.results if result.state != "left_out"]
            shown = self.terms["pay"] * counted.count("accepted") // max(len(counted), 1)
            self.begin_talk(shown if part_pay is None else part_pay, shown)

    def begin_talk(self, amount: int, shown: int) -> None:
        side = self.ended_by
        turn = "intern" if side == "host" else "host"
        self.talk = Talk(self.terms["pay"], shown, turn, business(self.now, 5, turn), {side: amount})
        if self.gives_whole(side, amount):
            self.settle_talk(amount, "agreed")

    def gives_whole(self, side: str, amount: int) -> bool:
        return side == "host" and self.talk is not None and amount == self.talk.most

    def settle_talk(self, amount: int, how: str) -> None:
        assert self.talk is not None
        self.talk.state, self.talk.settled, self.part_pay = how, amount, amount
        self.done_on = here(self.now)

    def say_part(self, who: str, fresh: bool, amount: int) -> None:
        self.need_signed()
        talk = self.talk
        self.need_time(talk is not None and fresh)
        assert talk is not None
        side = self.need_side(who)
        self.need_time(not self.held and talk.state == "proposed" and talk.turn == side)
        self.need_time(self.earned <= amount <= talk.most)
        same = amount == talk.said[talk.other]
        talk.said[side], talk.words = amount, talk.words + 1
        if same or self.gives_whole(side, amount):
            self.settle_talk(amount, "agreed")
        else:
            talk.turn = talk.other
            talk.answer_by = business(self.now, 5, talk.turn)

    def set_part(self, who: str, fresh: bool, amount: int, reason: str) -> None:
        """The third party, once a side left the other without an answer."""
        self.need_signed()
        talk = self.talk
        self.need_time(talk is not None and fresh)
        assert talk is not None
        self.need(who in self.stewards)
        self.need_time(not self.held and talk.state == "proposed" and self.now > talk.answer_by and reason.strip())
        said = [talk.said.get(side, talk.shown) for side in ("host", "intern")]
        self.need_time(max(min(said), self.earned) <= amount <= max(*said, self.earned))
        talk.words += 1
        self.settle_talk(amount, "decided")

    def close(self) -> None:
        super().close()
        self.done_on = here(self.now)

    @property
    def is_live(self) -> bool:
        return self.state in LIVE
