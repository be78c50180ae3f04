"""What it costs a group to say less of what it can do: lists, applications and matches, and the bands of sourcing.

`python -m benchmarks.fairness`. The market of `market_simulation`, two thirds its size, three seeds. Half of the
people, drawn by chance, can do as much as the others and say only a share of it; the others say all. Ratios are theirs
to the others'. Exposure counts lines looked at for projects that one could really do. Prompts ("not stated: add it?")
are assumed to be answered every second time for a skill one has, over three looks at a list of twenty.
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from statistics import mean

from benchmarks.frame import Row, table
from benchmarks.market_lists import Pairs
from benchmarks.market_simulation import KEYWORD, OURS, SEEDS, Run
from benchmarks.market_world import FIRST_DAY, Individual, Sizes, World, chance, declared, fit, make_world
from firstfoot.market.matching.features import Reader, unsaid
from firstfoot.market.matching.filtering import exclusions
from firstfoot.market.matching.impact import impacts
from firstfoot.market.matching.scoring import ranked
from firstfoot.market.matching.seeking import Claim
from firstfoot.market.matching.sourcing import Band, band
from firstfoot.market.matching.weights import Weights

SIZES = Sizes(people=1400, projects=700, hosts=196)
SHARES = (1.0, 0.75, 0.5, 0.25)
HALF, GOAL = 0.5, 0.9
LOOKS, ANSWERED, LENGTH = 3, 0.5, 20
CAN = 0.4  # of true fit: what most hosts ask


@dataclass(frozen=True, slots=True)
class Ratios:
    """Of those who say less to the others, and the counts behind the matches: people and placed, both groups."""

    exposure: float
    applications: float
    matches: float
    counts: tuple[int, int, int, int]


def main() -> None:
    began = time.monotonic()
    print((__doc__ or "").rpartition("\n\n")[2])
    curve = [(OURS, share, False) for share in SHARES]
    asked = [*curve, (OURS, HALF, True), (KEYWORD, HALF, False)]
    with ProcessPoolExecutor(2) as pool:
        tasks = [(seed, policy, share, prompted) for policy, share, prompted in asked for seed in SEEDS]
        found = list(pool.map(ratios, tasks))
        bands = list(pool.map(bands_of, SEEDS))
    rows: list[Row] = []
    for n, (policy, share, prompted) in enumerate(asked):
        of_seeds = found[n * len(SEEDS) : (n + 1) * len(SEEDS)]
        name = f"{policy}, says {share:g}" + (", prompted" if prompted else "")
        is_goal = policy == OURS and share == HALF and not prompted
        rows += printed(name, of_seeds, GOAL if is_goal else None)
    for what, values in zip(
        ("says half", "says half, prompted"), zip(*(b[:2] for b in bands), strict=True), strict=True
    ):
        rows.append(Row(f"sourcing, {what}: in the first band", mean(values), "ratio"))
    rows.append(Row("share of their skills said after the prompts", mean(b[2] for b in bands), ""))
    print(table(rows))
    print(f"{time.monotonic() - began:.0f} s")


def printed(name: str, found: list[Ratios], goal: float | None) -> list[Row]:
    less, placed_less, others, placed = (sum(each.counts[n] for each in found) for n in range(4))
    low, high = next(
        each.ratio_between or (0.0, 0.0)
        for each in impacts([(("less",), less, placed_less), (("others",), others, placed)])
        if each.category == ("less",)
    )
    seeds = ", ".join(f"{each.matches:.3f}" for each in found)
    pooled = (placed_less / less) / (placed / others)
    beside = f"seeds {seeds}; 95 % {low:.3f}-{high:.3f}" if pooled < 1 else f"seeds {seeds}"
    return [
        Row(f"{name}: exposure", mean(each.exposure for each in found), "ratio"),
        Row(f"{name}: applications", mean(each.applications for each in found), "ratio"),
        Row(f"{name}: matches", pooled, "ratio", goal=goal, at_least=True, beside=beside),
    ]


def says_less(person: Individual, seed: int) -> bool:
    return chance(seed, person.number, 21) < 0.5


def with_groups(seed: int, share: float) -> World:
    world = make_world(seed, SIZES)
    people = tuple(declared(p, share if says_less(p, seed) else 1.0, p.number) for p in world.people)
    return replace(world, people=people)


def ratios(task: tuple[int, str, float, bool]) -> Ratios:
    seed, policy, share, is_prompted = task
    world = with_groups(seed, share)
    if is_prompted:
        world = replace(world, people=tuple(prompted(p, world) if says_less(p, seed) else p for p in world.people))
    run = Run(world, policy, Pairs(world))
    outcome = run.whole()
    groups: tuple[list[Individual], list[Individual]] = ([], [])
    for person in world.people:
        groups[says_less(person, seed)].append(person)
    others, less = groups

    def exposed(person: Individual) -> int:
        seen = outcome.considered.get(person.number, ())
        return sum(fit(person, world.postings[n]) >= CAN for n in seen)

    def a_head(of: list[Individual], count: dict[int, int]) -> float:
        return sum(count.get(person.number, 0) for person in of) / len(of)

    exposure = {person.number: exposed(person) for person in world.people}
    placed = dict.fromkeys(outcome.placed, 1)
    counts = len(less), sum(p.number in placed for p in less), len(others), sum(p.number in placed for p in others)
    return Ratios(
        a_head(less, exposure) / a_head(others, exposure),
        a_head(less, outcome.applied_by) / a_head(others, outcome.applied_by),
        a_head(less, placed) / a_head(others, placed),
        counts,
    )


def prompted(person: Individual, world: World) -> Individual:
    """Somebody after some looks at the lists of the first day, having added what they were asked for and have."""
    openings = [posting.opening for posting in world.postings if posting.day == 0]
    by_code = {opening.code: opening for opening in openings}
    for look in range(LOOKS):
        found = ranked(
            person.seeker, person.standing, openings, world.lexicon, Weights(), today=FIRST_DAY, seed=str(look)
        )
        reader = Reader.of(person.seeker, world.lexicon)
        asked = dict.fromkeys(skill for match in found[:LENGTH] for skill in unsaid(reader, by_code[match.opening]))
        added = [
            skill for n, skill in enumerate(asked)
            if skill in person.true and chance(world.seed, person.number, look, n, 22) < ANSWERED
        ]  # fmt: skip
        claims = (*person.seeker.claims, *(Claim(skill, person.true[skill]) for skill in added))
        person = replace(person, seeker=replace(person.seeker, claims=claims))
    return person


def bands_of(seed: int) -> tuple[float, float, float]:
    """How often those who say half are in the first band, to the others; the same after prompts; what they then say."""
    world = with_groups(seed, HALF)
    less = [person for person in world.people if says_less(person, seed)]
    others = [person for person in world.people if not says_less(person, seed)]
    after = [prompted(person, world) for person in less]
    base = first_band(others, world)
    said = sum(len(p.seeker.claims) for p in after) / sum(len(p.true) for p in after)
    return first_band(less, world) / base, first_band(after, world) / base, said


def first_band(people: list[Individual], world: World) -> float:
    """The share of first-band places among all that the filter lets pass, over a tenth of the projects."""
    first = passed = 0
    for person in people:
        reader = Reader.of(person.seeker, world.lexicon)
        for posting in world.postings[::10]:
            opening = posting.opening
            if not exclusions(person.seeker, person.standing, opening, opening.posted_on):
                passed += 1
                first += band(reader, opening) == Band.MOST
    return first / passed


if __name__ == "__main__":
    main()
