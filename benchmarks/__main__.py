"""Measures everything and prints one table: `make bench` (about three minutes; FIRSTFOOT_BENCH keeps the world)."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from benchmarks import world
from benchmarks.frame import Row, table


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="firstfoot-bench-") as temporary:
        folder = Path(os.environ.get("FIRSTFOOT_BENCH") or temporary)
        world.settle(folder)
        from benchmarks import fanout, pages, processes, reactions, review, skills_coverage, typeahead, visit, workspace

        rows: list[Row] = []
        for topic in (pages, visit, review, fanout, reactions, skills_coverage, typeahead, workspace, processes):
            began = time.monotonic()
            rows += topic.measure(folder)
            print(f"{topic.__name__.rpartition('.')[2]}: {time.monotonic() - began:.0f} s", flush=True)
    print(table(rows))


if __name__ == "__main__":
    main()
