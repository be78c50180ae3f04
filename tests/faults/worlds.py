"""Worlds that stand committed in the test database, so that another process can act in them.

Each is lived through once in a process, by the real actions; later it is put
back as it was, in a few statements.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.core.serializers import sort_dependencies
from django.db import connection, transaction
from django.db.models import Model

from firstfoot.foundation.journal.models import Fact
from firstfoot.reactions.marks import raise_mark
from firstfoot.reactions.runs import PLANNED
from tests.remembering import rows_of_everything

type Stage = Callable[[], SimpleNamespace]

_kept: dict[Stage, tuple[bytes, list[tuple[type[Model], list[Model]]]]] = {}
_OF_DJANGO = {"contenttypes", "auth"}


def begin(stage: Stage) -> SimpleNamespace:
    """The world of this stage and nothing else, committed; no reaction to how it came about is due."""
    empty()
    with transaction.atomic():
        if stage in _kept:
            frozen, rows = _kept[stage]
            for model, instances in rows:
                model._base_manager.bulk_create(instances)
        else:
            frozen = pickle.dumps(stage())
            raise_mark(PLANNED, Fact.objects.order_by("-pk").values_list("pk", flat=True).first() or 0)
            _kept[stage] = (frozen, rows_of_everything())
    world: SimpleNamespace = pickle.loads(frozen)
    return world


def empty() -> None:
    """Take every row away; constraints are checked at the commit."""
    models = sort_dependencies([(app, None) for app in apps.get_app_configs()], allow_cycles=True)
    with transaction.atomic():
        for model in reversed(models):
            if model._meta.app_label not in _OF_DJANGO and model._meta.managed:
                model._base_manager.all()._raw_delete(using="default")


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, to compare before and after."""
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
        return {table: _rows(cursor, table) for table in tables}


def _rows(cursor: Any, table: str) -> list[tuple[Any, ...]]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return sorted(cursor.fetchall(), key=repr)


def differing(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> list[str]:
    """The tables that are not as they were."""
    return [table for table in before if before[table] != after[table]]
