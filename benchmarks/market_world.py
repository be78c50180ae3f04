"""A made-up market to try policies on: people, hosts and projects, what is true of them, and what they say of it."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Need, Opening, Terms, Timing
from firstfoot.market.matching.seeking import Claim, Level, Seeker, Span, Standing

FIRST_DAY = date(2026, 3, 2)
DAYS = 70
LAST_POSTING = 60
OPEN_DAYS = 28
FIELDS, SKILLS_OF_FIELD = 12, 12
PLACES, COUNTRIES = 6, 3
PROFICIENCY = {Level.BASIC: 0.5, Level.WORKING: 0.8, Level.STRONG: 1.0}
NEAR = 0.25  # what somebody can do of a skill they lack, in a field they know


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large a market is, and what the sensitivity grid varies."""

    people: int = 2000
    projects: int = 1000
    hosts: int = 280
    reading: float = 1.0  # times how often hosts read
    seats: float = 1.0  # times how often a project has a second or third seat
    declared: float = 0.75  # of the skills somebody has, the share they say, in the mean


@dataclass(frozen=True, slots=True)
class Individual:
    """Somebody who looks for a project: what they can do, and what they said."""

    number: int
    true: dict[str, Level]
    fields: frozenset[str]
    likes: frozenset[str]  # fields they really want
    seeker: Seeker
    standing: Standing
    visits: float  # chance of a visit a day


@dataclass(frozen=True, slots=True)
class Host:
    """Somebody who posts: how often they read, and what they ask of people."""

    code: str
    reads: float  # chance to read on a day
    bar: float  # of true fit, below which they decline


@dataclass(frozen=True, slots=True)
class Posting:
    """A project, and the day it is posted on."""

    number: int
    day: int
    seats: int
    host: Host
    opening: Opening


@dataclass(frozen=True, slots=True)
class World:
    """Everything that is the same for each policy."""

    seed: int
    sizes: Sizes
    people: tuple[Individual, ...]
    postings: tuple[Posting, ...]
    lexicon: Lexicon


def make_world(seed: int, sizes: Sizes | None = None) -> World:
    """The market of that seed. Each kind draws from a stream of its own, so that one size leaves the others alone."""
    sizes = sizes or Sizes()
    draw = random.Random(f"hosts {seed}")
    hosts = [_host(draw, n, sizes) for n in range(sizes.hosts)]
    draw = random.Random(f"projects {seed}")
    postings = tuple(_posting(draw, n, hosts, sizes) for n in range(sizes.projects))
    draw = random.Random(f"people {seed}")
    people = tuple(_individual(draw, n, sizes) for n in range(sizes.people))
    uses = Counter(need.skill for posting in postings for need in posting.opening.needs)
    broader = {skill: (_field_of(skill),) for n in range(FIELDS) for skill in _skills(n)}
    for posting in postings:
        uses.update({_field_of(need.skill) for need in posting.opening.needs})
    return World(seed, sizes, people, postings, Lexicon(len(postings), uses, broader))


def declared(person: Individual, share: float, seed: int) -> Individual:
    """The same person, who says only that share of what they can do; they say first what they are best at."""
    draw = random.Random(f"declared {seed} {person.number}")
    order = sorted(person.true, key=lambda skill: (draw.random() - person.true[skill] * 0.1, skill))
    said = order[: max(1, round(share * len(order)))]
    claims = tuple(Claim(skill, person.true[skill]) for skill in sorted(said))
    return replace(person, seeker=replace(person.seeker, claims=claims))


def fit(person: Individual, posting: Posting) -> float:
    """How well somebody would really do it, 0..1: nothing that a list knows, and not by its formula."""
    total = done = 0.0
    for need in posting.opening.needs:
        total += need.importance
        level = person.true.get(need.skill)
        near = NEAR if _field_of(need.skill) in person.fields else 0.0
        done += need.importance * (PROFICIENCY[level] if level else near)
    return done / total


