"""The reference, when what was signed changes: amendments, and due dates that move by a word of the other side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tests.model.calendar import ZONES, business, check_in_days, here, later_side
from tests.model.reference import CheckIn, Result, Version
from tests.model.work import Work

STILL_OPEN = ("expected", "returned")
GOES_ON = ("onboarding", "active")


@dataclass
class Amending(Work):
    """An engagement whose signed terms can change, version n standing until both sign n+1."""

    begun_on: date = date.min

    @property
    def terms(self) -> dict[str, Any]:
        """Of the signed version; before there is one, of the newest."""
        signed = [version for version in self.versions if version.state == "signed"]
        return (signed or self.versions)[-1].terms

    @property
    def signed_once(self) -> bool:
        return any(version.state in ("signed", "superseded") for version in self.versions)

    @property
    def waits(self) -> bool:
        """Whether a change of what is signed waits for signatures."""
        return self.versions[-1].amends > 0 and self.versions[-1].state == "proposed"

    def now_standing(self) -> dict[str, Any]:
        """The signed terms, with the days as they are by now."""
        due = {result.number: result.due for result in self.results if result.state != "left_out"}
        return self.terms | {"start": self.start, "end": self.end, "due": due}

    def changed(self, terms: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
        """`left_out` takes results away, `added` brings one that is due on the last day."""
        plain = {key: value for key, value in changes.items() if key not in ("due", "left_out", "added")}
        after = terms | plain
        due = terms["due"] | {n: day for n, day in changes.get("due", {}).items() if n in terms["due"]}
        due = {n: day for n, day in due.items() if n not in changes.get("left_out", ())}
        last = max([terms.get("numbered", 0), *terms["due"]])
        if "added" in changes:
            due[last + 1] = after["end"]
        after["due"] = due
        if "added" in changes or changes.get("left_out"):
            after["numbered"] = last + ("added" in changes)
        return after

    def need_fit(self, terms: dict[str, Any]) -> None:
        """Terms that may follow those that stand: nothing handed in is touched, a first day that is over stays."""
        stands = self.now_standing()
        known, wanted = stands["due"], terms["due"]
        self.need_time({k: v for k, v in terms.items() if k != "numbered"} != {
            k: v for k, v in stands.items() if k != "numbered"})  # fmt: skip
        settled = {result.number for result in self.results if result.state not in STILL_OPEN}
        touched = {n for n in known if wanted.get(n) != known[n]}
        self.need_time(not touched & settled)
        self.need_time(not self.was_started or terms["start"] == stands["start"])
        required = {result.number for result in self.results if result.required} | (set(wanted) - set(known))
        self.need_time(self.can_stand(terms) and required & set(wanted))

    # proposing and answering

    def amend(self, who: str, fresh: bool, changes: dict[str, Any]) -> None:
        side = self.need_side(who, self.recruits(who))
        self.need_state(*GOES_ON)
        self.need_time(not self.waits and fresh)
        terms = self.changed(self.now_standing(), changes)
        self.need_fit(terms)
        signed = next(version.number for version in self.versions if version.state == "signed")
        self.propose(side, terms)
        self.versions[-1].amends = signed

    def counter(self, who: str, number: int, fresh: bool, changes: dict[str, Any]) -> None:
        version = self.versions[number - 1]
        if not version.amends:
            super().counter(who, number, fresh, changes)
            return
        self.need_time(fresh)
        side = self.need_side(who, self.recruits(who))
        terms = self.changed(version.terms, changes)
        self.need_time(version.state == "proposed" and terms != version.terms)
        self.need_fit(terms)
        version.state = "countered"
        self.propose(side, terms)
        self.versions[-1].amends = version.amends

    def sign(self, who: str, number: int, same_text: bool, name: str) -> None:
        version = self.versions[number - 1]
        if not version.amends:
            super().sign(who, number, same_text, name)
            return
        side = self.need_side(who, self.recruits(who))
        self.need_time(version.state == "proposed" and same_text and name.strip() and side not in version.signed)
        if len(version.signed) == 1:
            self.need_state(*GOES_ON)
            self.need_fit(version.terms)
        version.signed.add(side)
        if len(version.signed) == 2:
            self.take(version)

    def take(self, version: Version) -> None:
        """The signed change stands from now on: days, results and check-ins follow it."""
        before = self.now_standing()
        self.versions[version.amends - 1].state, version.state = "superseded", "signed"
        terms = version.terms
        self.start, self.end = terms["start"], terms["end"]
        for result in self.results:
            result.new_due, result.new_due_by = None, ""
            if result.number in terms["due"]:
                result.due = terms["due"][result.number]
            elif result.state in STILL_OPEN:
                result.state = "left_out"
        known = {result.number for result in self.results}
        for number in sorted(set(terms["due"]) - known):
            self.results.append(Result(number, terms["due"][number], True, (True,)))
        if self.was_started and any(before[key] != terms[key] for key in ("end", "every", "start")):
            self.plan_again()
        asked = [result.state for result in self.results if result.required and result.state != "left_out"]
        if self.was_started and set(asked) == {"accepted"}:
            self.close()

    def plan_again(self) -> None:
        """What lies ahead follows the new days; what lies behind stays."""
        today = here(self.now)
        ahead = {c.due: c for c in self.check_ins if c.state == "scheduled" and c.due > today}
        behind = [c.due for c in self.check_ins if c.due not in ahead and c.state != "skipped"]
        first = max(behind) if behind else max(self.start, self.begun_on)
        every, last = self.terms["every"], max(self.end, first)
        halfway = first + timedelta(days=every) > last
        days = [] if behind and halfway else check_in_days(first, last, every)
        days = [day for day in days if day > today]
        for day, check_in in ahead.items():
            if day not in days:
                check_in.state = "skipped"
        for day in days:
            if day not in ahead:
                noon = datetime.combine(day, time(12), UTC)
                closes = later_side({side: business(noon, 2, side) for side in ZONES})
                self.check_ins.append(CheckIn(len(self.check_ins) + 1, day, closes))

    def decline(self, who: str) -> None:
        side, version = self.need_side(who, self.recruits(who)), self.versions[-1]
        self.need_time(self.waits and version.side != side)
        version.state = "declined"

    def withdraw(self, who: str) -> None:
        side, version = self.need_side(who, self.recruits(who)), self.versions[-1]
        self.need_time(self.waits and version.side == side)
        version.state = "void"

    def lapse(self) -> None:
        version = self.versions[-1]
        self.need_time(self.waits and self.now > max(version.sign_by.values()))
        version.state = "void"

    # due dates

    def propose_due(self, who: str, number: int, fresh: bool, days: int) -> None:
        result = self.results[number - 1]
        day = result.due + timedelta(days=days)
        self.need_time(fresh)
        side = self.need_open(who, result)
        self.need_time(days and day >= here(self.now) and self.start <= day <= self.end)
        result.new_due, result.new_due_by = day, side

    def agree_due(self, who: str, number: int) -> None:
        result = self.results[number - 1]
        side = self.need_open(who, result)
        self.need_time(result.new_due and result.new_due_by != side)
        result.due = result.new_due or result.due
        result.new_due, result.new_due_by = None, ""

    def keep_due(self, who: str, number: int) -> None:
        result = self.results[number - 1]
        self.need_open(who, result)
        self.need_time(result.new_due)
        result.new_due, result.new_due_by = None, ""

    def need_open(self, who: str, result: Result) -> str:
        side = self.need_side(who, self.reviews(who))
        self.need_state(*GOES_ON)
        self.need_time(result.state in STILL_OPEN and not self.waits)
        return side

    # what changes elsewhere

    def begin(self, who: str | None) -> None:
        super().begin(who)
        self.begun_on = here(self.now)

    def agree_start(self, who: str) -> None:
        side = self.need_side(who)
        self.need_state("onboarding")
        self.need_time(self.new_start and self.new_start_by != side and not self.waits)
        super().agree_start(who)

    def hand_in(self, who: str, number: int, key: str, fresh: bool, note: str) -> None:
        handed = len(self.results[number - 1].handed)
        super().hand_in(who, number, key, fresh, note)
        if len(self.results[number - 1].handed) > handed:
            self.results[number - 1].new_due, self.results[number - 1].new_due_by = None, ""

    def close(self) -> None:
        super().close()
        if self.waits:
            self.versions[-1].state = "void"

    def ring_between(self) -> None:
        super().ring_between()
        if self.waits and max(self.versions[-1].sign_by.values()) < self.now:
            self.lapse()
