"""What is drawn of pay and of disputes: the rules of the machine for money, part pay, statements and decisions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.model.calendar import business, here
from tests.model.changes import lateness, mostly, people
from tests.model.disputing import MAY_BE_DECIDED, OPENED_BY
from tests.model.reference import OVER

# Of what is there: nothing, a part, all of it, too much.
shares = st.sampled_from([0, 1, 2, 2, 2, 3])
words = st.sampled_from(["It is all there.", "It is not.", " "])


def _has_money(walk: Any) -> bool:
    return bool(walk.work.entries)


def _over(walk: Any) -> bool:
    return _has_money(walk) and (walk.work.state in OVER or walk.turn % 8 == 0)


def _talks(walk: Any) -> bool:
    return walk.work.talk is not None and (walk.work.part_open or walk.turn % 4 == 0)


def _disputed(walk: Any) -> bool:
    return bool(walk.work.disputes) and (walk.work.held or walk.turn % 4 == 0)


def share(of: int, which: int) -> int:
    return (0, of // 2, of, of + 100)[which]


class Settles(RuleBasedStateMachine):
    """Rules on money and disputes; `Walk` knows how to try them."""

    work: Any
    tries: Callable[..., None]
    both: Callable[..., None]
    waits_until: Callable[..., None]

    @precondition(_has_money)
    @rule(who=people, part=shares, number=st.integers(1, 3), part_due=mostly)
    def sets_aside(self, who, part, number, part_due):
        if part_due:
            self.tries("fund", who, share(self.work.money["pledged"], part))
        else:
            left = self.work.held_by("pledged", "funded")
            self.tries("part_due", who, min(number, len(self.work.results)), share(left, part))

    @precondition(_over)
    @rule(who=people, part=shares, whole=mostly, days=st.sampled_from([-1, 0, 0, 1]), here_now=st.booleans())
    def says_what_was_paid(self, who, part, whole, days, here_now):
        day, money = here(self.work.now) + timedelta(days=days), self.work.money
        if here_now:
            self.tries("receive", who, None if whole else share(money["sent"] or money["due"], part), day)
        else:
            self.tries("release", who, None if whole else share(money["due"], part), day)

    @precondition(_over)
    @rule(who=people, back=st.integers(0, 2), part=shares, fresh=mostly, agree=st.booleans(), late=lateness)
    def goes_back_on_it(self, who, back, part, fresh, agree, late):
        if self.work.asked is not None:
            self.waits_until(self.work.asked_at + timedelta(days=14) if late else None, late)
            self.tries("answer_off", who, fresh, agree)
        elif self.work.money["due"] and agree:
            self.tries("ask_off", who, share(self.work.money["due"], part))
        elif self.work.money["sent"] and not back:
            self.tries("miss_pay", who)
        else:
            self.tries("take_back", who, max(len(self.work.entries) - back, 1))

    @precondition(_talks)
    @rule(who=people, fresh=mostly, part=shares, same=st.booleans(), late=lateness, reason=words,
          steward=st.sampled_from([False, False, True]))  # fmt: skip
    def talks_of_a_part(self, who, fresh, part, same, late, reason, steward):
        talk = self.work.talk
        amount = talk.said[talk.other] if same and talk.other in talk.said else share(talk.most, part)
        if steward:
            self.waits_until(talk.answer_by, late)
            self.tries("set_part", who, fresh, amount, reason)
        else:
            self.tries("say_part", who, fresh, amount)

    @precondition(lambda walk: walk.work.signed_once and not walk.work.held)
    @rule(who=people, cause=st.sampled_from(sorted(OPENED_BY)), number=st.integers(1, 3), text=words)
    def opens_a_dispute(self, who, cause, number, text):
        causes = [one for one in sorted(OPENED_BY) if self.work.at_hand(one)]
        cause = causes[number % len(causes)] if text != " " else cause
        asked = self.work.in_question(cause)
        self.tries("dispute", who, cause, asked[0] if asked else number, text)

    @precondition(_disputed)
    @rule(who=people, fresh=mostly, text=words, other=st.sampled_from(
          ["answer_dispute", "accept_decision", "appeal", "propose_settlement", "withdraw_dispute"]),
          next_move=mostly)  # fmt: skip
    def says_in_the_dispute(self, who, fresh, text, other, next_move):
        ways = {"open": "answer_dispute", "decided": "appeal" if text == "It is not." else "accept_decision"}
        move = ways.get(self.work.last_dispute.state, other) if next_move else other
        if move == "propose_settlement" and self.work.last_dispute.settle_side:
            move = "agree_settlement"
        with_fresh = () if move in ("propose_settlement", "withdraw_dispute") else (fresh,)
        with_text = (text,) if move in ("answer_dispute", "appeal") else ()
        self.tries(move, who, *with_fresh, *with_text)

    @precondition(_disputed)
    @rule(who=people, fresh=mostly, text=words, decision=st.integers(0, 5), part=shares)
    def decides_the_dispute(self, who, fresh, text, decision, part):
        dispute = self.work.last_dispute
        among = MAY_BE_DECIDED[dispute.cause]
        chosen = among[decision % len(among)]
        amount = max(share(self.work.terms["pay"], part), self.work.earned) if chosen in ("part_pay", "ended") else None
        move = "rule_anew" if dispute.state == "appealed" else "rule"
        self.tries(move, who, fresh, chosen, amount, text)

    @precondition(_disputed)
    @rule(late=lateness, very=st.booleans(), rings=mostly)
    def clock_of_the_dispute(self, late, very, rings):
        """Just before its time is up, at it, after it; or as long as anyone waits for a late third party."""
        due = self.work.last_dispute.due
        self.waits_until(business(due, 20, "host") if very else due, late)
        stuck = self.work.last_dispute.state == "to_decide"
        self.both("ring" if rings else "clock_gives_up" if stuck else "clock_stands")

    def leads_out(self) -> None:
        """From wherever a dispute or a talk about pay stands, clocks and the third party alone lead to its end."""
        for _step in range(4):
            if self.work.held:
                self.waits_until(business(self.work.last_dispute.due, 20, "host"), timedelta(minutes=1))
                self.both("ring")
        assert not self.work.held
        if self.work.part_open:
            talk = self.work.talk
            self.waits_until(talk.answer_by, timedelta(minutes=1))
            said = [talk.said.get(side, talk.shown) for side in ("host", "intern")]
            self.both("set_part", "stella", True, max(*said, self.work.earned), "Nobody answered.")
        assert not self.work.part_open