def chance(*of: int) -> float:
    """A number of 0..1 that is the same whenever it is drawn for the same numbers."""
    state = 0x9E3779B97F4A7C15
    for each in of:
        state = ((state ^ each) * 0xBF58476D1CE4E5B9 + 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 29
    return (state >> 11) / 2**53


def _skills(field: int) -> list[str]:
    return [f"f{field}s{n}" for n in range(SKILLS_OF_FIELD)]


def _field_of(skill: str) -> str:
    return skill.partition("s")[0]


def _popular(draw: random.Random, count: int) -> int:
    """A number below `count`, low ones more often: by 1 / (n + 2)."""
    return draw.choices(range(count), [1 / (n + 2) for n in range(count)])[0]


def _host(draw: random.Random, n: int, sizes: Sizes) -> Host:
    reads = 0.03 if draw.random() < 0.15 else draw.uniform(0.1, 0.6)
    return Host(f"h{n}", min(1.0, reads * sizes.reading), draw.gauss(0.4, 0.08))


def _posting(draw: random.Random, n: int, hosts: list[Host], sizes: Sizes) -> Posting:
    host = hosts[n % len(hosts)] if n < len(hosts) else hosts[_popular(draw, len(hosts))]
    day = 0 if draw.random() < 0.2 else draw.randrange(LAST_POSTING)
    field = _popular(draw, FIELDS)
    skills = [_skills(field)[_popular(draw, SKILLS_OF_FIELD)] for _ in range(draw.randint(3, 5))]
    if draw.random() < 0.5:
        skills.append(_skills(_popular(draw, FIELDS))[_popular(draw, SKILLS_OF_FIELD)])
    needs = tuple(Need(skill, draw.choice((1, 2, 2, 3))) for skill in dict.fromkeys(skills))
    weeks = draw.choice((2, 3, 4, 6))
    posted = FIRST_DAY + timedelta(days=day)
    start = posted + timedelta(days=draw.choice((7, 14, 21)))
    timing = Timing(
        weeks * draw.choice((4, 5, 6, 8, 10, 12)), weeks, start, start + timedelta(days=draw.choice((14, 21, 28)))
    )
    remote = draw.random() < 0.7
    place = draw.randrange(PLACES)
    languages = frozenset({"en", *([draw.choice(("de", "fr", "es"))] if draw.random() < 0.1 else [])})
    country = f"c{place % COUNTRIES}" if not remote or draw.random() < 0.2 else ""
    offset = draw.choice((-480, -300, 0, 60))
    terms = Terms("remote" if remote else "on_site", "" if remote else f"p{place}", country, languages, offset)
    more = draw.random() / sizes.seats
    seats = 3 if more < 0.05 else 2 if more < 0.2 else 1
    opening = Opening(f"j{n}", host.code, needs, timing, f"f{field}", posted, terms)
    return Posting(n, day, seats, host, opening)


def _individual(draw: random.Random, n: int, sizes: Sizes) -> Individual:
    fields = sorted({_popular(draw, FIELDS), _popular(draw, FIELDS)})
    true: dict[str, Level] = {}
    for _ in range(draw.randint(5, 10)):
        field = draw.choice(fields) if draw.random() < 0.85 else draw.randrange(FIELDS)
        true[_skills(field)[_popular(draw, SKILLS_OF_FIELD)]] = draw.choice((Level.BASIC, Level.WORKING, Level.STRONG))
    likes = frozenset({f"f{draw.choice(fields)}", *([f"f{draw.randrange(FIELDS)}"] if draw.random() < 0.3 else [])})
    place = draw.randrange(PLACES)
    free = FIRST_DAY + timedelta(days=draw.choice((0, 0, 0, 14, 28)))
    away = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
    seeker = Seeker(
        interests=likes if draw.random() < 0.7 else frozenset(),
        hours_a_week=draw.choice((5, 6, 8, 10, 12, 15, 20)),
        free_from=free,
        free_until=free + timedelta(days=draw.choice((60, 90, 180))),
        aways=(Span(away, away + timedelta(days=draw.randint(3, 14))),) if draw.random() < 0.2 else (),
        languages=frozenset({"en", *([draw.choice(("de", "fr", "es"))] if draw.random() < 0.3 else [])}),
        offset=draw.choice((-480, -300, 0, 60)),
    )
    standing = Standing(frozenset({f"c{place % COUNTRIES}"}), frozenset({f"p{place}"}))
    known = frozenset(f"f{field}" for field in fields)
    person = Individual(n, true, known, likes, seeker, standing, draw.uniform(0.05, 0.3))
    share = min(1.0, max(0.1, draw.gauss(sizes.declared, 0.15)))
    return declared(person, share, n)
