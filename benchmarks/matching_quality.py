"""How well skills and texts are matched on public sets, beside the best plain method of the same run.

`python -m benchmarks.matching_quality [FOLDER] [--all]`, where FOLDER holds `eval` and `taxonomy` (else the shared one
beside the project). Mean reciprocal ranks; every third question, or all of them. Nothing was fitted to a row: all
weights are whole numbers that stand in `likeness.py` and `credits.py`.

(a) wants O*NET's related occupations by their skill sets, but the taxonomy has the skill sets of ESCO's occupations
and no key from one to the other. Until there is one, what is measured is another thing: each ESCO occupation's skills
are drawn twice, each skill with the chance that is printed, and the one draw must find the other among all.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.frame import Row, table
from benchmarks.lexical import Bm25, Fts5, Scores, Tfidf, letters, plain, reciprocal_rank
from firstfoot.market.matching.credits import Vector, likeness, squared, vector
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.likeness import Entry, Likeness

SHARED = Path(__file__).parents[1] / "../shared/data"
GAIN = 0.02
PART = 3  # every third question
SHARES = (40, 70, 128)  # of 256: how likely a skill is in one draw

type Sets = dict[str, frozenset[str]]
type Method = Callable[[str], Scores]


def main() -> None:
    folders = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    folder, every = folders[0] if folders else SHARED, 1 if "--all" in sys.argv else PART
    rows: list[Row] = []
    for topic in (occupations, projects, skills):
        began = time.monotonic()
        rows += topic(folder, every)
        print(f"{topic.__name__}: {time.monotonic() - began:.0f} s", flush=True)
    print(table(rows))


def compared(what: str, baselines: dict[str, float], ours: float) -> list[Row]:
    """Each baseline as a row, then ours, held against the best of them."""
    best = max(baselines, key=lambda name: baselines[name])
    lines = [Row(f"{what}: {name}", value, "MRR") for name, value in baselines.items()]
    gain = Row(f"{what}: gain over {best}", ours - baselines[best], "MRR", goal=GAIN, at_least=True)
    return [*lines, Row(f"{what}: ours", ours, "MRR"), gain]


def rated(method: Method, questions: list[tuple[str, set[int]]]) -> float:
    return mean(reciprocal_rank(method(text), right) for text, right in questions)


# (a) sets of skills


def occupations(folder: Path, every: int) -> list[Row]:
    held: dict[str, set[str]] = defaultdict(set)
    for row in read(folder / "taxonomy/occupation_skills.csv.gz"):
        held[row["occupation_id"]].add(row["skill_id"])
    broader: dict[str, list[str]] = defaultdict(list)
    for row in read(folder / "taxonomy/broader.csv.gz"):
        broader[row["child_id"]].append(row["parent_id"])
    links = {code: tuple(wider) for code, wider in broader.items()}
    asked = [row["occ"] for row in lines(folder / "eval/t7_onet_related.jsonl")]
    fitting = sum(occ in held for occ in asked)
    print(f"(a) O*NET occupations whose skill set is there: {fitting} of {len(asked)}; its own MRR is not measured")
    rows = []
    for share in SHARES:
        one, other = ({occ: drawn(occ, skills, share, n) for occ, skills in held.items()} for n in (1, 2))
        both = [occ for occ in held if one[occ] and other[occ]]
        found = set_methods({occ: one[occ] for occ in both}, {occ: other[occ] for occ in both}, links, every * 2)
        ours = found.pop("ours")
        rows += compared(f"(a, stand-in) skills drawn at {share / 256:.2f}", found, ours)
    return rows


def drawn(occ: str, skills: set[str], share: int, n: int) -> frozenset[str]:
    return frozenset(s for s in skills if hashlib.sha256(f"{n} {occ} {s}".encode()).digest()[0] < share)


def set_methods(asked: Sets, held: Sets, links: Mapping[str, tuple[str, ...]], every: int) -> dict[str, float]:
    """The mean reciprocal rank of each measure of two sets, over every so many of the questions."""
    lexicon = lexicon_of(held, links)
    flat = {s: dict.fromkeys(codes, 1) for s, codes in held.items()}
    rare = {s: {code: lexicon.idf(code) - 1000 for code in codes} for s, codes in held.items()}
    wide = {s: vector(((code, 1) for code in codes), lexicon) for s, codes in held.items()}
    questions = [occ for n, occ in enumerate(asked) if n % every == 0]
    ranks: dict[str, list[float]] = defaultdict(list)
    indexes = [SetIndex(vectors) for vectors in (flat, rare, wide)]
    for occ in questions:
        one = dict.fromkeys(asked[occ], 1)
        two = {code: lexicon.idf(code) - 1000 for code in asked[occ]}
        three = vector(((code, 1) for code in asked[occ]), lexicon)
        scored = {
            "overlap": indexes[0].scores(one, lambda dot, common, norms, total: common),
            "Jaccard": indexes[0].scores(one, share_in_common),
            "IDF-Jaccard": indexes[1].scores(two, share_in_common),
            "IDF-cosine": indexes[1].scores(two, lambda dot, common, norms, total: dot * dot / (norms[0] * norms[1])),
            "ours": indexes[2].scores(three, likeness),
        }
        for name, scores in scored.items():
            ranks[name].append(reciprocal_rank(scores, {indexes[0].places[occ]}))
    return {name: mean(found) for name, found in ranks.items()}


def share_in_common(dot: int, common: int, norms: tuple[int, int], total: int) -> float:
    return common / (total - common)


def lexicon_of(held: Sets, links: Mapping[str, tuple[str, ...]]) -> Lexicon:
    """Counts of each skill, and of each wider one once for all that is under it."""
    bare, uses = Lexicon(broader=links), Counter[str]()
    for codes in held.values():
        uses.update(codes | {up for code in codes for up, _ in bare.wider(code)})
    return Lexicon(len(held), uses, links)


class SetIndex:
    """Vectors by what is in them, so that a question only meets those with something in common."""

    def __init__(self, vectors: dict[str, Vector]) -> None:
        self.places = {name: n for n, name in enumerate(vectors)}
        self._norms = [squared(v) for v in vectors.values()]
        self._sums = [sum(v.values()) for v in vectors.values()]
        self._held: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for n, v in enumerate(vectors.values()):
            for code, weight in v.items():
                self._held[code].append((n, weight))

    def scores(self, asked: Vector, measure: Callable[[int, int, tuple[int, int], int], float]) -> Scores:
        dots: dict[int, int] = defaultdict(int)
        common: dict[int, int] = defaultdict(int)
        for code, weight in asked.items():
            for n, other in self._held.get(code, ()):
                dots[n] += weight * other
                common[n] += min(weight, other)
        own, total = squared(asked), sum(asked.values())
        return {n: measure(dots[n], common[n], (own, self._norms[n]), total + self._sums[n]) for n in dots if common[n]}


# (b) a profile to projects, by their texts


def projects(folder: Path, every: int) -> list[Row]:
    """All profiles always: there are few."""
    del every
    rows = list(lines(folder / "eval/t4_gsoc2022_projects.jsonl"))
    places = {row["row"]: n for n, row in enumerate(rows)}
    texts = [row["text"] for row in rows]
    profiles = lines(folder / "eval/t4_gsoc2022_profiles.jsonl")
    questions = [(row["q"], {places[n] for n in row["rel"]}) for row in profiles]
    ours = ranker(Likeness(Entry(str(n), (), text) for n, text in enumerate(texts)), len(texts))
    methods: dict[str, Method] = {
        "FTS5": Fts5(texts),
        "FTS5 with porter stems": Fts5(texts, "porter unicode61"),
        "BM25": Bm25(texts),
        "TF-IDF": Tfidf(texts, plain),
        "TF-IDF of letters": Tfidf(texts, letters),
    }
    return compared("(b)", {name: rated(m, questions) for name, m in methods.items()}, rated(ours, questions))


# (c) a phrase or a sentence to skills


def skills(folder: Path, every: int) -> list[Row]:
    known = list(read(folder / "taxonomy/skills.csv.gz"))
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in read(folder / "taxonomy/aliases.csv.gz"):
        aliases[row["skill_id"]].append(row["alias"])
    places = {row["id"].removeprefix("esco:"): n for n, row in enumerate(known)}
    names = [row["label"] for row in known]
    full = [" . ".join((row["label"], *aliases[row["id"]])) for row in known]
    entries = (Entry(str(n), (row["label"], *aliases[row["id"]]), row["description"]) for n, row in enumerate(known))
    methods: dict[str, Method] = {
        "BM25 of names": Bm25(names),
        "BM25 of names and aliases": Bm25(full),
        "FTS5 with porter stems": Fts5(names, "porter unicode61"),
        "TF-IDF of names": Tfidf(names, plain),
        "TF-IDF of names and aliases": Tfidf(full, plain),
        "TF-IDF of names' letters": Tfidf(names, letters),
        "TF-IDF of names' and aliases' letters": Tfidf(full, letters),
    }
    ours = ranker(Likeness(entries), 500)
    rows = []
    for what, file in (("(c) phrase", "t1_span_to_esco.jsonl"), ("(c) sentence", "t1s_sentence_to_esco.jsonl")):
        asked = [row for n, row in enumerate(lines(folder / "eval" / file)) if n % every == 0]
        questions = [(row["q"], {places[code] for code in row["rel"] if code in places}) for row in asked]
        absent = sum(not right for _, right in questions)
        print(f"{what}: {len(questions)} questions, {absent} whose skills the taxonomy lacks, counted as missed by all")
        found = {name: rated(method, questions) for name, method in methods.items()}
        rows += compared(what, found, rated(ours, questions))
    return rows


def ranker(index: Likeness, limit: int) -> Method:
    """The order of our ranking as scores, so that all are rated alike."""
    return lambda text: {int(key): 1 / (n + 1) for n, (key, _) in enumerate(index.rank(text, limit))}


def read(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    main()
