"""The same list out of the product's tables: `python -m benchmarks.personal_list_rows [postgresql] [100000]`.

The projects of `personal_list`, as rows of the site, with as many applications as people wait; skills are the real
vocabulary's, few of them asked for often. Each list is held against that of the index in memory, which must be equal.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks import world
from benchmarks.frame import Row, cpu_ms, table

PEOPLE, GOAL = 16, 50
STEP = 1_000_000  # more than the demo has of anything
HOSTS = 11  # projects of each, on average
PLACES = ("Europe/Paris", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "UTC")


def main(*given: str) -> None:
    kind = "postgresql" if "postgresql" in given else "sqlite"
    size = int(next((each for each in given if each.isdigit()), "100000"))
    with tempfile.TemporaryDirectory(prefix="firstfoot-list-") as temporary, world.database(kind) as url:
        world.settle(Path(os.environ.get("FIRSTFOOT_BENCH") or temporary), url)
        began, draw = time.monotonic(), random.Random(7)
        fill(draw, size)
        print(f"{size:,} projects on {kind} after {time.monotonic() - began:.0f} s", flush=True)
        print(table(measure(draw)), flush=True)


def fill(draw: random.Random, size: int) -> None:
    """Copy one project of the demo so often, each copy with what a list goes by drawn anew."""
    from django.db import connection, transaction

    from firstfoot.foundation.accounts.models import Person
    from firstfoot.kernel import clock
    from firstfoot.market.applications.models import Application
    from firstfoot.market.organizations.models import Organization
    from firstfoot.market.projects.brief import CATEGORIES
    from firstfoot.market.projects.models import Project, ProjectSkill
    from firstfoot.market.skills import by_code
    from firstfoot.market.suggestions.actions import count_skill_uses
    from firstfoot.market.suggestions.models import Exposure

    if Project.objects.filter(pk__gte=STEP).count() >= size:
        return
    codes, today = sorted(by_code()), clock.today()
    draw.shuffle(codes)
    rates = [1 / (n + 10) for n in range(len(codes))]
    first = Project.objects.filter(state="open", visibility="public").select_related("organization").first()
    sent = Application.objects.filter(state="submitted").first()
    assert first is not None
    assert sent is not None
    hosts = [STEP + n for n in range(size // HOSTS)]
    people = [STEP + n for n in range(30)]
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA cache_size=-400000")
            cursor.execute("PRAGMA defer_foreign_keys=ON")
        Project.objects.exclude(pk=first.pk).filter(state="open").update(visibility="link")
        copy_rows(cursor, Organization, first.organization_id, (
            {"id": key, "public_id": f"o{key}", "name": f"Host {key}", "answered_count": draw.randrange(40),
             "silent_count": draw.randrange(20)} for key in hosts
        ))  # fmt: skip
        copy_rows(cursor, Person, sent.person_id, (
            {"id": key, "public_id": f"p{key}", "email": f"p{key}@demo.example",
             "actor_token": f"t{key}"} for key in people
        ))  # fmt: skip
        keys = [STEP + n for n in range(size)]
        copy_rows(cursor, Project, first.pk, (_project(draw, key, hosts, CATEGORIES, today) for key in keys))
        asked = [
            (key, code) for key in keys for code in dict.fromkeys(draw.choices(codes, rates, k=draw.randint(3, 6)))
        ]
        ProjectSkill.objects.bulk_create(
            [ProjectSkill(project_id=key, code=code, importance=draw.randint(1, 3), listed_at=first.published_at)
             for key, code in asked], batch_size=5_000,
        )  # fmt: skip
        waits = ((key, who) for key in keys for who in people[: min(30, int(draw.expovariate(0.25)))])
        copy_rows(cursor, Application, sent.pk, (
            {"id": STEP + n, "public_id": f"a{STEP + n}", "project_id": key, "person_id": who, "pseudonym": f"{who}",
             "thread_id": None} for n, (key, who) in enumerate(waits)
        ))  # fmt: skip
        Exposure.objects.bulk_create(
            [Exposure(project_id=key, price=200, shown=90) for key in keys if draw.random() < 0.25], batch_size=5_000
        )
    count_skill_uses()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _project(draw: random.Random, key: int, hosts: list[int], kinds: Any, today: Any) -> dict[str, Any]:
    from datetime import timedelta

    from firstfoot.kernel import clock

    weeks, start = draw.randint(1, 8), today + timedelta(days=draw.randrange(30))
    return {
        "id": key, "public_id": f"j{key}", "organization_id": draw.choice(hosts), "category": draw.choice(kinds),
        "hours": weeks * draw.randint(3, 15), "weeks": weeks, "start_on": start,
        "start_until_on": start + timedelta(days=draw.choice((7, 14))), "workplace": "remote",
        "language": draw.choice(("de", "fr")) if draw.random() < 0.2 else "en", "time_zone": draw.choice(PLACES),
        "seats": draw.choice((1, 1, 1, 2, 3)), "seats_held": 0, "seats_taken": 0, "apply_by_on": None,
        "published_at": clock.now() - timedelta(minutes=key % 100_000),
    }  # fmt: skip


def copy_rows(cursor: Any, model: Any, key: int, changes: Any) -> None:
    """Copy one row again and again, with these columns of its own."""
    fields = [field.column for field in model._meta.concrete_fields if not field.generated]
    name, sql, rows = model._meta.db_table, "", []
    for change in changes:
        if not sql:
            values = ", ".join("%s" if column in change else f'"{column}"' for column in fields)
            columns = ", ".join(f'"{column}"' for column in fields)
            sql = f'INSERT INTO "{name}" ({columns}) SELECT {values} FROM "{name}" WHERE id = {key}'
        rows.append([change[column] for column in fields if column in change])
    cursor.executemany(sql, rows)


def measure(draw: random.Random) -> list[Row]:
    """What the list costs, and what else is done when one is made."""
    from firstfoot.foundation.accounts.models import Person
    from firstfoot.market.matching.searching import best
    from firstfoot.market.matching.shelf import Shelf
    from firstfoot.market.projects.queries import open_projects
    from firstfoot.market.suggestions.lexicon import lexicon
    from firstfoot.market.suggestions.making import NEWEST
    from firstfoot.market.suggestions.models import Wish
    from firstfoot.market.suggestions.openings import openings_of

    words = lexicon()
    person = Person.objects.get(email="sam@demo.example")
    every, _applied = openings_of(open_projects(person), person)
    shelf = Shelf(every.values(), words)
    codes, rates = zip(*words.uses.items(), strict=True)
    times: dict[str, list[float]] = {}
    counts, read = [], []
    for n in range(PEOPLE):
        wish, seeker = Wish(person=person), a_seeker(draw, codes, rates, 0 if n % 8 == 7 else draw.randint(1, 12))
        one = {"wish": wish, "seeker": seeker, "words": words, "person": person}
        cost, (look, standing, today) = median_of(one)
        kind = "somebody with skills" if seeker.claims else "who said no skill"
        times.setdefault(kind, []).append(cost)
        read.append(len(look.openings))
        held_against(best(shelf, seeker, standing, wish.own_weights, today=today, seed="s"), look, one, standing, today)
        newest = open_projects(person).order_by("-published_at", "-id")[:NEWEST]
        counts.append(cpu_ms(lambda rows=newest: openings_of(rows, person)))
    rows = [Row(f"{kind}: median", median(them), "ms", goal=GOAL) for kind, them in times.items()]
    rows += [Row(f"{kind}: nine of ten within", quantiles(them, n=10)[-1], "ms") for kind, them in times.items()]
    rows.append(Row("projects read whole, median", median(read), ""))
    rows.append(Row("reading the newest, for what is left out, median", median(counts), "ms"))
    return rows


def a_seeker(draw: random.Random, codes: Any, rates: Any, size: int) -> Any:
    from firstfoot.market.matching.seeking import Claim, Level, Seeker
    from firstfoot.market.projects.brief import CATEGORIES

    claims = tuple(
        Claim(code, draw.choice(list(Level)[1:])) for code in sorted(set(draw.choices(codes, rates, k=size)))
    )
    wants = frozenset({draw.choice(CATEGORIES)} if draw.random() < 0.66 else set())
    return Seeker(claims, wants, draw.randint(5, 20), languages=frozenset({"en"}), offset=draw.choice((-300, 0, 60)))


def median_of(one: dict[str, Any]) -> tuple[float, Any]:
    found: list[Any] = []
    costs = [cpu_ms(lambda: found.append(listed(**one))) for _ in range(3)]
    return median(costs), found[-1]


def listed(wish: Any, seeker: Any, words: Any, person: Any) -> Any:
    """What `Ground.of` does for the list of very many."""
    from functools import partial

    from firstfoot.kernel import clock
    from firstfoot.market.matching.listing import Order
    from firstfoot.market.matching.reaching import Reach
    from firstfoot.market.projects.queries import open_projects
    from firstfoot.market.skills import by_code
    from firstfoot.market.suggestions.filtering import barring, passing
    from firstfoot.market.suggestions.seekers import standing_of
    from firstfoot.market.suggestions.within_reach import Look

    today = clock.today(person.zone)
    reach = Reach(seeker, words, wish.own_weights, frozenset(by_code()))
    barred = barring(person, wish, seeker, [], today)
    look = Look(passing(open_projects(person), barred), person, reach, partial(standing_of, wish, {}), today)
    look.at(Order.MATCH, "s")
    return look, standing_of(wish, {}, look.openings.values(), frozenset(look.applied)), today


def held_against(shelf_list: Any, look: Any, one: dict[str, Any], standing: Any, today: Any) -> None:
    """Raises AssertionError where the two lists differ."""
    from firstfoot.market.matching.scoring import ranked

    few = ranked(
        one["seeker"], standing, look.openings.values(), one["words"], one["wish"].own_weights, today=today, seed="s"
    )
    if [(each.opening, each.score) for each in few[:20]] != shelf_list:
        raise AssertionError("The index gives another list")


if __name__ == "__main__":
    main(*sys.argv[1:])
