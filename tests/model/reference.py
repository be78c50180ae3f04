"""The reference: what an engagement does, told once more in plain Python from docs of the domain.

It knows nothing of the product's code, least of all its lifecycle tables. Every move asks
"may you?" first, then "is it time?", and only then changes anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from tests.model.calendar import DAY, ZONES, business, here, later_side, night

OWNER, RECRUITER, SUPERVISOR = "owner", "recruiter", "supervisor"
LIVE = ("agreeing", "onboarding", "active", "closing")
OVER = ("closing", "completed", "ended_early")
FLOOR = 1500  # the least pay an hour, in cents
PROGRESS = ["ahead", "on_track", "behind", "stuck"]


class MayNot(Exception):
    """Not this person."""


class NotNow(Exception):
    """Not in this state, or not like this."""


@dataclass
class Version:
    """One version of the agreement."""

    number: int
    side: str  # who proposed it
    terms: dict[str, Any]
    state: str = "proposed"
    signed: set[str] = field(default_factory=set)
    sign_by: dict[str, datetime] = field(default_factory=dict)
    amends: int = 0  # the number of the signed version it changes


@dataclass
class Result:
    """One promised result; `handed` holds the answer to each version handed in ("" while it waits)."""

    number: int
    due: date
    required: bool
    criteria: tuple[bool, ...]  # whether each is required
    state: str = "expected"
    handed: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    handed_at: datetime | None = None
    review_by: datetime | None = None
    new_due: date | None = None  # asked for by one side
    new_due_by: str = ""


@dataclass
class CheckIn:
    number: int
    due: date
    closes: datetime
    state: str = "scheduled"
    said: dict[str, str] = field(default_factory=dict)
    skip_by: str = ""
    divergent: bool = False


@dataclass
class Correction:
    cause: str
    opened_by: str
    state: str = "open"
    proposed_by: str = ""


@dataclass
class Step:
    number: int
    side: str
    required: bool
    done: bool = False


@dataclass
class Assessment:
    state: str = "draft"
    replied: bool = False


@dataclass
class Engagement:
    """One engagement of sam at the bakery, and the few things around it that its moves depend on."""

    now: datetime
    versions: list[Version]
    results: list[Result]
    steps: list[Step]
    roles: dict[str, str] = field(
        default_factory=lambda: {"hana": OWNER, "rita": RECRUITER, "hugo": SUPERVISOR, "cora": SUPERVISOR}
    )
    supervisor: str = "hugo"
    cover: str = "cora"
    stewards: tuple[str, ...] = ("stella", "stan")
    is_stopped: bool = False  # the organization, by a steward
    held: bool = False  # by a dispute
    lifted_at: datetime | None = None
    state: str = "agreeing"
    seat_taken: bool = True
    check_ins: list[CheckIn] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    assessments: dict[str, Assessment] = field(default_factory=dict)
    start: date = date.min
    end: date = date.min
    new_start: date | None = None
    new_start_by: str = ""
    was_started: bool = False
    evaluate_by: datetime | None = None
    ended_by: str = ""
    part_pay: int | None = None
    paid: date | None = None
    received: date | None = None
    posts: int = 0

    def __post_init__(self) -> None:
        self.start, self.end = self.terms["start"], self.terms["end"]

    # who

    def side(self, who: str) -> str:
        """ "intern", "host" or "": fixed for the intern, by role and task for the host's people."""
        if who == "sam":
            return "intern"
        return "host" if self.guides(who) or self.recruits(who) else ""

    def guides(self, who: str) -> bool:
        return who in self.roles and who in (self.supervisor, self.cover)

    def recruits(self, who: str) -> bool:
        return self.roles.get(who) in (OWNER, RECRUITER)

    def owns(self, who: str) -> bool:
        return self.roles.get(who) == OWNER

    def reviews(self, who: str) -> bool:
        return self.guides(who) or self.owns(who)

    def sees(self, who: str) -> bool:
        return self.side(who) != ""

    def need(self, allowed: bool) -> None:
        if not allowed:
            raise MayNot

    def need_side(self, who: str, among_hosts: bool = True) -> str:
        """The intern, or those of the host's people who may, while their organization is not stopped."""
        side = self.side(who)
        self.need(side == "intern" or (side == "host" and among_hosts and not self.is_stopped))
        return side

    def need_host(self, who: str, among_hosts: bool) -> None:
        self.need(self.need_side(who, among_hosts) == "host")

    def need_time(self, allowed: object) -> None:
        if not allowed:
            raise NotNow

    def need_state(self, *states: str) -> None:
        self.need_time(self.state in states)

    # the agreement

    @property
    def terms(self) -> dict[str, Any]:
        """Of the newest version, which are those that stand."""
        return self.versions[-1].terms

    def propose(self, side: str, terms: dict[str, Any]) -> None:
        self.versions.append(Version(len(self.versions) + 1, side, terms, sign_by=self.five_days()))

    def five_days(self) -> dict[str, datetime]:
        return {side: business(self.now, 5, side) for side in ZONES}

    def sign(self, who: str, number: int, same_text: bool, name: str) -> None:
        """Intern, or owner or recruiter for the host: each side once, the very text that is proposed."""
        side, version = self.need_side(who, self.recruits(who)), self.versions[number - 1]
        self.need_time(version.state == "proposed" and same_text and name.strip() and side not in version.signed)
        version.signed.add(side)
        if len(version.signed) == 2:
            version.state, self.state = "signed", "onboarding"

    def counter(self, who: str, number: int, fresh: bool, changes: dict[str, Any]) -> None:
        """The next version, for which earlier signatures do not count."""
        version = self.versions[number - 1]
        self.need_time(fresh)
        side = self.need_side(who, self.recruits(who))
        terms = version.terms | {key: value for key, value in changes.items() if key != "due"}
        terms["due"] = version.terms["due"] | changes.get("due", {})
        self.need_time(version.state == "proposed" and terms != version.terms and self.can_stand(terms))
        version.state = "countered"
        self.propose(side, terms)
        self.start, self.end = terms["start"], terms["end"]
        for result in self.results:
            result.due = terms["due"][result.number]

    def can_stand(self, terms: dict[str, Any]) -> bool:
        in_time = all(terms["start"] <= due <= terms["end"] for due in terms["due"].values())
        pays = terms["pay"] > 0 and terms["hours"] > 0 and terms["pay"] >= FLOOR * terms["hours"]
        return in_time and pays and terms["start"] <= terms["end"] and 1 <= terms["every"] <= 31

    def extend(self, who: str, number: int) -> None:
        """Another full span to sign, for both."""
        self.need_side(who, self.recruits(who))
        version = self.versions[number - 1]
        self.need_time(version.state == "proposed")
        version.sign_by = self.five_days()

    # before the start

    def tick(self, who: str, number: int, done: bool) -> None:
        step = self.steps[number - 1]
        self.need(self.need_side(who) == step.side)
        self.need_state("onboarding", "active")
        step.done = done

    def propose_start(self, who: str, day: date) -> None:
        side = self.need_side(who)
        self.need_state("onboarding")
        self.need_time(day >= here(self.now))
        self.new_start, self.new_start_by = day, side

    def agree_start(self, who: str) -> None:
        """Every date moves by as many days."""
        side = self.need_side(who)
        self.need_state("onboarding")
        self.need_time(self.new_start and self.new_start_by != side)
        by = (self.new_start or self.start) - self.start
        self.start, self.end = self.start + by, self.end + by
        for result in self.results:
            result.due += by
        self.new_start, self.new_start_by = None, ""

    # ending, writing

    def end_early(self, who: str, fresh: bool, part_pay: int | None) -> None:
        """Any live day, by either side. Before the start the seat is free again; accepted work is still assessed."""
        self.need_time(fresh)
        side = self.need_side(who)
        self.need_time(side == "intern" or not self.held)
        self.need_state(*LIVE)
        self.need_time(part_pay is None or part_pay <= self.terms["pay"])
        if self.state in ("agreeing", "onboarding"):
            self.seat_taken = False
        else:
            self.part_pay = self.terms["pay"] if self.state == "closing" else None
            if any(result.state == "accepted" for result in self.results):
                self.evaluate_by = self.evaluate_by or self.two_weeks()
        self.end_it(side)

    def end_it(self, side: str) -> None:
        for version in self.versions:
            version.state = "void" if version.state == "proposed" else version.state
        self.state, self.ended_by = "ended_early", side
        self.skip_rest()

    def two_weeks(self) -> datetime:
        return later_side({side: night(here(self.now, side) + 14 * DAY, side) for side in ZONES})

    def skip_rest(self) -> None:
        for check_in in self.check_ins:
            check_in.state = "skipped" if check_in.state == "scheduled" else check_in.state

    def note_closing(self, who: str) -> None:
        self.need(who == "sam")
        self.need_state(*OVER)

    def post(self, who: str) -> None:
        self.need_side(who)
        self.posts += 1

    # the people around it

    def staff(self, who: str, supervisor: str, cover: str) -> None:
        """Owner or recruiter name members; never the intern."""
        self.need_host(who, self.recruits(who))
        self.need_state(*LIVE)
        cover = "" if cover == supervisor else cover
        self.need_time(supervisor in self.roles and (not cover or cover in self.roles))
        self.supervisor, self.cover = supervisor, cover

    def leave(self, who: str, member: str) -> None:
        """By themselves, or sent away by an owner; whoever leads live work hands over first, the last owner stays."""
        self.need(who == member or self.owns(who))
        self.need_time(not (member == self.supervisor and self.state in LIVE))
        self.need_time(not self.owns(member))
        del self.roles[member]
        if member == self.cover and self.state in LIVE:
            self.cover = ""

    def stop(self, who: str) -> None:
        self.need(who in self.stewards)
        self.need_time(not self.is_stopped)
        self.is_stopped = True

    def restore(self, who: str) -> None:
        self.need(who in self.stewards)
        self.need_time(self.is_stopped)
        self.is_stopped = False

    def wait(self, span: timedelta) -> None:
        self.now += span
