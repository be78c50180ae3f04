"""Stages of life that many tests begin from: lived through once in a process, then put back as rows.

What a test reads is the same as if it were lived again, but for random ids and for the minutes
that went by since. A stage is lived anew once anything was written after the cast came together,
and in each half hour of the day, since clocks count days of many zones; under a moved clock it
is put back only at the same instant.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.apps import apps
from django.core.serializers import sort_dependencies
from django.db import connection, transaction
from django.db.models import Model

from firstfoot.kernel import clock

HALF_HOUR = timedelta(minutes=30)
_WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "TRUNCATE")

type Rows = list[tuple[type[Model], list[Model]]]


@dataclass(frozen=True)
class Stage:
    """What making it returned, and what it wrote beyond the cast."""

    made: Any
    added: Rows
    changed: list[Model]


class Writes:
    """Counts the statements that write on a connection of this thread, since the cast came together."""

    count = 0
    is_counting = False

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(_WRITES):
            self.count += 1
        return execute(sql, params, many, context)


_writes = Writes()
_lived: set[tuple[Any, ...]] = set()
_stages: dict[tuple[Any, ...], Stage] = {}


def the_cast_is_there() -> None:
    """From here on, nothing is written yet."""
    if _writes not in connection.execute_wrappers:
        connection.execute_wrappers.append(_writes)
    _writes.count, _writes.is_counting = 0, True


def forget_the_cast() -> None:
    """The test is over, and with it what is known of its database."""
    _writes.is_counting = False


def remembered[**P, T](make: Callable[P, T]) -> Callable[P, T]:
    """Make the stage, or put back what making it wrote the first time; `cast` is the first argument."""

    @wraps(make)
    def again(*args: P.args, **options: P.kwargs) -> T:
        key = _key(make.__qualname__, args[1:], options)
        if key is None:
            return make(*args, **options)
        if key in _stages:
            return _put_back(_stages[key])
        if key not in _lived:  # many are never wanted again
            _lived.add(key)
            return make(*args, **options)
        before = rows_of_everything()
        made = make(*args, **options)
        _stages[key] = _stage(made, before)
        return made

    return again


def rows_of_everything() -> Rows:
    """All rows of the database, those that others point to first."""
    models = sort_dependencies([(app, None) for app in apps.get_app_configs()], allow_cycles=True)
    kept = [m for m in models if m._meta.app_label not in {"contenttypes", "auth"} and m._meta.managed]
    return [(m, found) for m in kept if (found := list(m._base_manager.all()))]


def _key(name: str, args: tuple[Any, ...], options: dict[str, Any]) -> tuple[Any, ...] | None:
    """What tells one stage from another, or None where it has to be lived."""
    is_plain = not args and all(value is None or not isinstance(value, Model) for value in options.values())
    if not is_plain or not _writes.is_counting or _writes.count:
        return None
    when = clock.now() if clock._moved else _half_hour(clock.now())
    return (name, repr(sorted(options.items())), when)


def _half_hour(now: datetime) -> int:
    return int(now.timestamp() // HALF_HOUR.total_seconds())


def _stage(made: Any, before: Rows) -> Stage:
    known = {(model, row.pk): row for model, rows in before for row in rows}
    added: Rows = []
    changed: list[Model] = []
    for model, rows in rows_of_everything():
        new = [row for row in rows if (model, row.pk) not in known]
        changed += [row for row in rows if row not in new and _differs(row, known[model, row.pk])]
        if new:
            added.append((model, new))
    return Stage(deepcopy(made), added, changed)


def _differs(row: Model, other: Model) -> bool:
    return any(getattr(row, f.attname) != getattr(other, f.attname) for f in row._meta.concrete_fields)


def _put_back(stage: Stage) -> Any:
    made, added, changed = deepcopy((stage.made, stage.added, stage.changed))
    with transaction.atomic():  # until it is over, rows may point to those that come later
        for model, rows in added:
            model._base_manager.bulk_create(rows)
        for row in changed:
            row.save_base(raw=True, force_update=True)
    return made
