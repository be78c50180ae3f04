"""Every list and desk in a world of 1,000 engagements and in one of 100,000, in turns: `make grow`.

Each world has a process of its own, which answers a page's number with the CPU time of one call; so both are measured
in the same minutes, and what disturbs one disturbs the other. The small one fills a page of each list.
"""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks import world
from benchmarks.frame import Row, cpu_ms, table

GOAL = 1.2  # times the small one
SMALL = 1_000
ROUNDS = 9
WARM = 2


def main(engagements: str = "100000") -> None:
    with tempfile.TemporaryDirectory(prefix="firstfoot-grow-") as temporary:
        folder = Path(os.environ.get("FIRSTFOOT_BENCH") or temporary)
        worlds = [World(folder / "small", SMALL), World(folder / "large", int(engagements))]
        names = worlds[0].names
        if names != worlds[1].names:
            raise RuntimeError("The two worlds have other pages.")
        times: list[list[list[float]]] = [[[] for _ in names] for _ in worlds]
        for turn in range(WARM + ROUNDS):
            for number in range(len(names)):
                for its, one in zip(times, worlds, strict=True):
                    cost = one.ask(number)
                    if turn >= WARM:
                        its[number].append(cost)
        for one in worlds:
            one.end()
    small, large = ([median(costs) for costs in its] for its in times)
    rows = [Row(*row[:2], "ms", row[2], f"at {SMALL:,}", GOAL) for row in zip(names, large, small, strict=True)]
    print(table(rows))


class World:
    """The process of one world."""

    def __init__(self, folder: Path, engagements: int) -> None:
        command = [sys.executable, "-m", "benchmarks.size", "--answer", str(folder), str(engagements)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.names = self._line().split("\t")

    def ask(self, number: int) -> float:
        """The CPU milliseconds of one call of this page."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()
        return float(self._line())

    def end(self) -> None:
        self.process.communicate(timeout=30)

    def _line(self) -> str:
        """Its next answer; what the program says while the world is made goes by."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("= "):
                return line[2:].rstrip("\n")
        raise RuntimeError(f"The process of a world ended: {self.process.wait()}")


def answer(folder: str, engagements: str) -> None:
    """Make the world unless it is there, say its pages, then answer numbers until there are no more."""
    world.settle(Path(folder))
    from benchmarks.grow import grow
    from firstfoot.work.engagements.models import Engagement

    there = Engagement.objects.count()
    if there < int(engagements):
        grow(-(-int(engagements) // there) - 1)
    print(f"{Engagement.objects.count():,} engagements", file=sys.stderr, flush=True)
    named = pages()
    print("= " + "\t".join(named), flush=True)
    calls = list(named.values())
    for line in sys.stdin:
        print(f"= {cpu_ms(calls[int(line)]):.4f}", flush=True)


def pages() -> dict[str, Callable[[], object]]:
    """The call of each page, by its name."""
    from django.core.cache import caches

    from benchmarks.site import signed_in, visitor
    from firstfoot.market.projects.models import Project
    from firstfoot.work.engagements.models import Engagement

    caches["cards"].clear()
    people = {name: signed_in(f"{name}@demo.example") for name in ("hana", "sam", "hugo", "stella")}
    people["guest"] = visitor()
    brief = Project.objects.filter(state="open", visibility="public").order_by("pk").first()
    work = Engagement.objects.filter(intern__email="sam@demo.example").order_by("pk").first()
    assert brief is not None
    assert work is not None
    hosted = Project.objects.filter(organization__memberships__person__email="hana@demo.example").order_by("pk").first()
    assert hosted is not None
    asked = [
        ("guest", "/projects/"), ("guest", "/projects/?sort=soon"), ("guest", "/projects/?sort=short"),
        ("guest", f"/projects/?before={brief.public_id}"), ("guest", f"/projects/?category={brief.category}"),
        ("guest", "/projects/?q=bakery"), ("guest", "/projects/with/spreadsheets/"), ("sam", "/talent/for-you/"),
        ("sam", f"/talent/fit/{brief.public_id}/"), ("sam", "/searches/"),
        ("guest", f"/projects/{brief.public_id}/"), ("sam", "/projects/"),
        ("sam", "/talent/"), ("sam", "/talent/applications/"), ("sam", "/work/"), ("sam", f"/work/{work.public_id}/"),
        ("sam", "/inbox/"), ("hana", "/hosting/"), ("hana", "/work/"), ("hugo", "/hosting/"),
        ("hana", f"/hosting/projects/{hosted.public_id}/applicants/"),
        ("hana", f"/hosting/projects/{hosted.public_id}/"),
        ("hana", f"/hosting/projects/{hosted.public_id}/brief/questions/"),
        ("hana", f"/hosting/projects/{hosted.public_id}/figures/"), ("hana", "/hosting/projects/new/"),
        ("guest", f"/organizations/{hosted.organization.public_id}/"), ("guest", "/projects/feed.atom"),
        ("guest", "/sitemap-projects.xml"), ("stella", "/steward/cases/"), ("stella", "/steward/"),
        ("stella", "/steward/organizations/"), ("stella", "/steward/people/"), ("stella", "/steward/mails/"),
        ("stella", "/steward/runs/"), ("stella", "/steward/people/?q=okoro"), ("stella", "/steward/figures/"),
        ("guest", "/ledger/"), ("sam", "/talent/figures/"), ("sam", "/talent/test-drive/"),
        ("sam", "/talent/portfolio/"),
        ("hana", f"/hosting/organizations/{hosted.organization.public_id}/figures/"),
        ("hana", f"/hosting/organizations/{hosted.organization.public_id}/figures/projects/"),
    ]  # fmt: skip
    calls = [people[who].call(page) for who, page in asked]
    ids = (brief.public_id, work.public_id, hosted.public_id, hosted.organization.public_id)
    names = [f"{who}: {functools.reduce(lambda text, one: text.replace(one, '...'), ids, page)}" for who, page in asked]
    return dict(zip(names, calls, strict=True))


if __name__ == "__main__":
    answer(*sys.argv[2:]) if sys.argv[1:2] == ["--answer"] else main(*sys.argv[1:])
