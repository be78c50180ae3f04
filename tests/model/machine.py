"""The machine: draws who tries what, lets the site and the reference do it, and compares."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.applications.models import Application
from firstfoot.operations.check.command import all_faults
from firstfoot.work.engagements.actions import accept_offer
from firstfoot.work.engagements.models import Criterion, Engagement
from tests.cast import Cast
from tests.model import picture
from tests.model.calendar import business
from tests.model.changes import CHANGES, EVERYBODY, ChangesSigned, lateness, mostly, people, seldom
from tests.model.disputing import Disputing
from tests.model.reference import LIVE, OVER, PROGRESS, MayNot, NotNow, Result, Step, Version
from tests.model.settles import Settles
from tests.model.site import Site
from tests.model.work import Work

BEGINS_AT = datetime(2026, 6, 1, 9, tzinfo=UTC)  # a Monday
numbers = st.integers(1, 5)
spans = st.sampled_from([timedelta(hours=1), *(timedelta(days=n) for n in (1, 3, 8, 16))])
# What is looked at again after which moves, besides at the end.
LOOKS = {
    "signs": ({"answer", "agree_skip", "miss", "ring", "agree_correction", "close_correction", "end_early"}, ("sam",)),
    "seen": ({"staff", "leave"}, ("cora", "hugo", "rita", "sam")),
    "answers": ({"answer", "agree_skip", "miss", "ring", "staff"}, ("sam", "hugo", "rita")),
    "assessments": ({"assess", "reveal", "ring"}, ("sam", "hana")),
}

# After which moves the pay follows what was agreed, as the worker sees to it.
PAY_FOLLOWS = {
    "sign", "review", "decide", "end_early", "ring", "say_part", "set_part", "rule_anew", "accept_decision",
    "clock_stands",
}  # fmt: skip
# What some walks begin with, at work: the talk about pay, or a dispute at each of its stages.
END = ("end_early", "sam", True, None)
ASKED = (("dispute", "sam", "scope", 1, "It is more than we signed."), ("answer_dispute", "hugo", True, "It is not."))
DECIDED = (*ASKED, ("rule", "stella", True, "ended", 20_000, "It was too much."))
FURTHER: dict[str, tuple[tuple[Any, ...], ...]] = {
    "ended_early": (END,), "to_decide": ASKED, "decided": DECIDED,
    "appealed": (*DECIDED, ("appeal", "hugo", True, "It was agreed.")),
}  # fmt: skip


@dataclass
class World:
    """What every walk begins from: the cast, and an offer to sam for each kind of project."""

    cast: Cast
    offers: dict[str, Application]
    compared: int = 0


def timely(*states: str, given: Callable[[Work], object] = lambda _work: True) -> Callable[..., Any]:
    """A rule for these states, which every fourth step is tried in any other, too."""
    return precondition(lambda walk: given(walk.work) and (walk.work.state in states or walk.turn % 4 == 0))


class Walk(ChangesSigned, Settles):
    """One engagement, from the accepted offer on; afterwards the world is as it was."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world, self.keys, self.turn = world, 0, 0
        self.work: Disputing
        self.site: Site
        self.undo = transaction.atomic()
        self.undo.__enter__()

    def teardown(self) -> None:
        try:
            self.leads_out()
            with clock.at(self.work.now):
                for what, (_moves, people) in LOOKS.items():
                    self.compare_what_is_read(what, "otto", *people)
                assert list(all_faults()) == []
        finally:
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)

    # doing it

    def tries(self, move: str, who: tuple[str, bool], *arguments: Any) -> None:
        """This person tries it, or one who may, if that was drawn."""
        name, rightly = who
        if rightly and (able := [each for each in EVERYBODY if self.could(move, each, *arguments)]):
            name = able[EVERYBODY.index(name) % len(able)]
        self.both(move, name, *arguments)

    def answers_a_proposal(self, move: str, who: tuple[str, bool], own_side: str, *arguments: Any) -> None:
        """Whoever it was tries it, or, where a side is named, somebody of the side that proposed."""
        own = {"intern": "sam", "host": self.work.supervisor}.get(own_side)
        self.tries(move, (own, False) if own else who, *arguments)

    def waits_until(self, end: datetime | None, late: timedelta | None) -> None:
        if end and late is not None:
            self.both("wait", max(end + late - self.work.now, timedelta(0)))

    def could(self, move: str, *arguments: Any) -> bool:
        return outcome(getattr(deepcopy(self.work), move), arguments) == "done"

    def both(self, move: str, *arguments: Any) -> None:
        """Let the site and the reference try the same; both do it, or both refuse for the same kind of reason."""
        self.turn += 1
        follows = move in PAY_FOLLOWS
        with clock.at(self.work.now):
            happened = outcome(getattr(self.site, move), arguments)
            if follows and happened == "done":
                self.site.follow()
        before, drawn = self.work.state, picture.of_reference(self.work)
        expected = outcome(getattr(self.work, move), arguments)
        if follows and expected == "done":
            self.work.follow()
        note(f"{move}{arguments}: {expected}")
        assert happened == expected, f"{move}{arguments} while {before}: {happened}, expected {expected}"
        self.world.compared += 1
        if move == "wait":  # the site has nothing to do with it
            return
        with clock.at(self.work.now):
            now = picture.of_reference(self.work)
            assert picture.of_database(self.site) == now
            for what, (moves, people) in LOOKS.items():
                if move in moves and now != drawn:
                    self.compare_what_is_read(what, *people)

    def compare_what_is_read(self, what: str, *people: str) -> None:
        of_reference, on_site = picture.WHAT[what]
        for who in people:
            found = on_site(self.site, self.work, who)
            assert found == of_reference(self.work, who), f"{what}: {who}"

    @initialize(
        kind=st.sampled_from(["one", "two", "extra"]),
        until=st.sampled_from([*LIVE, "onboarding", "active", "active", "active", "completed", *FURTHER]),
    )
    def begin_with(self, kind, until):
        offer = self.world.offers[kind]
        with clock.at(BEGINS_AT):
            engagement = accept_offer(application_id=offer.pk, actor=self.world.cast.sam)
        self.site, self.work = Site(self.world.cast, engagement), reference_of(engagement)
        while self.work.state != ("active" if until in FURTHER else until):
            self.go_on()
        for move, *arguments in FURTHER.get(until, ()):
            self.both(move, *arguments)

    def go_on(self) -> None:
        """The next move that leads onward."""
        work = self.work
        if work.is_stopped:
            self.both("restore", "stella")
        elif work.state == "agreeing":
            who = "hana" if "intern" in work.versions[-1].signed else "sam"
            self.both("sign", who, len(work.versions), True, who)
        elif work.state == "onboarding":
            step = next((s for s in work.steps if s.required and not s.done), None)
            if step:
                self.both("tick", "sam" if step.side == "intern" else "hana", step.number, True)
            else:
                self.both("begin", "sam")
        elif work.state == "active":
            result = next(r for r in work.results if r.required and r.state not in ("accepted", "left_out"))
            if result.state == "submitted":
                self.both("review", "hana", result.number, len(result.handed), True, ["met"] * len(result.criteria), "")
            else:
                self.both("hand_in", "sam", result.number, self.new_key(), True, "Here it is.")
        elif work.state == "closing":
            own = work.assessments.get("intern")
            self.both("assess", "hana" if own and own.state == "submitted" else "sam", True, True)

    def new_key(self) -> str:
        self.keys += 1
        return str(self.keys)

    @precondition(lambda self: self.work.state in LIVE and self.turn % 2)
    @rule(moves=st.integers(1, 2))
    def advances(self, moves):
        """Named to stand first: the simplest walk that is drawn leads through the whole life."""
        for _move in range(moves):
            self.go_on()

    # the agreement

    @timely("agreeing")
    @rule(who=people, back=seldom, same_text=mostly, name=st.sampled_from(["Sam O.", "S. O.", "S.O.", "Sam", " "]))
    def signs(self, who, back, same_text, name):
        self.tries("sign", who, max(len(self.work.versions) - back, 1), same_text, name)

    @timely("agreeing")
    @rule(who=people, back=seldom, fresh=mostly, change=st.sampled_from(sorted(CHANGES)))
    def counters(self, who, back, fresh, change):
        number = max(len(self.work.versions) - back, 1)
        self.tries("counter", who, number, fresh, CHANGES[change](self.work.versions[number - 1].terms))

    @timely("agreeing")
    @rule(who=people)
    def gives_time_to_sign(self, who):
        self.tries("extend", who, len(self.work.versions))

    # before the start

    @timely("onboarding")
    @rule(who=people, number=numbers, done=mostly)
    def ticks(self, who, number, done):
        self.tries("tick", who, min(number, len(self.work.steps)), done)

    @timely("onboarding")
    @rule(who=people, days=st.sampled_from([-60, 1, 7, 20]))
    def proposes_another_start(self, who, days):
        self.tries("propose_start", who, self.work.start + timedelta(days=days))

    @timely("onboarding", given=lambda work: work.state != "onboarding" or work.new_start)
    @rule(who=people, own=seldom)
    def agrees_to_the_start(self, who, own):
        self.answers_a_proposal("agree_start", who, self.work.new_start_by if own else "")

    @timely("onboarding")
    @rule(who=people, by_clock=st.booleans())
    def starts(self, who, by_clock):
        if by_clock:
            self.both("begin", None)
        else:
            self.tries("begin", who)

    # check-ins

    @timely("active", given=lambda work: work.check_ins)
    @rule(who=people, number=numbers, progress=st.sampled_from(PROGRESS))
    def answers(self, who, number, progress):
        self.tries("answer", who, self.check_in(number), progress)

    @timely("active", given=lambda work: work.check_ins)
    @rule(who=people, number=numbers, agree=mostly, own=seldom)
    def skips(self, who, number, agree, own):
        asked = [c for c in self.work.check_ins if c.skip_by and c.state == "scheduled"]
        if asked and agree:
            self.answers_a_proposal("agree_skip", who, asked[0].skip_by if own else "", asked[0].number)
        else:
            self.tries("propose_skip" if agree else "agree_skip", who, self.check_in(number))

    @timely("active", given=lambda work: work.check_ins)
    @rule(number=numbers, late=lateness)
    def clock_misses(self, number, late):
        check_in = self.work.check_ins[self.check_in(number) - 1]
        self.waits_until(check_in.closes, late)
        self.both("miss", check_in.number)

    def check_in(self, number: int) -> int:
        """The first that is still open for most numbers, else any."""
        still = [c.number for c in self.work.check_ins if c.state == "scheduled"]
        return still[0] if still and number > 2 else min(number, len(self.work.check_ins))

    # corrections

    @timely("onboarding", "active")
    @rule(who=people, cause=st.sampled_from(["stuck", "asked", "scope_too_big"]))
    def opens_a_correction(self, who, cause):
        self.tries("open_correction", who, cause)

    @precondition(lambda self: self.work.corrections)
    @rule(who=people, number=numbers, fresh=mostly, count=st.sampled_from([0, 1, 1, 2]), own=seldom, next_move=mostly,
          other=st.sampled_from(["propose_correction", "agree_correction", "close_correction"]))  # fmt: skip
    def corrects(self, who, number, fresh, count, own, next_move, other):
        index = number % len(self.work.corrections)
        proposed = self.work.corrections[index].proposed_by
        move = ("agree_correction" if proposed else "propose_correction") if next_move else other
        if move == "agree_correction":
            self.answers_a_proposal(move, who, proposed if own else "", index)
        else:
            self.tries(move, who, index, *((fresh, count) if move == "propose_correction" else ()))

    # results

    @timely("active")
    @rule(who=people, number=numbers, again=st.sampled_from([False, False, False, True]), fresh=mostly,
          note=st.sampled_from(["Here", "There", "Now", " "]))  # fmt: skip
    def hands_in(self, who, number, again, fresh, note):
        result = self.work.results[number % len(self.work.results)]
        key = max(result.keys, default="none") if again else self.new_key()
        self.tries("hand_in", who, result.number, key, fresh, note)

    @timely("active", given=lambda work: any(result.handed for result in work.results))
    @rule(who=people, number=numbers, back=seldom, accept=st.booleans(), marks=st.lists(
          st.sampled_from(["met", "met", "met", "not yet", "not yet", "silent"]), min_size=2, max_size=2),
          whole=mostly, comment=st.sampled_from(["", "Nearly."]))  # fmt: skip
    def reviews(self, who, number, back, accept, marks, whole, comment):
        waiting = [r for r in self.work.results if r.state == "submitted"]
        result = waiting[0] if waiting and number > 2 else self.work.results[number % len(self.work.results)]
        marks = marks[: len(result.criteria)] if whole else []
        self.tries("review", who, result.number, len(result.handed) - back, accept, marks, comment)

    @timely("active", given=lambda work: any(result.handed for result in work.results))
    @rule(who=people, back=seldom, late=lateness)
    def decides_on_the_record(self, who, back, late):
        result = max((r for r in self.work.results if r.handed), key=lambda r: r.state == "submitted")
        self.waits_until(business(result.handed_at, 10, "host"), late)
        self.tries("decide", who, result.number, len(result.handed) - back)

    # after the work

    @timely("closing", "ended_early")
    @rule(who=people, submit=mostly, whole=mostly)
    def assesses(self, who, submit, whole):
        self.tries("assess", who, submit, whole)

    @timely("closing", "ended_early")
    @rule(late=lateness)
    def clock_reveals(self, late):
        self.waits_until(self.work.evaluate_by, late)
        self.both("reveal")

    @timely("completed", "ended_early", given=lambda work: work.assessments)
    @rule(who=people, side=st.sampled_from(["host", "intern"]), text=st.sampled_from(["Thanks.", "No.", " "]))
    def replies(self, who, side, text):
        self.tries("reply", who, side if side in self.work.assessments else min(self.work.assessments), text)

    @timely(*LIVE)
    @rule(who=people, fresh=mostly, part=st.sampled_from([None, 10_000, 900_000, 900_000, 900_000]))
    def ends_early(self, who, fresh, part):
        self.tries("end_early", who, fresh, part)

    @timely(*OVER)
    @rule(who=people)
    def says_what_was(self, who):
        self.tries("note_closing", who)

    # around it

    @rule(who=people, member=st.sampled_from(["hana", "rita", "cora"]), cover=st.sampled_from(["", "cora", "rita"]),
          supervisor=st.sampled_from([*EVERYBODY, "hugo", "cora"]), what=st.sampled_from(
          ["post", "staff", "staff", "leave", "stop", "restore"]))  # fmt: skip
    def happens_around_it(self, who, member, cover, supervisor, what):
        if self.work.is_stopped:
            what = "restore" if what == "stop" else what
        arguments = {"staff": (supervisor, cover), "leave": (member,)}.get(what, ())
        if what != "leave" or member in self.work.roles:
            self.tries(what, who, *arguments)

    @rule(span=spans, rings=mostly)
    def time_passes(self, span, rings):
        self.both("wait", span)
        if rings:
            self.both("ring")


