"""Queries that are built once and asked often: for Django, building a query costs more than its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet


class Prepared:
    """The first row of a query of values, for texts that differ each time.

    `build` makes the query from so many texts. They stand for what will be asked, so it may filter by
    them, not decide by them.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, tuple[Any, ...]]], texts: int = 0) -> None:
        self._build, self._places = build, [f"\x00{n}" for n in range(texts)]
        self._compiler: Any = None
        self._sql, self._given = "", tuple[Any, ...]()

    def row(self, *texts: str) -> tuple[Any, ...] | None:
        """The row for these texts; None when there is none."""
        if self._compiler is None:
            self._prepare()
        stand_for = dict(zip(self._places, texts, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(self._sql, [stand_for.get(value, value) for value in self._given])
            found = cursor.fetchone()
        return self._as_python(found) if found is not None else None

    def _prepare(self) -> None:
        query = self._build(*self._places)[:1].query
        compiler: Any = query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, self._given = compiler.as_sql()
        self._converters = compiler.get_converters([column for column, *_ in compiler.select])
        self._compiler = compiler  # last: another thread of the process goes on from here

    def _as_python(self, found: tuple[Any, ...]) -> tuple[Any, ...]:
        (row,) = self._compiler.apply_converters([found], self._converters)
        return tuple(row)
