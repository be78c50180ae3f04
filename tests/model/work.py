"""The reference, while the work goes on and after it: check-ins, corrections, results, assessments, clocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time

from tests.model.calendar import ZONES, business, check_in_days, here, later_side
from tests.model.reference import PROGRESS, Assessment, CheckIn, Correction, Engagement


@dataclass
class Work(Engagement):
    """An engagement with everything that happens once it began."""

    # starting

    def begin(self, who: str | None) -> None:
        """Either side on any day, or the clock on the first day; all required steps must be done."""
        if who is not None:
            self.need_side(who)
        self.need_state("onboarding")
        self.need_time(all(step.done for step in self.steps if step.required))
        self.need_time(who is not None or here(self.now) >= self.start)
        self.state, self.was_started, self.new_start, self.new_start_by = "active", True, None, ""
        first = max(self.start, here(self.now))
        days = check_in_days(first, max(self.end, first), self.terms["every"])
        for number, day in enumerate(days, start=1):
            noon = datetime.combine(day, time(12), UTC)
            closes = later_side({side: business(noon, 2, side) for side in ZONES})
            self.check_ins.append(CheckIn(number, day, closes))

    # check-ins

    def answer(self, who: str, number: int, progress: str) -> None:
        """Unseen by the other side until both are in; answers far apart open a correction."""
        side = self.need_side(who, self.guides(who))
        self.need_state("active")
        check_in = self.check_ins[number - 1]
        earlier = [c for c in self.check_ins[: number - 1] if c.state == "scheduled"]
        self.need_time(check_in.state == "scheduled" and (check_in.due <= here(self.now) or not earlier))
        check_in.said[side] = progress
        if len(check_in.said) == 2:
            check_in.state = "answered"
            host, intern = (PROGRESS.index(check_in.said[side]) for side in ("host", "intern"))
            check_in.divergent = abs(host - intern) >= 2 or (host == 3) != (intern == 3)
            if check_in.divergent:
                self.corrections.append(Correction("divergence", ""))

    def propose_skip(self, who: str, number: int) -> None:
        side = self.need_side(who, self.guides(who))
        self.need_state("active")
        check_in = self.check_ins[number - 1]
        self.need_time(check_in.state == "scheduled" and not check_in.skip_by)
        check_in.skip_by = side

    def agree_skip(self, who: str, number: int) -> None:
        side, check_in = self.need_side(who, self.guides(who)), self.check_ins[number - 1]
        self.need_time(check_in.state == "scheduled" and check_in.skip_by and check_in.skip_by != side)
        check_in.state = "skipped"

    def miss(self, number: int) -> None:
        """The clock."""
        check_in = self.check_ins[number - 1]
        self.need_time(check_in.state == "scheduled" and self.now >= check_in.closes)
        check_in.state = "missed"

    @property
    def missed(self) -> int:
        """How many in a row, as the early warning counts them while the work goes on."""
        states = [c.state for c in self.check_ins]
        last = max((n for n, state in enumerate(states) if state == "answered"), default=-1)
        return states[last + 1 :].count("missed") if self.state == "active" else 0

    @property
    def apart(self) -> int:
        """Check-ins answered far apart whose correction is not settled."""
        open_ones = [c for c in self.corrections if c.cause == "divergence" and c.state != "done"]
        return len(open_ones) if self.state == "active" else 0

    def reads(self, who: str, check_in: CheckIn) -> set[str]:
        """Whose answers this person may read: guides and the intern, the other side's once it closed."""
        if not (who == "sam" or self.guides(who)):
            return set()
        closed = check_in.state != "scheduled"
        return {side for side in check_in.said if closed or side == self.side(who)}

    # corrections

    def open_correction(self, who: str, cause: str) -> None:
        side = self.need_side(who, self.reviews(who))
        self.need_state("onboarding", "active")
        self.corrections.append(Correction(cause, side))

    def propose_correction(self, who: str, index: int, fresh: bool, count: int) -> None:
        correction = self.corrections[index]
        self.need_time(fresh)
        side = self.need_side(who, self.reviews(who))
        self.need_time(correction.state == "open" and count)
        correction.proposed_by = side

    def agree_correction(self, who: str, index: int) -> None:
        side, correction = self.need_side(who, self.reviews(who)), self.corrections[index]
        self.need_time(correction.state == "open" and correction.proposed_by and correction.proposed_by != side)
        correction.state = "agreed"

    def close_correction(self, who: str, index: int) -> None:
        self.need_side(who, self.reviews(who))
        self.need_time(self.corrections[index].state != "done")
        self.corrections[index].state = "done"

    # results

    def hand_in(self, who: str, number: int, key: str, fresh: bool, note: str) -> None:
        """By the intern, while nothing waits for its answer; the same form sent twice counts once."""
        result = self.results[number - 1]
        self.need(who == "sam")
        if key in result.keys:
            return
        self.need_time(fresh and note.strip())
        self.need_state("active")
        self.need_time(result.state in ("expected", "returned"))
        result.state, result.handed_at = "submitted", self.now
        result.review_by = business(self.now, 5, "host")
        result.handed.append("")
        result.keys.add(key)

    def review(self, who: str, number: int, version: int, accept: bool, marks: list[str], comment: str) -> None:
        """`marks` holds "met", "not yet" (said why) or "silent" (not yet, without a word) for each criterion."""
        result = self.results[number - 1]
        self.need_host(who, self.reviews(who))
        self.need_state("active")
        self.need_time(not self.held and result.state == "submitted" and version == len(result.handed))
        self.need_time(len(marks) == len(result.criteria) and "silent" not in marks)
        if accept:
            unmet = [must for must, mark in zip(result.criteria, marks, strict=True) if mark != "met"]
            self.need_time(not any(unmet))
            self.accept(result.number, "accepted")
        else:
            self.need_time("not yet" in marks or comment.strip())
            result.state, result.handed[-1] = "returned", "returned"

    def decide(self, who: str, number: int, version: int) -> None:
        """The third party, for what the host left unanswered longer than 10 business days."""
        result = self.results[number - 1]
        self.need(who in self.stewards)
        self.need_state("active")
        self.need_time(not self.held and result.state == "submitted" and version == len(result.handed))
        began = [at for at in (result.handed_at, self.lifted_at) if at]
        self.need_time(began and self.now > business(max(began), 10, "host"))
        self.accept(number, "on record")

    def accept(self, number: int, how: str) -> None:
        """The last required one ends the work; where none is required, the last one."""
        result = self.results[number - 1]
        result.state, result.handed[-1] = "accepted", how
        counted = [each for each in self.results if each.state != "left_out"]
        asked = [each for each in counted if each.required] or counted
        if all(each.state == "accepted" for each in asked):
            self.close()

    def close(self) -> None:
        self.state, self.evaluate_by = "closing", self.two_weeks()
        self.skip_rest()

    # assessments

    @property
    def is_assessed_now(self) -> bool:
        """While it closes, or after an early end with accepted work, until the reveal."""
        ended = self.state == "ended_early" and self.evaluate_by is not None
        revealed = any(each.state == "revealed" for each in self.assessments.values())
        return (ended or self.state == "closing") and not revealed

    def assess(self, who: str, submit: bool, whole: bool) -> None:
        """Editable until the reveal; what is handed in stays handed in, and the second one reveals both."""
        side = self.need_side(who, self.reviews(who))
        self.need_time(self.is_assessed_now)
        own = self.assessments.get(side, Assessment())
        hands_in = submit or own.state == "submitted"
        self.need_time(whole or not hands_in)
        own.state = "submitted" if hands_in else "draft"
        self.assessments[side] = own
        if self.both_in and not self.kept_closed:
            self.show()

    @property
    def both_in(self) -> bool:
        return [each.state for each in self.assessments.values()] == ["submitted", "submitted"]

    @property
    def kept_closed(self) -> bool:
        """A dispute keeps what is closing from completing."""
        return self.held and self.state == "closing"

    def show(self) -> None:
        self.state = "completed" if self.state == "closing" else self.state
        for each in self.assessments.values():
            each.state = "revealed" if each.state == "submitted" else each.state

    def reveal(self) -> None:
        """The clock, after two weeks."""
        self.need_time(self.is_assessed_now)
        self.need_time(self.both_in or (self.evaluate_by and self.evaluate_by <= self.now))
        self.need_time(not self.kept_closed)
        self.show()

    def reply(self, who: str, side: str, text: str) -> None:
        """The side that was assessed, once, after the reveal."""
        assessment = self.assessments[side]
        self.need(self.need_side(who, self.reviews(who)) != side)
        self.need_time(assessment.state == "revealed" and not assessment.replied and text.strip())
        assessment.replied = True

    def reads_assessments(self, who: str) -> set[str]:
        """One's own side's always, the other's from the reveal on."""
        shown = {side for side, each in self.assessments.items() if each.state == "revealed"}
        return (shown | ({self.side(who)} & set(self.assessments))) if self.sees(who) else set()

    # the clocks

    def ring(self) -> None:
        """Everything whose time has come, as the worker finds it."""
        ready = all(step.done for step in self.steps if step.required)
        if self.state == "onboarding" and ready and here(self.now) >= self.start:
            self.begin(None)
        for check_in in self.check_ins:
            if self.state == "active" and check_in.state == "scheduled" and check_in.closes < self.now:
                self.miss(check_in.number)
        self.ring_between()
        waits = (self.state == "closing" and not self.held) or (
            self.state == "ended_early" and "submitted" in [each.state for each in self.assessments.values()]
        )
        if waits and self.evaluate_by and self.evaluate_by < self.now:
            self.reveal()

    def ring_between(self) -> None:
        """What rings before assessments are shown."""
