"""Search among many projects: `python -m benchmarks.search [postgresql] 1000 100000 [1000000]`.

The projects of the demo are copied by one insert each time, each with a word of its own; every third copy keeps only
a part of the words, so that common, middling and rare words are there. Pages are held against what they stand on,
measured in turns: the raw query of the engine and the list without a search.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import world
from benchmarks.frame import Row, in_turns, table

GOAL, GOAL_AT_MOST = 1.5, 3.0
WORDS = ("bakery", "website", "a", "w000042")


def main(*sizes: str) -> None:
    kind = "postgresql" if "postgresql" in sizes else "sqlite"
    with tempfile.TemporaryDirectory(prefix="firstfoot-search-") as temporary, world.database(kind) as url:
        world.settle(Path(temporary), url)
        for size in [size for size in sizes if size.isdigit()] or ("1000", "100000"):
            began = time.monotonic()
            count = grow_to(int(size))
            print(f"{count:,} open projects after {time.monotonic() - began:.0f} s", flush=True)
            print(table(measure(count)), flush=True)


def grow_to(size: int) -> int:
    """Copy the open projects of the demo and what they ask for until there are so many; how many there are."""
    from django.db import connection, transaction

    from firstfoot.market.projects.models import Project, ProjectSkill

    own = Project.objects.filter(state="open", visibility="public", pk__lt=STEP)
    copies = -(-size // own.count()) - 1
    made = Project.objects.filter(pk__gt=STEP).count() // own.count()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA cache_size=-400000")
        if copies > made:
            cursor.execute(_copy(Project, made + 1, copies, "t.state = 'open' AND t.visibility = 'public'"))
            cursor.execute(_copy(ProjectSkill, made + 1, copies, "t.listed_at IS NOT NULL"))
        cursor.execute("ANALYZE")
    return Project.objects.filter(state="open", visibility="public").count()


STEP = 10_000  # more than the demo has of anything


def _copy(model: Any, first: int, last: int, which: str) -> str:
    from django.db import connection

    is_sqlite = connection.vendor == "sqlite"
    tail = "printf('%06d', k)" if is_sqlite else "lpad(k::text, 6, '0')"
    moved = "datetime(t.{0}, '-' || k || ' minutes')" if is_sqlite else "t.{0} - k * interval '1 minute'"
    own = {
        "id": f"t.id + {STEP} * k", "project_id": f"t.project_id + {STEP} * k",
        "public_id": f"substr(t.public_id, 1, 6) || {tail}",
        "title": f"t.title || ' w' || {tail}", "title_words": f"t.title_words || ' w' || {tail}",
        "search_text": f"CASE WHEN k % 3 = 0 THEN t.title_words ELSE t.search_text END || ' w' || {tail}",
        "draft": "'{}'",
    }  # fmt: skip
    own |= {name: moved.format(name) for name in ("published_at", "listed_at")}
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(own.get(field.column, f't."{field.column}"') for field in fields)
    series = (
        f"(WITH RECURSIVE s(k) AS (SELECT {first} UNION ALL SELECT k + 1 FROM s WHERE k < {last}) SELECT k FROM s)"
        if is_sqlite
        else f"(SELECT generate_series({first}, {last}) AS k)"
    )
    name = model._meta.db_table
    return (
        f'INSERT INTO "{name}" ({columns}) SELECT {values} FROM {series} AS copies CROSS JOIN "{name}" AS t '
        f"WHERE t.id < {STEP} AND {which}"
    )


def measure(size: int) -> list[Row]:
    """What the list costs at this size."""
    from django.core.cache import caches

    from benchmarks.site import visitor
    from firstfoot.market.projects.facets import facets_of
    from firstfoot.market.projects.narrowing import Filters
    from firstfoot.market.projects.queries import open_projects

    guest, rows = visitor(), []
    goal = GOAL if size <= 110_000 else GOAL_AT_MOST * GOAL

    def cold(call: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            caches["cards"].clear()
            return call()

        return run

    for word in WORDS:
        calls = [raw(word), guest.call("/projects/"), guest.call(f"/projects/?q={word}")]
        asked, browse, page = in_turns(*calls, rounds=9)
        rows.append(
            Row(f"search {word}", page, "ms", asked + browse, f"raw query {asked:.2f} + list {browse:.2f}", goal)
        )
        best = guest.call(f"/projects/?q={word}&sort=best")
        (fit,) = in_turns(best, rounds=9)
        rows.append(Row(f"search {word}, best match", fit, "ms", asked + browse, "the same", None))
    first, deep = in_turns(guest.call("/projects/"), guest.call(f"/projects/?after={deepest()}"), rounds=9)
    rows.append(Row("deep page", deep, "ms", first, "the first page", 1.2))
    for what, filters in (
        ("all", Filters()),
        ("a search", Filters(words="a")),
        ("a kind of work", Filters(category="web")),
    ):
        (counted,) = in_turns(lambda f=filters: facets_of(open_projects(), f), rounds=5)
        rows.append(Row(f"counts of {what}, not kept", counted, "ms"))
    empty, typo = in_turns(
        cold(guest.call("/projects/?q=w999999x&exact=1")), cold(guest.call("/projects/?q=bakrey")), rounds=5
    )
    rows.append(Row("a mistyped word, nothing kept", typo, "ms", empty, "a search that finds nothing"))
    return rows


def raw(word: str) -> Callable[[], object]:
    """The query of the engine alone."""
    from django.db import connection

    from firstfoot.market.projects.search import engine

    sql, given = engine._statement((word,), "")

    def run() -> object:
        with connection.cursor() as cursor:
            cursor.execute(sql, given)
            return cursor.fetchall()

    return run


def deepest() -> str:
    from firstfoot.market.projects.queries import open_projects

    return str(open_projects().order_by("published_at", "id")[20].public_id)


if __name__ == "__main__":
    main(*sys.argv[1:])
