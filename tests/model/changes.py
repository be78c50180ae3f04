"""What is drawn of changes to signed terms: the rules of the machine for amendments and due dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

type Terms = dict[str, Any]

CHANGES: dict[str, Callable[[Terms], Terms]] = {
    "more pay": lambda t: {"pay": t["pay"] + 5000},
    "no pay": lambda t: {"pay": 0},
    "less of both": lambda t: {"pay": t["pay"] - 9000, "hours": max(t["hours"] - 6, 1)},
    "more hours": lambda t: {"hours": t["hours"] + 3},
    "a week more": lambda t: {"end": t["end"] + timedelta(days=7)},
    "ends before it starts": lambda t: {"end": t["start"] - timedelta(days=1)},
    "starts later": lambda t: {"start": t["start"] + timedelta(days=4)},
    "a result later": lambda t: {"due": {n: day + timedelta(days=5) for n, day in t["due"].items() if n == 1}},
    "more check-ins": lambda t: {"every": 3},
    "no check-ins": lambda t: {"every": 0},
    "nothing": lambda t: {},
}
AMENDS = CHANGES | {
    "one result less": lambda t: {"left_out": [max(t["due"])]},
    "the first left out": lambda t: {"left_out": [min(t["due"])]},
    "one result more": lambda t: {"added": True},
    "more of everything": lambda t: {
        "added": True, "end": t["end"] + timedelta(days=3), "hours": t["hours"] + 1, "pay": t["pay"] + 9000,
    },
}  # fmt: skip
EVERYBODY = ("sam", "hana", "rita", "hugo", "cora", "stella", "stan", "otto", "paz")
people = st.tuples(st.sampled_from(EVERYBODY), st.sampled_from([True, True, True, False]))
mostly = st.sampled_from([True, True, True, True, False])
seldom = st.sampled_from([0, 0, 0, 0, 1])
lateness = st.sampled_from([*(timedelta(minutes=n) for n in (1, 0, -1)), None])
names = st.sampled_from(["Sam O.", "S. O.", " "])


def _signed(walk: Any) -> bool:
    return walk.work.state in ("onboarding", "active") or (walk.work.signed_once and walk.turn % 4 == 0)


def _waits(walk: Any) -> bool:
    return walk.work.waits or (walk.work.signed_once and walk.turn % 8 == 0)


class ChangesSigned(RuleBasedStateMachine):
    """Rules on what is signed; `Walk` knows how to try them."""

    work: Any
    tries: Callable[..., None]
    both: Callable[..., None]
    waits_until: Callable[..., None]

    @precondition(_signed)
    @rule(who=people, fresh=mostly, change=st.sampled_from(sorted(AMENDS)))
    def asks_for_a_change(self, who, fresh, change):
        self.tries("amend", who, fresh, AMENDS[change](self.work.now_standing()))

    @precondition(_waits)
    @rule(who=people, back=seldom, same_text=mostly, name=names)
    def signs_the_change(self, who, back, same_text, name):
        self.tries("sign", who, max(len(self.work.versions) - back, 1), same_text, name)

    @precondition(_waits)
    @rule(who=people, fresh=mostly, change=st.sampled_from(sorted(AMENDS)))
    def answers_with_another(self, who, fresh, change):
        self.tries("counter", who, len(self.work.versions), fresh, AMENDS[change](self.work.versions[-1].terms))

    @precondition(_waits)
    @rule(who=people, move=st.sampled_from(["decline", "withdraw"]))
    def says_no(self, who, move):
        self.tries(move, who)

    @precondition(_waits)
    @rule(late=lateness)
    def clock_lapses(self, late):
        self.waits_until(max(self.work.versions[-1].sign_by.values()), late)
        self.both("lapse")

    @precondition(_signed)
    @rule(who=people, number=st.integers(1, 4), fresh=mostly, days=st.sampled_from([-60, -1, 0, 1, 1, 2, 60]))
    def asks_for_another_day(self, who, number, fresh, days):
        self.tries("propose_due", who, min(number, len(self.work.results)), fresh, days)

    @precondition(lambda walk: any(result.new_due for result in walk.work.results) or _waits(walk))
    @rule(who=people, number=st.integers(1, 4), move=st.sampled_from(["agree_due", "agree_due", "keep_due"]))
    def answers_about_the_day(self, who, number, move):
        asked = [result.number for result in self.work.results if result.new_due]
        self.tries(move, who, asked[0] if asked else min(number, len(self.work.results)))
