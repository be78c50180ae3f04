"""How many projects each choice of a filter would leave: counted over the newest few thousand, in one query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from firstfoot.kernel import clock
from firstfoot.kernel.money import digits_of
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.narrowing import BANDS, LATER, STARTS, Filters, newest
from firstfoot.market.projects.search import MOST_FOUND

# Whole units of a currency with cents; those of one without are a hundred times as many.
PAYS = (100, 250, 500, 1_000, 2_000)
MOST_SKILLS, MOST_PLACES = 40, 20
PLAIN = ("category", "workplace", "language", "currency")
NAMES = (*PLAIN, *BANDS, "start", "pay", "skill", "place")
_COLUMNS = (
    "pk", "category", "workplace", "language", "currency", "hours", "weeks", "seats", "pay_minor", "start_on",
    "start_until_on", "place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facets:
    """How many there are in all, up to one more than MOST_FOUND, and by filter and choice with that filter lifted."""

    total: int
    counts: Mapping[str, Mapping[str, int]]


def facets_of(projects: QuerySet[Project], filters: Filters) -> Facets:
    """What the list says beside its filters. Pay is counted once a currency is chosen, or there is one only."""
    tables = {"every": newest(projects, filters)}
    tables |= {name: newest(projects, filters.without(name)) for name in NAMES if getattr(filters, name)}
    sql, given = _statement(tables, clock.today())
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows = cursor.fetchall()
    found: dict[str, dict[str, int]] = {name: {} for name in ("total", *NAMES)}
    for name, code, count in rows:
        if code not in {None, ""} and count:
            found[name][str(code)] = count
    total = found.pop("total").get("all", 0)
    found["pay"] = _pays(found["pay"], filters.currency)
    return Facets(total, found)


def _statement(tables: Mapping[str, QuerySet[Project]], today: date) -> tuple[str, list[Any]]:
    parts, given = [], list[Any]()
    for name, rows in tables.items():
        sql, within = _newest(rows)
        columns = ", ".join("id" if column == "pk" else column for column in _COLUMNS)
        parts.append(f"in_{name} ({columns}) AS MATERIALIZED ({sql})")
        given += within
    counts = []
    for name, code, condition, values in _counts(today):
        table = f"in_{name if name in tables else 'every'}"
        if name == "skill":
            counts.append(_SKILLS.format(table=table))
            continue
        counts.append(f"SELECT '{name}', {code}, count(*) FROM {table} WHERE {condition} GROUP BY 2")  # noqa: S608
        given += values
    total = "SELECT 'total', 'all', count(*) FROM in_every"
    return f"WITH {', '.join(parts)} {' UNION ALL '.join([total, *counts])}", given


def _newest(rows: QuerySet[Project]) -> tuple[str, tuple[Any, ...]]:
    """The statement of those that are looked at."""
    try:
        capped = rows.values_list(*_COLUMNS)[: MOST_FOUND + 1]
        return capped.query.sql_with_params()
    except EmptyResultSet:  # Django sees that nothing can fit, and makes no statement
        return Project.objects.filter(pk__lt=0).values_list(*_COLUMNS).query.sql_with_params()


# From the found ones to their skills, never the other way round, which took SQLite hundreds of times as long.
_SKILLS = (
    "SELECT 'skill', asked.code, count(*) FROM {table} CROSS JOIN projects_projectskill AS asked "
    "WHERE asked.project_id = {table}.id GROUP BY 2"
)


def _counts(today: date) -> Iterator[tuple[str, str, str, list[Any]]]:
    """(filter, the SQL of its code, which rows count, what is given with it)."""
    for name in PLAIN:
        yield name, name, "1 = 1", []
    for name, bands in BANDS.items():
        cases = " ".join(
            f"WHEN {name} BETWEEN {least} AND {most} THEN '{code}'" for code, (least, most) in bands.items()
        )
        yield name, f"CASE {cases} END", "1 = 1", []
    for code, days in STARTS.items():
        window = [today + timedelta(days=days), today]
        yield "start", f"'{code}'", "start_on <= %s AND coalesce(start_until_on, start_on) >= %s", window
    yield "start", f"'{LATER}'", "start_on > %s", [today + timedelta(days=max(STARTS.values()))]
    # By currency and amount; few briefs pay the same odd sum.
    yield "pay", "currency || ' ' || pay_minor", "1 = 1", []
    yield "skill", "", "", []
    yield "place", "place", "workplace <> 'remote'", []


def _pays(sums: Mapping[str, int], currency: str) -> dict[str, int]:
    """How many pay at least each of the round amounts, in the one currency."""
    paid = [(code, int(minor), count) for (code, minor), count in ((key.split(" "), n) for key, n in sums.items())]
    currencies = {code for code, _minor, _count in paid}
    only = currency or (min(currencies) if len(currencies) == 1 else "")
    if not only:
        return {}
    digits = digits_of(only)
    found = {}
    for units in PAYS:
        whole = units * (1 if digits else 100)
        least = whole * 10**digits
        found[str(whole)] = sum(count for code, minor, count in paid if code == only and minor >= least)
    return {whole: count for whole, count in found.items() if count}
