"""What ways to list projects do to a whole market: who is matched, how soon, and who never hears.

`python -m benchmarks.market_simulation` runs three fixed seeds; `--grid` a smaller market under other assumptions.
Lists come out of the product's own functions (`market/matching`); the rest is assumed, and printed with the figures:

- 2,000 people, 1,000 projects of 280 hosts, 70 days; a fifth of the projects is there at first, the rest comes by
  day 60; a project closes when its seats are taken, or after 28 days. While an application waits unread for longer
  than 7 days it is paused and in no list, as the product does it.
- People and projects crowd in few of 12 fields and in few of the 12 skills of each. People say three quarters of
  what they can do, and 70 % say what they want. What work would really be like follows from all they can do.
- Somebody comes every 3 to 20 days and looks from the top at what they have not considered before; after each project
  they stop with one chance in ten, and after 60 lines. They apply to what they like and could do, as they see it (with
  error), twice a visit and with three applications waiting at most; who is placed leaves.
- An unfiltered list shows what is not for them; they notice seven times of ten, and are declined otherwise.
- A host reads on 10-60 % of days, one in seven hardly ever; four applications to each project then, the oldest first,
  whatever the list was. It offers to whoever fits well enough as it sees it (with error). Most offers are accepted.
- Whoever looks by keyword types the skills they declared. An application that no host ever read is unanswered, though
  the product tells the person that it lapsed; one that its person withdrew is not counted there.
- "Heeded": the lists of "recommender + congestion", which say "14 wait for 1 place", and people who then ask more of
  a crowded project before they apply. Nobody knows how far they do; the goals are held against the line without.
- What hosts ask for, how many applications may wait, reading by project and the pause were settled after looks at
  another seed, before these three were run; they are the same for all policies.
- Lists with congestion are made when somebody comes, by how many wait then, as the product makes them; until the cap on
  crowded projects was added they went by the morning. That cap was settled on seeds 21, 22 and 24 (a half-size market,
  and 22 and 24 in full); these three were then run once with it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import product
from statistics import mean

from benchmarks.frame import Row, table
from benchmarks.market_lists import POLICIES, Lists, Pairs
from benchmarks.market_world import (
    DAYS,
    OPEN_DAYS,
    Individual,
    Posting,
    Sizes,
    World,
    chance,
    fit,
    make_world,
)
from firstfoot.market.matching.crowding import picked_chance
from firstfoot.market.matching.weights import Weights

SEEDS = (11, 23, 47)
STOPS, PER_VISIT, WAITING, READS = 0.1, 2, 3, 4
NOTICES = 0.7
HEED = 0.2  # more, where they are told and heed how many wait for a place
PAUSES_AFTER = 7  # days, the five working days of the product
WANTED = 0.55  # of what they like and could do, as they see it, above which people apply
KEYWORD, OURS = "keyword + filter", "recommender + congestion"
MATCHED = "match rate (seats taken)"
GAIN, UNANSWERED, GINI = 0.04, 0.40, 0.42


@dataclass(slots=True)
class Project:
    """A posting in the course of one run."""

    posting: Posting
    free: int
    waiting: list[int] = field(default_factory=list)  # people, the first first
    since: list[int] = field(default_factory=list)  # the day each of them applied
    offered: list[int] = field(default_factory=list)
    applied: int = 0
    shown: int = 0
    price: int = 0
    today: tuple[int, int] = (0, 0)  # applied and shown when the day began
    filled_after: list[int] = field(default_factory=list)  # days

    def is_paused(self, day: int) -> bool:
        return bool(self.since) and day - self.since[0] > PAUSES_AFTER


@dataclass(slots=True)
class Outcome:
    """What one run came to."""

    projects: list[Project]
    days: int = 0
    placed: dict[int, int] = field(default_factory=dict)  # person to project
    read: int = 0
    withdrawn: int = 0
    completed: int = 0
    shown_to: dict[int, int] = field(default_factory=dict)  # lines looked at by a person
    applied_by: dict[int, int] = field(default_factory=dict)
    considered: dict[int, set[int]] = field(default_factory=dict)


class Run:
    """One market under one policy, day by day."""

    def __init__(self, world: World, policy: str, pairs: Pairs, weights: Weights | None = None) -> None:
        self.world, self.policy = world, policy
        self.projects = [Project(posting, posting.seats) for posting in world.postings]
        self.outcome = Outcome(self.projects)
        self.hosts = {posting.host.code: posting.host for posting in world.postings}
        self.record: dict[str, list[int]] = {code: [0, 0] for code in self.hosts}
        self.applications: dict[int, set[int]] = {person.number: set() for person in world.people}
        self.lists = Lists(world, policy, pairs, weights)
        self.open: list[Project] = []

    def whole(self) -> Outcome:
        for day in range(DAYS):
            self._open_and_close(day)
            self.lists.begin(day, [p for p in self.open if not p.is_paused(day)], self.record)
            for person in self._visitors(day):
                self._visit(person, day)
            self._answer_offers(day)
            self._read(day)
        return self.outcome

    def _open_and_close(self, day: int) -> None:
        for project in self.open:
            self._count_silence(project, day)
            if self._is_over(project, day):
                self._leave(project)
        self.open = [project for project in self.open if not self._is_over(project, day)]
        self.open += [project for project in self.projects if project.posting.day == day]

    def _count_silence(self, project: Project, day: int) -> None:
        """Whoever has waited too long counts against the host, once."""
        late = sum(day - since == PAUSES_AFTER + 1 for since in project.since)
        self.record[project.posting.host.code][1] += late

    def _is_over(self, project: Project, day: int) -> bool:
        return not project.free or day - project.posting.day >= OPEN_DAYS

    def _leave(self, project: Project) -> None:
        for number in (*project.waiting, *project.offered):
            self.applications[number].discard(project.posting.number)

    def _visitors(self, day: int) -> Iterator[Individual]:
        seed = self.world.seed
        order = sorted(self.world.people, key=lambda person: chance(seed, day, person.number, 1))
        for person in order:
            if person.number not in self.outcome.placed and chance(seed, day, person.number, 2) < person.visits:
                yield person

    def _visit(self, person: Individual, day: int) -> None:
        seen = self.outcome.considered.setdefault(person.number, set())
        sent = 0
        for line, (project, is_for_them) in enumerate(self.lists.lines(person)):
            number = project.posting.number
            project.shown += 1
            self.outcome.shown_to[person.number] = self.outcome.shown_to.get(person.number, 0) + 1
            if number in seen:
                continue
            seen.add(number)
            if self._wants(person, project, is_for_them):
                self._apply(person, project, day)
                sent += 1
            is_full = sent >= PER_VISIT or len(self.applications[person.number]) >= WAITING
            if is_full or chance(self.world.seed, day, person.number, line, 3) < STOPS:
                break

    def _wants(self, person: Individual, project: Project, is_for_them: bool) -> bool:
        seed, one, other = self.world.seed, person.number, project.posting.number
        if not is_for_them and chance(seed, one, other, 4) < NOTICES:
            return False
        sees = fit(person, project.posting) + 0.3 * (chance(seed, one, other, 5) - 0.5)
        odds = picked_chance(project.free, len(project.waiting)) if self.lists.is_heeded else 1000
        return 0.5 * sees + 0.5 * self._likes(person, project) > WANTED + HEED * (1000 - odds) / 1000

    def _likes(self, person: Individual, project: Project) -> float:
        own = 0.9 if project.posting.opening.category in person.likes else 0.4
        return own + 0.4 * (chance(self.world.seed, person.number, project.posting.number, 6) - 0.5)

    def _apply(self, person: Individual, project: Project, day: int) -> None:
        project.waiting.append(person.number)
        project.since.append(day)
        project.applied += 1
        self.applications[person.number].add(project.posting.number)
        self.outcome.applied_by[person.number] = self.outcome.applied_by.get(person.number, 0) + 1

    def _read(self, day: int) -> None:
        open_of: dict[str, list[Project]] = {}
        for project in self.open:
            open_of.setdefault(project.posting.host.code, []).append(project)
        for n, (code, projects) in enumerate(sorted(open_of.items())):
            host = self.hosts[code]
            if chance(self.world.seed, day, n, 7) >= host.reads:
                continue
            for project in projects:
                for _ in range(min(READS, len(project.waiting))):
                    self._decide(project, host.bar)

    def _decide(self, project: Project, bar: float) -> None:
        number = project.waiting.pop(0)
        project.since.pop(0)
        self.outcome.read += 1
        self.record[project.posting.host.code][0] += 1
        person, other = self.world.people[number], project.posting.number
        sees = fit(person, project.posting) + 0.2 * (chance(self.world.seed, number, other, 8) - 0.5)
        is_free = len(project.offered) < project.free
        if sees >= bar and is_free and self.lists.is_for(person, project):
            project.offered.append(number)
        else:
            self.applications[number].discard(other)

    def _answer_offers(self, day: int) -> None:
        for project in self.open:
            for number in project.offered:
                self._answer(self.world.people[number], project, day)
            project.offered = []

    def _answer(self, person: Individual, project: Project, day: int) -> None:
        seed, one, other = self.world.seed, person.number, project.posting.number
        self.applications[one].discard(other)
        likes = self._likes(person, project)
        if one in self.outcome.placed or chance(seed, one, other, 9) >= 0.6 + 0.35 * min(likes, 1):
            return
        self.outcome.placed[one] = other
        project.free -= 1
        project.filled_after.append(day - project.posting.day)
        if chance(seed, one, other, 10) < 0.5 + 0.4 * fit(person, project.posting) + 0.1 * min(likes, 1):
            self.outcome.completed += 1
        for left in self.applications[one]:
            if one in (waiting := self.projects[left].waiting):
                self.projects[left].since.pop(waiting.index(one))
                waiting.remove(one)
                self.outcome.withdrawn += 1
        self.applications[one] = set()


def figures(world: World, outcome: Outcome) -> dict[str, float]:
    """The figures of one run."""
    seats = sum(posting.seats for posting in world.postings)
    applications = sum(project.applied for project in outcome.projects)
    after = [days for project in outcome.projects for days in project.filled_after]
    early = [project for project in outcome.projects if project.posting.day <= DAYS - OPEN_DAYS]
    early_seats = sum(project.posting.seats for project in early)
    open_long = [p.applied / p.posting.seats for p in outcome.projects if p.posting.day <= DAYS - 14]
    matches = len(outcome.placed)
    unread = applications - outcome.read - outcome.withdrawn
    return {
        MATCHED: matches / seats,
        "people placed": matches / len(world.people),
        "days to fill": mean(after) if after else 0,
        "filled by day 14": sum(d <= 14 for p in early for d in p.filled_after) / early_seats,
        "filled by day 28": sum(d <= 28 for p in early for d in p.filled_after) / early_seats,
        "unanswered": unread / max(1, applications - outcome.withdrawn),
        "applications per hire": applications / max(1, matches),
        "Gini of applications": gini(open_long),
        "completed of seats": outcome.completed / seats,
    }


def gini(values: list[float]) -> float:
    """0 where all are equal, 1 where one has everything.

    >>> gini([1, 1, 1]), gini([0, 0, 0, 4])
    (0.0, 0.75)
    """
    ordered, total = sorted(values), sum(values)
    weighed = sum(rank * value for rank, value in enumerate(ordered, start=1))
    return (2 * weighed / total - len(ordered) - 1) / len(ordered) if total else 0.0


def run_all(task: tuple[int, Sizes, tuple[str, ...]]) -> dict[str, dict[str, float]]:
    """All policies on one market."""
    seed, sizes, policies = task
    world = make_world(seed, sizes)
    pairs = Pairs(world)
    return {policy: figures(world, Run(world, policy, pairs).whole()) for policy in policies}


def averaged(tasks: list[tuple[int, Sizes, tuple[str, ...]]]) -> list[dict[str, dict[str, float]]]:
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(run_all, tasks))


def mean_of(runs: list[dict[str, dict[str, float]]]) -> dict[str, dict[str, float]]:
    return {policy: {what: mean(run[policy][what] for run in runs) for what in runs[0][policy]} for policy in runs[0]}


def measure() -> list[Row]:
    """The three seeds, one line a policy and figure in print, and the goals as rows."""
    runs = averaged([(seed, Sizes(), POLICIES) for seed in SEEDS])
    means = mean_of(runs)
    print(printed(means))
    for seed, run in zip(SEEDS, runs, strict=True):
        rates = ", ".join(f"{policy} {found[MATCHED]:.3f}" for policy, found in run.items())
        print(f"seed {seed}, match rate: {rates}")
    ours, keyword = means[OURS], means[KEYWORD]
    gain = ours[MATCHED] - keyword[MATCHED]
    return [
        Row("match rate above keyword + filter", gain, "", goal=GAIN, at_least=True),
        Row("unanswered", ours["unanswered"], "", goal=UNANSWERED, beside=f"keyword {keyword['unanswered']:.3f}"),
        Row(
            "Gini", ours["Gini of applications"], "", goal=GINI, beside=f"keyword {keyword['Gini of applications']:.3f}"
        ),
    ]


def printed(means: dict[str, dict[str, float]]) -> str:
    policies = list(means)
    head = f"{'':26}" + "".join(f"{policy:>25}" for policy in policies)
    lines = [
        f"{what:26}" + "".join(f"{means[policy][what]:25.3f}" for policy in policies) for what in means[policies[0]]
    ]
    return "\n".join([head, *lines])


def grid() -> None:
    """A quarter of the market under other assumptions, two seeds: where ours gains over keyword + filter, or loses."""
    base = Sizes(people=500, projects=250, hosts=70)
    corners = [(1.0, 1.0, 0.75), *product((0.5, 2.0), (0.5, 2.0), (0.3, 1.0))]
    tasks = [
        (seed, replace(base, reading=reading, people=int(base.people * people), declared=share), (KEYWORD, OURS))
        for reading, people, share in corners
        for seed in SEEDS[:2]
    ]
    print(f"{'':44}{'match rate':>20}{'':8}{'unanswered':>18}{'Gini':>18}   (keyword + filter, ours)")
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(run_all, tasks)
        for (reading, people, share), one, other in zip(corners, found, found, strict=False):
            keyword, ours = (mean_of([one, other])[policy] for policy in (KEYWORD, OURS))
            lost = "  LOSES " if ours[MATCHED] < keyword[MATCHED] else ""
            pairs = "".join(f"{keyword[what]:9.3f}{ours[what]:9.3f}" for what in ("unanswered", "Gini of applications"))
            what = f"reading x {reading:g}, people x {people:g}, declared {share:g}"
            print(f"{what:44}{keyword[MATCHED]:10.3f}{ours[MATCHED]:10.3f}{lost:8}{pairs}", flush=True)


def main() -> None:
    began = time.monotonic()
    print((__doc__ or "").partition("printed with the figures:\n")[2])
    if "--grid" in sys.argv:
        grid()
    else:
        print(table(measure()))
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
