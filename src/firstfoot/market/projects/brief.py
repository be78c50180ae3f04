"""The brief: everything a host says about one project, as plain data that any part can read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Self

from firstfoot.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that must be true of a deliverable before it is accepted."""

    text: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class BriefDeliverable:
    """One promised result. `due_day` counts days from the start; 1 is the first day."""

    title: str = ""
    format: str = ""
    due_day: int = 7
    required: bool = True
    criteria: tuple[Criterion, ...] = ()
    showing: str = ""  # a code of PORTFOLIO_RIGHTS where this one differs from the rest


@dataclass(frozen=True, slots=True)
class HostInput:
    """One thing the host hands over. `by_day` counts days from the start; 1 is the first day."""

    text: str = ""
    by_day: int = 1


@dataclass(frozen=True, slots=True)
class OnboardingItem:
    """One step before work starts; `side` is "host" or "intern"."""

    text: str = ""
    side: str = "host"
    required: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One question that applicants answer; with `minutes` it asks for a sample of work, and for no more time."""

    text: str = ""
    required: bool = True
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody asked about the brief in public, and the host's answer, which is part of it; `on` is an ISO day."""

    question: str = ""
    answer: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A project's text and figures. Every field has an empty default, since a draft may lack any of them."""

    # What it is
    title: str = ""
    category: str = ""  # a code of CATEGORIES
    problem: str = ""
    audience: str = ""  # who uses the result
    outcome: str = ""  # one sentence
    in_scope: tuple[str, ...] = ()
    out_of_scope: tuple[str, ...] = ()
    deliverables: tuple[BriefDeliverable, ...] = ()
    # What the host gives
    inputs: tuple[HostInput, ...] = ()
    supervisor: str = ""  # public id of a member of the organization
    cover: str = ""  # public id of a member, advised, never required
    supervision_hours: int = 0  # hours of the supervisor a week, in whole hours
    check_in_every_days: int = 7
    reply_within_days: int = 2  # business days in which the supervisor answers a question
    onboarding: tuple[OnboardingItem, ...] = ()
    check_in_prompts: tuple[str, ...] = ()
    equipment: str = ""  # lent or needed
    expenses: str = ""
    # Time, place, pay
    hours: int = 0  # in all
    weeks: int = 0
    start_from: date | None = None
    start_until: date | None = None
    apply_by: date | None = None
    seats: int = 1
    pay_minor: int = 0  # for the whole project, in minor units of `currency`
    currency: str = "USD"
    workplace: str = ""  # remote | hybrid | on_site
    place: str = ""
    time_zone: str = ""
    language: str = ""  # of the work, as a code like "de"; "" is not said
    # How it is done
    skills: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    ai_use: str = ""  # a code of AI_RULES
    ai_note: str = ""
    portfolio: str = ""  # a code of PORTFOLIO_RIGHTS
    portfolio_note: str = ""
    rights: str = "on_payment"  # a code of RIGHTS
    engaged_as: str = "contractor"  # a code of ENGAGED_AS
    confidential_years: int = 2  # after the last day, one of CONFIDENTIAL_YEARS
    hours_log: bool = False  # whether the intern writes down the hours
    pathway: str = ""  # what good work may lead to
    questions: tuple[Question, ...] = ()  # up to 3
    visibility: str = "public"  # public | link | invited | programs
    answers: tuple[Answered, ...] = ()  # to public questions; added one by one, never edited

    @property
    def pay(self) -> Money:
        return Money(self.pay_minor, self.currency)

    @property
    def hourly_minor(self) -> int:
        """Effective pay an hour in minor units, rounded down; 0 while hours are unknown."""
        return self.pay_minor // self.hours if self.hours > 0 else 0

    @property
    def days(self) -> int:
        """Length from the first to the last day."""
        return self.weeks * 7

    def with_(self, **changes: Any) -> Self:
        return replace(self, **changes)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready data; dates as ISO text."""
        data = asdict(self)
        for name in _DATES:
            data[name] = data[name].isoformat() if data[name] else None
        for row in data["deliverables"]:
            if not row["showing"]:
                del row["showing"]  # as briefs of before that knew it have it
        return data

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The brief that `to_dict` wrote; unknown keys are left out, missing ones are empty."""
        own = {f.name for f in fields(cls)}
        values: dict[str, Any] = {key: value for key, value in data.items() if key in own}
        for name in _DATES:
            if values.get(name):
                values[name] = date.fromisoformat(values[name])
        for name, kind in _ROWS.items():
            known = {f.name for f in fields(kind)}
            rows = values.get(name) or ()
            values[name] = tuple(kind(**{key: row[key] for key in row if key in known}) for row in rows)
        values["deliverables"] = tuple(_deliverable(row) for row in data.get("deliverables") or ())
        for name in _LISTS:
            values[name] = tuple(values.get(name) or ())
        return cls(**values)

    def digest(self) -> str:
        """SHA-256 of the canonical text; equal briefs have equal digests."""
        return content_hash(self.to_dict())


def _deliverable(row: dict[str, Any]) -> BriefDeliverable:
    known = {f.name for f in fields(BriefDeliverable)}
    criteria = tuple(Criterion(**c) for c in row.get("criteria") or ())
    return BriefDeliverable(**{**{key: row[key] for key in row if key in known}, "criteria": criteria})


_DATES = ("start_from", "start_until", "apply_by")
_LISTS = ("in_scope", "out_of_scope", "skills", "tools", "check_in_prompts")
_ROWS: dict[str, Any] = {
    "inputs": HostInput, "onboarding": OnboardingItem, "questions": Question, "answers": Answered,
}  # fmt: skip

CATEGORIES = (
    "marketing", "strategy", "web", "sales", "research", "data", "software", "design", "media",
    "operations", "people", "finance", "community", "education", "language", "policy", "sustainability",
)  # fmt: skip
AI_RULES = ("free", "disclose", "ask_first", "none")
PORTFOLIO_RIGHTS = ("full", "redacted", "on_request", "none")
RIGHTS = ("on_payment", "license", "open")  # the host's once paid | the host may use them | anyone may
ENGAGED_AS = ("contractor", "payroll", "stipend", "credit")
WITHOUT_PROGRAM = ("contractor", "payroll")  # the others take a program that stands between the sides
CONFIDENTIAL_YEARS = (1, 2, 3, 5)
WORKPLACES = ("remote", "hybrid", "on_site")
LANGUAGES = (
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
    "nb", "nl", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip
VISIBILITIES = ("public", "link", "invited", "programs")
BY_ADDRESS = ("public", "link")  # who has the address may read it

# A change of one of these after someone applied is material: the applicants are told.
MATERIAL = frozenset(
    {
        "pay_minor",
        "currency",
        "hours",
        "weeks",
        "start_from",
        "start_until",
        "deliverables",
        "workplace",
        "place",
        "rights",
        "engaged_as",
    }
)


def content_hash(data: Any) -> str:
    """SHA-256 in hex of canonical JSON: sorted keys, no spaces, plain UTF-8."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs between two briefs or agreements."""

    field: str
    before: Any = None
    after: Any = None
    material: bool = False


def changes_between(before: dict[str, Any], after: dict[str, Any]) -> tuple[Change, ...]:
    """The fields that differ, in the order in which `after` names them."""
    return tuple(
        Change(key, before.get(key), after.get(key), key in MATERIAL)
        for key in [*after, *(k for k in before if k not in after)]
        if before.get(key) != after.get(key)
    )
