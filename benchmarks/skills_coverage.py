"""How many real uses of tags the skills vocabulary reads, and what reading and suggesting cost as it grows.

`python -m benchmarks.skills_coverage FOLDER`, where FOLDER holds `uncovered_tags.csv` (tag, uses) and `t4_*.jsonl`
(profiles with technologies and topics); `make bench` has the times alone. Words are halved by a hash: of one half the
unread words are printed, to tune on; the other is only counted. Both lists were seen once before the first words of the
vocabulary were written, so the second half is held out from tuning, not unseen.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.frame import Row, in_turns, table
from firstfoot.market.skills import codes_of, resolve, vocabulary
from firstfoot.market.skills.index import Index
from firstfoot.market.skills.reading import read_popular
from firstfoot.market.skills.skill import Skill

type Read = Callable[[str], object]

GOAL = 0.85
TIMES = 10
FLAT = 1.5  # times the small one, at most
ROUNDS = 2000
PREFIXES = ("s", "py", "data", "cust", "design", "web dev", "machine learning", "xq")
WORDS = ("SQL", "node.js", "Customer interviewing", "German (B2)", "Python 3.12", "Basket weaving")


def main(folder: str) -> None:
    uses = {"tags": tags_in(Path(folder)), **profiles_in(Path(folder))}
    rows = [row for what, counts in uses.items() for row in coverage(what, counts)]
    print(table([*rows, *measure(Path(folder))]))
    print("\nMost frequent words not read, of the half that was tuned on:")
    for what, counts in uses.items():
        missed = [f"{word} {n}" for word, n in counts.most_common() if is_tuned(word) and not resolve(word)]
        print(f"  {what}: {', '.join(missed[:40])}")


def tags_in(folder: Path) -> Counter[str]:
    with (folder / "uncovered_tags.csv").open(encoding="utf-8") as file:
        return Counter({row["tag"]: int(row["uses"]) for row in csv.DictReader(file)})


def profiles_in(folder: Path) -> dict[str, Counter[str]]:
    profiles = [json.loads(line) for path in sorted(folder.glob("t4_*profiles.jsonl")) for line in path.open()]
    return {
        f"profiles' {field}": Counter(word for profile in profiles for word in profile[field])
        for field in ("technologies", "topics")
    }


def is_tuned(word: str) -> bool:
    """Whether a word is of the half that the vocabulary was tuned on."""
    return hashlib.sha256(word.strip().lower().encode()).digest()[0] % 2 == 0


def coverage(what: str, counts: Counter[str]) -> list[Row]:
    """The share of uses that are read, beside those that are just the lower-cased name of a skill."""
    names = {skill.name.lower() for skill in vocabulary().skills.values()}

    def share(half: Counter[str], reads: Read) -> float:
        return sum(n for word, n in half.items() if reads(word)) / half.total()

    halves = {
        "all": counts,
        "tuned half": Counter({word: n for word, n in counts.items() if is_tuned(word)}),
        "held-out half": Counter({word: n for word, n in counts.items() if not is_tuned(word)}),
    }
    rows = []
    for half, words in halves.items():
        plain = share(words, lambda word: word.strip().lower() in names)
        beside = f"of {words.total()} uses, {len(words)} words; ceiling: the name alone"
        rows.append(Row(f"{what} read, {half}", share(words, resolve), "", plain, beside))
    return [
        *rows,
        Row(f"{what} read with their parts, all", share(counts, codes_of), "", None, "", GOAL, at_least=True),
    ]


def measure(folder: Path) -> list[Row]:
    """One call on the vocabulary and on one ten times as large, in microseconds of CPU time."""
    del folder
    small = vocabulary()
    skills = tuple(small.skills.values())
    large = Index((*skills, *(copy(skill, n) for n in range(1, TIMES) for skill in skills)), read_popular())
    return [
        *compare("resolve", WORDS, small.resolve, large.resolve),
        *compare("suggest", PREFIXES, small.suggest, large.suggest),
    ]


def compare(
    what: str, words: tuple[str, ...], small: Callable[[str], object], large: Callable[[str], object]
) -> list[Row]:
    """What a call costs on the large vocabulary, held against the small one: in the mean, and where it is dearest."""
    calls = [partial(repeat, call, word) for word in words for call in (small, large)]
    times = [ms * 1000 / ROUNDS for ms in in_turns(*calls, rounds=5)]
    pairs = list(zip(times[1::2], times[::2], words, strict=True))
    dearest = max(pairs)
    mean = sum(times[1::2]) / len(words), sum(times[::2]) / len(words)
    return [
        Row(f"{what}, mean of {len(words)} words", mean[0], "us", mean[1], f"{TIMES} times the vocabulary", FLAT),
        Row(f"{what}, dearest: {dearest[2]}", dearest[0], "us", dearest[1], f"{TIMES} times the vocabulary"),
    ]


def repeat(call: Read, word: str) -> None:
    for _ in range(ROUNDS):
        call(word)


def copy(skill: Skill, n: int) -> Skill:
    """A skill whose every phrase is new, yet begins as that of another."""
    aliases = tuple(f"{alias} kind{n}" for alias in skill.aliases)
    return replace(skill, code=f"{skill.code}-{n}", name=f"{skill.name} kind{n}", aliases=aliases)


if __name__ == "__main__":
    main(sys.argv[1])
