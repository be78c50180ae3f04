"""The lists that six policies give somebody, out of the product's own filter, features, score and places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from benchmarks.market_world import FIRST_DAY, Individual, Posting, World
from firstfoot.market.matching.crowding import is_crowded, is_owed, next_price, picked_chance, with_assured_places
from firstfoot.market.matching.features import Reader, answers, features
from firstfoot.market.matching.filtering import exclusions
from firstfoot.market.matching.needs import Crowd, Record
from firstfoot.market.matching.scoring import MOST, factor, harmonic, hosts_side, interns_side, place, ranked
from firstfoot.market.matching.weights import Weights

POLICIES = (
    "chronological", "keyword", "chronological + filter", "keyword + filter", "recommender", "recommender + congestion",
    "the same, heeded",
)  # fmt: skip
LENGTH = 60  # three pages
CHECKED = 50  # one visit in so many is held against `ranked`
WITHOUT = Weights(chance=0, price=0, version="own")


class Project(Protocol):
    """What a list reads of a project in the course of a run."""

    posting: Posting
    free: int
    waiting: list[int]
    applied: int
    shown: int
    price: int
    today: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """What stays of one person and one project; chance, price and the host's record are of the day."""

    is_for_them: bool
    host: int = 0
    interests: int = 0
    slack: int = 0


class Pairs:
    """What only depends on the pair, as of the day the project was posted: computed once, for all policies."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._held: dict[int, dict[int, Pair]] = {}
        self._readers: dict[int, Reader] = {}

    def __call__(self, person: Individual, posting: Posting) -> Pair:
        held = self._held.setdefault(person.number, {})
        if (found := held.get(posting.number)) is None:
            found = held[posting.number] = self._computed(person, posting)
        return found

    def _computed(self, person: Individual, posting: Posting) -> Pair:
        opening, lexicon = posting.opening, self.world.lexicon
        if exclusions(person.seeker, person.standing, opening, opening.posted_on):
            return Pair(False)
        if (reader := self._readers.get(person.number)) is None:
            reader = self._readers[person.number] = Reader.of(person.seeker, lexicon)
        found = features(reader, opening, lexicon, opening.posted_on)
        return Pair(True, hosts_side(found.cover, found.closeness, Weights()), found.interests, found.slack)


class Lists:
    """The lists of one policy in one run."""

    def __init__(self, world: World, policy: str, pair: Pairs, weights: Weights | None = None) -> None:
        self.world, self.policy, self._pair = world, policy, pair
        self.is_heeded = "heeded" in policy
        self.is_ours = "recommender" in policy or self.is_heeded
        self.is_filtered = "filter" in policy or self.is_ours
        self.has_congestion = "congestion" in policy or self.is_heeded
        self.weights = weights or (Weights() if self.has_congestion else WITHOUT)
        self._visits = 0

    def begin[P: Project](self, day: int, projects: list[P], record: dict[str, list[int]]) -> None:
        """The morning: prices of last night, how hosts answer, and who is owed a place."""
        self.today = FIRST_DAY + timedelta(days=day)
        self._projects = sorted(projects, key=lambda project: (-project.posting.day, project.posting.number))
        self._answers = {code: answers(Record(*counts)) for code, counts in record.items()}
        self._record = record
        for project in projects:
            if self.has_congestion:
                shown, applied = project.shown - project.today[1], project.applied - project.today[0]
                project.price = next_price(project.price, shown, applied, project.free)
            project.today = (project.applied, project.shown)
        self._owed = {p.posting.number for p in projects if is_owed(Crowd(applied=p.applied, shown=p.shown))}

    def lines(self, person: Individual) -> Iterator[tuple[Project, bool]]:
        """What somebody sees, line by line, with whether it is for them at all."""
        passed = [p for p in self._projects if not self.is_filtered or self.is_for(person, p)]
        if "keyword" in self.policy:
            passed = self._by_keyword(person, passed)
        elif self.is_ours:
            passed = self._by_score(person, [p for p in passed if not self._is_crowded(p)])
        for project in passed[:LENGTH]:
            yield project, self.is_for(person, project)

    def _is_crowded(self, project: Project) -> bool:
        """As it is when somebody comes: the product makes a list when its person asks for it."""
        return self.has_congestion and is_crowded(Crowd(project.free, len(project.waiting)))

    def is_for(self, person: Individual, project: Project) -> bool:
        return self._pair(person, project.posting).is_for_them

    def _by_keyword(self, person: Individual, projects: list[Project]) -> list[Project]:
        """Those with a word in common: the more the earlier, then the newest."""
        typed = {claim.skill for claim in person.seeker.claims}
        hits = [(sum(need.skill in typed for need in p.posting.opening.needs), p) for p in projects]
        return [p for n, p in sorted(hits, key=lambda hit: -hit[0]) if n]

    def _by_score(self, person: Individual, projects: list[Project]) -> list[Project]:
        scores = {p.posting.number: self._score(p, self._pair(person, p.posting)) for p in projects}
        first = sorted(projects, key=lambda p: -scores[p.posting.number])
        best, rest = first[: 2 * LENGTH], first[2 * LENGTH :]
        seed = str(person.number)
        best.sort(key=lambda p: place(scores[p.posting.number], p.posting.opening.code, self.today, seed))
        self._check(person, projects, scores)
        if not self.has_congestion:
            return best
        return [p for p, _ in with_assured_places([*best, *rest], lambda p: p.posting.number in self._owed, LENGTH)]

    def _score(self, project: Project, pair: Pair) -> int:
        wanted = interns_side(pair.interests, pair.slack, self._answers[project.posting.host.code], self.weights)
        odds = picked_chance(project.free, len(project.waiting))
        return factor(odds, project.price, self.weights) * harmonic(pair.host, wanted) // MOST

    def _check(self, person: Individual, projects: list[Project], scores: dict[int, int]) -> None:
        """Now and then, on the first day: what was put together here is what `ranked` says."""
        self._visits += 1
        if self._visits % CHECKED or self.today != FIRST_DAY:
            return
        openings = [
            replace(
                p.posting.opening, crowd=Crowd(p.free, len(p.waiting), p.applied, p.shown, p.price),
                record=Record(*self._record[p.posting.host.code]),
            )
            for p in projects
        ]  # fmt: skip
        found = ranked(
            person.seeker, person.standing, openings, self.world.lexicon, self.weights,
            today=self.today, seed=str(person.number),
        )  # fmt: skip
        told = {match.opening: match.score for match in found}
        here = {p.posting.opening.code: scores[p.posting.number] for p in projects}
        if self.has_congestion and told != here:
            raise AssertionError("the projects or their scores differ from those of the product")
