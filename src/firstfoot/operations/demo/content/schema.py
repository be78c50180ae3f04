"""What the demo world is made of: plain seeds that the builder turns into a life lived day by day.

Days are counted from today: `posted_days_ago` is how long a project has been
up, and every other day of it follows from its brief.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from firstfoot.market.projects.brief import Brief


@dataclass(frozen=True, slots=True)
class OrgSeed:
    """One host. `state` is that of the organization; `away` counts days from today."""

    key: str
    name: str
    kind: str  # startup | small_business | non_profit | lab
    industry: str
    size: str  # 1-5 | 6-20 | 21-100
    city: str
    country: str
    zone: str
    currency: str
    about: str
    how_work_feels: str
    state: str = "verified"
    away: tuple[int, int] | None = None

    @property
    def website(self) -> str:
        return f"https://{self.key}.example.org/"


class Kind(StrEnum):
    TALENT = "talent"
    MEMBER = "member"
    STEWARD = "steward"


@dataclass(frozen=True, slots=True)
class PersonSeed:
    """One person: talent, a member of an organization, or the steward."""

    key: str
    name: str  # chosen
    legal_name: str
    city: str
    zone: str
    kind: Kind = Kind.TALENT
    # of a member
    organization: str = ""
    role: str = ""  # owner | recruiter | supervisor
    title: str = ""
    # of talent
    headline: str = ""
    about: str = ""
    studies: str = ""
    wants: str = ""
    skills: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    hours_a_week: int = 0
    helps: str = ""  # what helps them work well
    made: str = ""  # their answer to "show us something you made"
    away: tuple[int, int] | None = None  # from, until: days from today
    note: str = ""  # why this person is in the world; shown nowhere

    @property
    def email(self) -> str:
        return f"{self.key}@example.org"


class Stands(StrEnum):
    """Where a project or an application stands today."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ProjectSeed:
    """One project. In `brief`, supervisor and cover are keys of people, and the dates are empty."""

    key: str
    organization: str
    brief: Brief
    posted_days_ago: int
    stands: Stands = Stands.OPEN
    closed_reason: str = ""  # filled | deadline | silence | host | withdrawn
    paused_reason: str = ""  # silence | host
    apply_after: int = 14
    start_after: int = 24
    start_window: int = 14
    approaches: tuple[str, ...] = ()  # what applicants answer to the project's own question
    starter: str = ""

    def posted_on(self, today: date) -> date:
        return today - timedelta(days=self.posted_days_ago)

    def dated(self, today: date) -> Brief:
        """The brief with its dates; the people are still keys."""
        posted = self.posted_on(today)
        start = posted + timedelta(days=self.start_after)
        return self.brief.with_(
            apply_by=posted + timedelta(days=self.apply_after),
            start_from=start,
            start_until=start + timedelta(days=self.start_window),
        )

    @property
    def start_days_ago(self) -> int:
        """How long ago work began, or would have; below zero while it lies ahead."""
        return self.posted_days_ago - self.start_after


@dataclass(frozen=True, slots=True)
class ApplicationSeed:
    """One application that led to no engagement. `day` counts from the posting."""

    project: str
    person: str
    stands: str  # draft | submitted | shortlisted | offered | declined | withdrawn | refused | lapsed | expired
    day: int = 3
    reason: str = ""  # a decline reason
    note: str = ""


class End(StrEnum):
    """Where the story of an engagement stands today."""

    PROPOSED = "proposed"  # nobody has signed
    COUNTERED = "countered"  # the intern answered with a second version
    HALF_SIGNED = "half_signed"  # the intern has signed, the host has not
    ONBOARDING = "onboarding"  # signed; some steps are open
    ACTIVE = "active"
    AT_RISK = "at_risk"  # active; two check-ins in a row missed
    SUBMITTED = "submitted"  # active; work waits for review
    RETURNED = "returned"  # active; the work at hand came back
    AMENDING = "amending"  # active; an amendment waits for a signature
    COVERED = "covered"  # active; the supervisor is away, the cover answers
    CLOSING = "closing"  # all accepted; an evaluation is missing
    COMPLETED = "completed"
    ENDED_BY_HOST = "ended_by_host"
    ENDED_BY_INTERN = "ended_by_intern"


@dataclass(frozen=True, slots=True)
class Version:
    """One handed-in version of a deliverable, and the answer to it.

    `not_yet` maps the place of a criterion (0 is the first) to the comment on
    it; with any, the work is returned. `reviewed` is False while it waits.
    """

    file: str
    text: str
    note: str = ""
    comment: str = ""
    not_yet: tuple[tuple[int, str], ...] = ()
    reviewed: bool = True


@dataclass(frozen=True, slots=True)
class Work:
    """What became of one deliverable; `number` 1 is the first of the brief."""

    number: int
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Pulse:
    """One side's answer to a check-in."""

    progress: str = "on_track"  # ahead | on_track | behind | stuck
    confidence: str = "high"  # high | some | low
    blocked: str = "no"  # no | a_little | yes
    note: str = ""
    keep: str = ""
    change: str = ""
    minutes: int | None = None  # worked so far, by the intern
    helped: str = ""  # whether this feedback of the host helped


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in; a side that is None never answered."""

    intern: Pulse | None
    host: Pulse | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A course correction. `after_check_in` 1 is the first; actions are (side, text, days until due, done)."""

    cause: str  # divergence | stuck | asked
    opened_by: str  # host | intern | "" when a check-in opened it
    what: str
    actions: tuple[tuple[str, str, int, bool], ...]
    after_check_in: int = 1
    agreed: bool = True
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """One side's evaluation; marks in the order of the questions, from 1 to 4."""

    marks: tuple[int, int, int, int, int, int]
    went_well: str
    do_differently: str
    quote: str = ""
    would_again: bool = True
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation; `day` counts from the start of work and may be below zero."""

    side: str  # host | intern
    day: int
    text: str
    said_before: str = ""  # what it said at first
    file: str = ""  # the name of one that came with it
    meant: bool = False  # for the other side's own person especially


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change asked for during work: the fields of the brief that would change."""

    by: str  # host | intern
    note: str
    hours: int = 0
    weeks: int = 0
    pay_minor: int = 0
    added_deliverable: str = ""


@dataclass(frozen=True, slots=True)
class StorySeed:
    """One engagement, from the application to where it stands today."""

    key: str
    project: str
    intern: str
    end: End
    about: str  # what this story shows; shown nowhere
    applied_day: int = 3
    done: int = 0  # this many first deliverables are accepted; those without `works` are filled in
    works: tuple[Work, ...] = ()
    hours: tuple[tuple[int, int, str], ...] = ()  # a log: days after the start, minutes, what for
    fine_check_ins: int = 0  # this many ordinary check-ins come before the written ones
    check_ins: tuple[CheckIn, ...] = ()
    corrections: tuple[Correction, ...] = ()
    lines: tuple[Line, ...] = ()
    amendment: Amendment | None = None
    countered: str = ""  # the note on a counter-proposal
    plan: tuple[tuple[str, str, int, str], ...] = ()  # more steps: side, text, days before the start, a link
    access: tuple[tuple[str, str, str], ...] = ()  # what is given: name, kind, who gives it; with it goes a first talk
    steps_open: tuple[int, ...] = ()  # places of the onboarding steps not done yet
    end_reason: str = ""
    end_note: str = ""
    handed_over: str = ""
    by_host: Assessment | None = None
    by_intern: Assessment | None = None
    letter: str = ""
    pathway: str = ""  # what the host offered next
    case: str = ""  # the intern's own case study
    case_shown: str = ""  # public | redacted | private
