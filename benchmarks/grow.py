"""Grows the demo to many engagements: its rows again and again, each copy moved to new keys by set-based inserts.

    python -m benchmarks.grow FOLDER 100000 [DATABASE_URL]

Each copy is a world of its own with its own people and hosts. What no list reads (briefs, agreement texts, mail
texts) is left empty, and the journal, notices, mails and runs are copied for every tenth world only: the size comes
from the rows that lists and desks look through. The chains of copied facts do not hold: this is for measuring.
"""

from __future__ import annotations

import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import world

AT_ONCE = 250  # copies an INSERT
SPARSE = {"journal.Fact", "notifications.Notice", "notifications.Mail", "reactions.ReactionRun"}
SPARSE_EVERY = 10
LEFT_OUT = {
    "journal.DailyDigest", "reactions.WorkerMark", "account.EmailConfirmation", "projects.SearchTerm",
    "projects.SearchGram", "suggestions.Exposure", "suggestions.SkillUse", "reactions.LedgerYear",
    "reactions.FiguresMonth",
}  # fmt: skip
EMPTY = {
    ("projects.Project", "draft"): "'{}'", ("projects.BriefVersion", "content"): "'{}'",
    ("engagements.AgreementVersion", "content"): "'{}'", ("notifications.Mail", "html"): "''",
    ("notifications.Mail", "text"): "''", ("conversations.Post", "body"): "'x'",
}  # fmt: skip
NAMED = {("organizations.Organization", "name"), ("projects.Project", "title"), ("projects.Project", "search_text")}


def main(folder: str, engagements: str, database_url: str = "") -> None:
    world.settle(Path(folder), database_url)
    from firstfoot.work.engagements.models import Engagement

    start, own = time.monotonic(), Engagement.objects.count()
    grow(-(-int(engagements) // own) - 1)
    print(f"{Engagement.objects.count()} engagements in {time.monotonic() - start:.0f} s")


def grow(copies: int) -> None:
    """Add so many copies of everything that is there."""
    from django.db import connection, transaction

    models, step = _models(), _step()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA cache_size=-400000")
        for first in range(1, copies + 1, AT_ONCE):
            last = min(first + AT_ONCE - 1, copies)
            with transaction.atomic():
                if connection.vendor == "sqlite":
                    cursor.execute("PRAGMA defer_foreign_keys=ON")
                for model in models:
                    cursor.execute(_insert(model, step, first, last))
        if connection.vendor == "postgresql":
            _move_sequences(cursor, models)
        cursor.execute("ANALYZE")


@cache
def _models() -> list[Any]:
    """Those below first, as foreign keys ask."""
    from django.apps import apps
    from django.core.serializers import sort_dependencies

    every = sort_dependencies([(app, None) for app in apps.get_app_configs()], allow_cycles=True)
    # Keyed by hash, one row a country, of words that all worlds share, or sealed by the keys of one site.
    apart = {"contenttypes", "auth", "sessions", "selfid", "fairpay", "vocabulary", "credentials"}
    kept = [m for m in every if m._meta.app_label not in apart and m._meta.label not in LEFT_OUT and m._meta.managed]
    return [m for m in kept if m._base_manager.exists()]


def _step() -> int:
    from django.db.models import Max

    return 1 + max(model._base_manager.aggregate(n=Max("pk"))["n"] for model in _models())


def _insert(model: Any, step: int, first: int, last: int) -> str:
    from django.db import connection

    is_sqlite = connection.vendor == "sqlite"
    tail = "printf('%05x', k)" if is_sqlite else "lpad(to_hex(k), 5, '0')"
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(model, field, step, tail) for field in fields)
    series = (
        f"(WITH RECURSIVE s(k) AS (SELECT {first} UNION ALL SELECT k + 1 FROM s WHERE k < {last}) SELECT k FROM s)"
        if is_sqlite
        else f"(SELECT generate_series({first}, {last}) AS k)"
    )
    some = f" AND k % {SPARSE_EVERY} = 0" if model._meta.label in SPARSE else ""
    table = model._meta.db_table
    return (
        f'INSERT INTO "{table}" ({columns}) SELECT {values} FROM "{table}" AS t, {series} AS copies '
        f"WHERE t.id < {step}{some}"
    )


def _value(model: Any, field: Any, step: int, tail: str) -> str:
    label, column = model._meta.label, f't."{field.column}"'
    if (label, field.name) in EMPTY:
        return EMPTY[label, field.name]
    if field.primary_key or (field.is_relation and field.related_model in _models()):
        return f"{column} + {step} * k"
    if field.is_relation and field.unique:
        return "NULL"  # one of a kind that is not copied
    if field.name == "public_id":
        return f"substr({column}, 1, 7) || {tail}"
    if (label, field.name) == ("journal.Fact", "thing"):
        return f"substr({column}, 1, length({column}) - 5) || {tail}"
    if field.name in {"email", "address"}:
        return f"{tail} || {column}"
    if (label, field.name) in NAMED:
        return f"{column} || ' ' || {tail}"
    if field.unique:
        return f"{column} || {tail}"
    return column


def _move_sequences(cursor: Any, models: list[Any]) -> None:
    for model in models:
        table = model._meta.db_table
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('\"{table}\"', 'id'), (SELECT max(id) FROM \"{table}\"))")


if __name__ == "__main__":
    main(*sys.argv[1:])
