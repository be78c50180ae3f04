"""What the best 20 of 100,000 open projects cost for one person, and whether they are those of the plain function.

`python -m benchmarks.personal_list`. Projects ask for 3 to 6 of 1,200 skills, few of them often (by 1 / (rank + 10)),
in 24 categories; nobody to thirty people wait for each. People said 1 to 12 skills, and two in three what they want.
"""

from __future__ import annotations

import gc
import random
import time
import tracemalloc
from collections import Counter
from datetime import date, timedelta
from statistics import median, quantiles

from benchmarks.frame import Row, cpu_ms, table
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Crowd, Need, Opening, Record, Terms, Timing
from firstfoot.market.matching.scoring import ranked
from firstfoot.market.matching.searching import best
from firstfoot.market.matching.seeking import Claim, Level, Seeker, Standing
from firstfoot.market.matching.shelf import Shelf
from firstfoot.market.matching.weights import Weights

PROJECTS, PEOPLE, COMPARED, LENGTH = 100_000, 60, 4, 20
SKILLS, CATEGORIES = 1200, 24
TODAY = date(2026, 3, 2)
MS, MB = 5, 60


def main() -> None:
    draw = random.Random(7)
    codes = [f"s{n}" for n in range(SKILLS)]
    rates = [1 / (n + 10) for n in range(SKILLS)]
    openings = [_opening(draw, n, codes, rates) for n in range(PROJECTS)]
    links = {code: (f"s{n % 90}",) for n, code in enumerate(codes) if n >= 90}
    uses = Counter(need.skill for opening in openings for need in opening.needs)
    lexicon = Lexicon(PROJECTS, uses, links)
    gc.collect()
    tracemalloc.start()
    Shelf(openings, lexicon)
    tracemalloc.stop()
    began = time.process_time()
    tracemalloc.start()
    shelf = Shelf(openings, lexicon)
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] / 2**20
    tracemalloc.stop()
    built = time.process_time() - began
    people = [_seeker(draw, codes, rates, draw.randint(1, 12)) for _ in range(PEOPLE)]
    print(table([*timed("somebody with skills", shelf, people), *timed("who said nothing", shelf, [Seeker()] * 3)]))
    plain = plain_ms(openings, lexicon, shelf, people[:COMPARED])
    rows = [Row("memory of the shelf", held, "MB", goal=MB), Row("built, while memory is traced", built, "s"),
            Row(f"the plain function, {COMPARED} people, the same lists", plain, "ms")]  # fmt: skip
    print(table(rows))


def timed(who: str, shelf: Shelf, people: list[Seeker]) -> list[Row]:
    def once(seeker: Seeker) -> None:
        best(shelf, seeker, Standing(), Weights(), today=TODAY, seed="s", length=LENGTH)

    once(people[0])
    times = [median(cpu_ms(lambda seeker=seeker: once(seeker)) for _ in range(3)) for seeker in people]
    return [
        Row(f"{who}: median", median(times), "ms", goal=MS),
        Row(f"{who}: nine of ten within", quantiles(times, n=10)[-1], "ms"),
    ]


def plain_ms(openings: list[Opening], lexicon: Lexicon, shelf: Shelf, people: list[Seeker]) -> float:
    """The time of the plain function; raises AssertionError where the shelf gives another list."""
    times = []
    for seeker in people:
        began = time.process_time()
        whole = ranked(seeker, Standing(), openings, lexicon, Weights(), today=TODAY, seed="s")
        times.append((time.process_time() - began) * 1000)
        found = best(shelf, seeker, Standing(), Weights(), today=TODAY, seed="s", length=LENGTH)
        if found != [(match.opening, match.score) for match in whole[:LENGTH]]:
            raise AssertionError("The shelf gives another list")
    return median(times)


def _opening(draw: random.Random, n: int, codes: list[str], rates: list[float]) -> Opening:
    skills = dict.fromkeys(draw.choices(codes, rates, k=draw.randint(3, 6)))
    start = TODAY + timedelta(days=draw.randrange(30))
    weeks = draw.randint(1, 8)
    timing = Timing(weeks * draw.randint(3, 15), weeks, start, start + timedelta(days=draw.choice((7, 14))))
    languages = frozenset({"en"} | ({draw.choice(("de", "fr"))} if draw.random() < 0.2 else set()))
    terms = Terms(languages=languages, offset=draw.choice((-480, -300, 0, 60, 330)))
    record = Record(draw.randrange(40), draw.randrange(20))
    crowd = Crowd(draw.choice((1, 1, 1, 2, 3)), min(30, int(draw.expovariate(0.25))), price=draw.choice((0, 0, 0, 200)))
    needs = tuple(Need(skill, draw.randint(1, 3)) for skill in skills)
    return Opening(
        f"project-{n}", f"host-{n % 9000}", needs, timing, f"c{draw.randrange(CATEGORIES)}", TODAY, terms, record, crowd
    )


def _seeker(draw: random.Random, codes: list[str], rates: list[float], size: int) -> Seeker:
    claims = tuple(Claim(code, draw.choice(list(Level)[1:])) for code in set(draw.choices(codes, rates, k=size)))
    wants = frozenset({f"c{draw.randrange(CATEGORIES)}"} if draw.random() < 0.66 else set())
    return Seeker(claims, wants, draw.randint(5, 20), languages=frozenset({"en"}), offset=draw.choice((-300, 0, 60)))


if __name__ == "__main__":
    main()
