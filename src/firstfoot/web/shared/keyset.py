"""One stretch of a long list: it begins after a row that the address names, so that a deep one costs as the first.

The row is named by its public id; keys never leave the server. A row that has left the list meanwhile
still marks its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

AFTER, BEFORE = "after", "before"


@dataclass(frozen=True, slots=True)
class Stretch[Row: Model]:
    """Some rows of a list, and the addresses of the stretches around them; empty where there is none."""

    rows: list[Row]
    earlier: str = ""
    later: str = ""

    def __iter__(self) -> Any:
        return iter(self.rows)


def stretch_of[Row: Model](
    rows: QuerySet[Row],
    order: tuple[str, ...],
    size: int,
    query: QueryDict,
    *,
    name: str = "public_id",
    anchors: QuerySet[Row] | None = None,
) -> Stretch[Row]:
    """The rows that `query` asks for, in `order`: columns that are never empty, the last one unique.

    An unknown name begins at the start. The row is looked up in `anchors`, where its columns are no mere columns.
    """
    backward = BEFORE in query and AFTER not in query
    known = rows.model._base_manager.all() if anchors is None else anchors
    anchor = _anchor(known, order, name, query.get(BEFORE if backward else AFTER, ""))
    if anchor is None:
        backward = False
    way = _turned(order) if backward else order
    there = rows if anchor is None else rows.filter(_beyond(way, anchor))
    found = list(there.order_by(*way)[: size + 1])
    goes_on, found = len(found) > size, found[:size]
    if backward:
        found.reverse()
    if not found:
        return Stretch([])
    has_earlier, has_later = (goes_on, True) if backward else (anchor is not None, goes_on)
    return Stretch(
        found,
        _address(query, BEFORE, getattr(found[0], name)) if has_earlier else "",
        _address(query, AFTER, getattr(found[-1], name)) if has_later else "",
    )


def count_up_to(rows: QuerySet[Any], most: int) -> int:
    """How many there are; counting stops after `most`, so one more than that means "more".

    The order stays: its index is what ends the count early.
    """
    return rows.values("pk")[: most + 1].count()


def counts_up_to(most: int, *lists: QuerySet[Any]) -> list[int]:
    """The same of several lists, in one query."""
    compiled = [rows.values("pk")[: most + 1].query.sql_with_params() for rows in lists]
    counts = [f"(SELECT COUNT(*) FROM ({sql}) AS found)" for sql, _values in compiled]  # noqa: S608  # Django's own
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(counts)}", [value for _sql, values in compiled for value in values])
        return list(cursor.fetchone())


def _anchor(anchors: QuerySet[Any], order: tuple[str, ...], name: str, value: str) -> dict[str, Any] | None:
    if not value or "\x00" in value:
        return None
    columns = [column.lstrip("-") for column in order]
    found = anchors.filter(**{name: value}).values(*columns).first()
    return found if found is not None and None not in found.values() else None


def _turned(order: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(column[1:] if column.startswith("-") else f"-{column}" for column in order)


def _beyond(order: tuple[str, ...], anchor: dict[str, Any]) -> Q:
    """What comes after the anchor. The bound on the first column alone is what an index can begin at."""
    same, beyond = Q(), Q()
    for column in order:
        name, way = column.lstrip("-"), "lt" if column.startswith("-") else "gt"
        beyond |= same & Q(**{f"{name}__{way}": anchor[name]})
        same &= Q(**{name: anchor[name]})
    first, way = order[0].lstrip("-"), "lte" if order[0].startswith("-") else "gte"
    return Q(**{f"{first}__{way}": anchor[first]}) & beyond


def _address(query: QueryDict, way: str, value: str) -> str:
    """The address of the stretch before or after a row; the other filters stay."""
    changed = query.copy()
    for name in (AFTER, BEFORE, "page"):
        changed.pop(name, None)
    changed[way] = value
    return "?" + changed.urlencode()
