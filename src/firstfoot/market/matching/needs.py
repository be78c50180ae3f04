"""What a project asks and gives, as far as matching reads it: plain data that the caller fills from its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Need:
    """One skill a project asks for, by its code (a word the vocabulary does not know stands for itself)."""

    skill: str
    importance: int = 2  # 1 nice to have, 2 asked for, 3 the heart of it


@dataclass(frozen=True, slots=True)
class Timing:
    """When the work is done. Many projects share one; an index keeps each once."""

    hours: int  # in all
    weeks: int
    start_from: date | None = None
    start_until: date | None = None
    apply_by: date | None = None

    @property
    def hours_a_week(self) -> int:
        """Rounded up: somebody with one hour less does not get through."""
        return -(-self.hours // max(self.weeks, 1))


@dataclass(frozen=True, slots=True)
class Terms:
    """Where and with whom the work is done. Many projects share one; an index keeps each once."""

    workplace: str = REMOTE
    place: str = ""  # a code the caller compares by, as a city; empty where it does not matter
    country: str = ""  # where one must be allowed to work; empty where the host does not ask
    languages: frozenset[str] = frozenset()  # all of these are needed
    offset: int | None = None  # minutes east of UTC that the host works in
    programs: frozenset[str] = frozenset()  # only for people enrolled in one of these; empty for everybody
    adults_only: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """How a host answered so far: counts of its applications, in all its projects."""

    answered: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True)
class Crowd:
    """How sought after a project is today."""

    seats_free: int = 1
    waiting: int = 0  # people who applied and have no answer yet, or are on the shortlist
    applied: int = 0  # everybody who ever applied
    shown: int = 0  # in how many lists it stood
    price: int = 0  # 0..1000, of yesterday night: see crowding.next_price


@dataclass(frozen=True, slots=True)
class Opening:
    """A project that is open: all that filter, features and reasons may read of it, and nothing else."""

    code: str  # its public id
    organization: str
    needs: tuple[Need, ...]
    timing: Timing
    category: str = ""
    posted_on: date = date.min
    terms: Terms = field(default_factory=Terms)
    record: Record = field(default_factory=Record)
    crowd: Crowd = field(default_factory=Crowd)
