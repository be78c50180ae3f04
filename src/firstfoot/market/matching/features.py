"""The features of one person and one project: whole numbers from 0 to 1000, each by a rule anyone can read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date

from firstfoot.market.matching.credits import UNKNOWN, Vector, closeness, cover, credits_of, vector
from firstfoot.market.matching.crowding import picked_chance
from firstfoot.market.matching.filtering import possible_starts, window
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Need, Opening, Record, Timing
from firstfoot.market.matching.rates import USUAL_ANSWERS, smoothed
from firstfoot.market.matching.seeking import Claim, Seeker

UNSAID_INTERESTS = 500
UNSAID_HOURS = 500
MET = 650  # a need whose credit is at least this counts as one of the skills somebody has
_FARTHEST = 720  # minutes between two time zones, at most


@dataclass(frozen=True, slots=True)
class Features:
    """What the score is made of, and nothing else is. `price` counts against, all others for."""

    cover: int  # of what is asked, how much the person can do
    closeness: int  # how alike their skills and the project's are, as a whole
    interests: int  # how much of it is what they want
    slack: int  # how easily it fits their hours, days and zone
    answers: int  # how often the host answers
    chance: int  # of being picked, among those who wait
    price: int  # how often it is shown beyond what it can take

    def as_row(self) -> list[int]:
        return list(astuple(self))


@dataclass(frozen=True, slots=True)
class Facts:
    """The numbers that reasons are told with; none of them is scored."""

    met: int  # needs that the person's skills cover
    needs: int
    unsaid: int  # needs on which the person said nothing, nor anything near
    hours_a_week: int  # needed
    own_hours: int  # 0 where not said
    waiting: int
    seats_free: int
    answered: int
    asked: int  # applications that the host answered or let lie

    def as_row(self) -> list[int]:
        return list(astuple(self))


@dataclass(frozen=True, slots=True)
class Reader:
    """A person made ready for many projects: read once, held against each."""

    seeker: Seeker
    credits: dict[str, int]
    vector: Vector
    interests: frozenset[str]

    @classmethod
    def of(cls, seeker: Seeker, lexicon: Lexicon) -> Reader:
        return cls(seeker, credits_of(seeker.claims, lexicon), claims_vector(seeker.claims, lexicon), seeker.interests)


def claims_vector(claims: Iterable[Claim], lexicon: Lexicon) -> Vector:
    """What one can do, as a vector; a known absence is no part of it."""
    return vector(((claim.skill, int(claim.level)) for claim in claims if claim.level), lexicon)


def needs_vector(needs: Iterable[Need], lexicon: Lexicon) -> Vector:
    return vector(((need.skill, need.importance) for need in needs), lexicon)


def features(reader: Reader, opening: Opening, lexicon: Lexicon, today: date) -> Features:
    """All features of one project for one person, on one day."""
    crowd = opening.crowd
    return Features(
        cover=cover(opening.needs, reader.credits, lexicon),
        closeness=likeness_to(reader, needs_vector(opening.needs, lexicon)),
        interests=interest(reader, opening.category, opening.needs, lexicon),
        slack=slack(reader.seeker, opening.timing, opening.terms.offset, today),
        answers=answers(opening.record),
        chance=picked_chance(crowd.seats_free, crowd.waiting),
        price=crowd.price,
    )


def facts(reader: Reader, opening: Opening) -> Facts:
    """What the reasons are told with."""
    skills = [need.skill for need in opening.needs]
    return Facts(
        met=sum(1 for skill in skills if reader.credits.get(skill, 0) >= MET),
        needs=len(skills),
        unsaid=len(unsaid(reader, opening)),
        hours_a_week=opening.timing.hours_a_week,
        own_hours=reader.seeker.hours_a_week or 0,
        waiting=opening.crowd.waiting,
        seats_free=opening.crowd.seats_free,
        answered=opening.record.answered,
        asked=opening.record.answered + opening.record.silent,
    )


def unsaid(reader: Reader, opening: Opening) -> tuple[str, ...]:
    """The skills asked for of which the person said nothing: shown as "not stated: add it?", never as a lack."""
    return tuple(need.skill for need in opening.needs if need.skill not in reader.credits)


def likeness_to(reader: Reader, asked: Vector) -> int:
    """How alike the two sides' skills are; unknown where either side names none."""
    return closeness(reader.vector, asked) if reader.vector and asked else UNKNOWN


def interest(reader: Reader, category: str, needs: Iterable[Need], lexicon: Lexicon) -> int:
    """1000 for a category they want, else the share of the skills asked for that are, or belong to, what they want."""
    if not reader.interests:
        return UNSAID_INTERESTS
    if category in reader.interests:
        return 1000
    skills = [need.skill for need in needs]
    wanted = sum(1 for skill in skills if is_wanted(skill, reader.interests, lexicon))
    return 1000 * wanted // len(skills) if skills else 0


def is_wanted(skill: str, interests: frozenset[str], lexicon: Lexicon) -> bool:
    return skill in interests or any(up in interests for up, _ in lexicon.wider(skill))


def slack(seeker: Seeker, timing: Timing, offset: int | None, today: date) -> int:
    """The mean of three: hours to spare, days on which it could begin, and how near the time zones are.

    Hours that just suffice count 500, twice as many as needed 750; unsaid ones 500.
    """
    needed, own = timing.hours_a_week, seeker.hours_a_week
    hours = UNSAID_HOURS if own is None else 500 + 500 * max(own - needed, 0) // max(own, 1)
    days = window(timing, today)
    starts = 1000 * possible_starts(seeker, timing, today) // len(days) if days else 0
    return (hours + starts + zone_nearness(seeker.offset, offset)) // 3


def zone_nearness(one: int | None, other: int | None) -> int:
    """1000 for the same time or where one is not known, 0 for twelve hours apart.

    >>> zone_nearness(60, 60), zone_nearness(-480, 60), zone_nearness(720, -720), zone_nearness(None, 60)
    (1000, 250, 1000, 1000)
    """
    apart = 0 if one is None or other is None else abs(one - other) % 1440
    return 1000 - 1000 * min(apart, 1440 - apart) // _FARTHEST


def answers(record: Record) -> int:
    """How often the host answers, smoothed: a new host is taken to be as good as usual."""
    return smoothed(record.answered, record.answered + record.silent, USUAL_ANSWERS)