def outcome(move: Callable[..., object], arguments: tuple[Any, ...]) -> str:
    """How it went: "done", or the kind of refusal."""
    try:
        move(*arguments)
    except (MayNot, NotPermitted):
        return "may not"
    except (NotNow, Conflict, IllegalTransition):
        return "not now"
    return "done"


def reference_of(engagement: Engagement) -> Disputing:
    """The reference of an engagement that has just begun, from the terms of its first version."""
    terms = engagement.agreement_versions.get().terms
    criteria = Criterion.objects.filter(deliverable__engagement=engagement).order_by("deliverable", "number")
    results = [
        Result(
            d.number, d.due_on, d.required, tuple(c.required for c in criteria if c.deliverable_id == d.pk)
        )
        for d in engagement.deliverables.order_by("number")
    ]  # fmt: skip
    first = {
        "pay": terms["pay_minor"], "hours": terms["hours"], "start": engagement.start_on, "end": engagement.end_on,
        "every": terms["check_in_every_days"], "due": {result.number: result.due for result in results},
    }  # fmt: skip
    steps = [Step(s.number, s.side, s.required) for s in engagement.onboarding_steps.order_by("number")]
    work = Disputing(
        now=BEGINS_AT, versions=[Version(1, "host", first)], results=results, steps=steps,
        within=terms["pay_within_days"],
    )  # fmt: skip
    work.versions[0].sign_by = work.five_days()
    return work
