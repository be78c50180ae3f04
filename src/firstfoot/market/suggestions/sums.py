"""What projects ask for, added up in the database by what each skill is worth to one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from firstfoot.market.matching.reaching import Worth
from firstfoot.market.projects.models import Project

# What a project is glimpsed by.
COLUMNS = (
    "pk", "category", "hours", "weeks", "time_zone", "organization__answered_count", "organization__silent_count",
)  # fmt: skip
# From the skills to their projects, added up before any wide row is looked at.
_SUMS = """
WITH worth (code, weight, gain, alike, shared) AS (VALUES {values}),
found AS MATERIALIZED (
    SELECT asked.project_id AS id, sum(asked.importance * worth.weight) AS weight,
        sum(asked.importance * worth.gain) AS gain, sum(asked.importance * worth.alike) AS alike,
        sum(asked.importance * worth.shared) AS shared,
        sum(asked.importance * asked.importance * worth.weight * worth.weight) AS squares,
        sum(asked.importance) AS importance
    FROM worth CROSS JOIN projects_projectskill AS asked
    WHERE asked.code = worth.code AND asked.listed_at IS NOT NULL GROUP BY asked.project_id
),
fits ({names}) AS ({fits})
SELECT fits.*, found.weight, found.gain, found.alike, found.shared, found.squares,
    (SELECT sum(importance) FROM projects_projectskill WHERE project_id = found.id) - found.importance
FROM found CROSS JOIN fits WHERE fits.c0 = found.id"""


def rows_with_sums(projects: QuerySet[Project], worths: Mapping[str, Worth]) -> Iterator[tuple[Any, ...]]:
    """COLUMNS of each of the projects that ask for some of these skills, then the sums of `reaching.Sums`."""
    try:
        fits, within = projects.order_by().values_list(*COLUMNS).query.sql_with_params()
    except EmptyResultSet:  # Django sees that nothing can fit, and makes no statement
        return
    is_sqlite = connection.vendor == "sqlite"
    row = "(%s, %s, %s, %s, %s)" if is_sqlite else "(%s, %s::bigint, %s::bigint, %s::bigint, %s::bigint)"
    sql = _SUMS.format(
        values=", ".join([row] * len(worths)), names=", ".join(f"c{n}" for n in range(len(COLUMNS))), fits=fits
    )
    given = [value for code, w in sorted(worths.items()) for value in (code, w.weight, w.gain, w.alike, w.shared)]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*given, *within])
        yield from ((*row[:-6], *map(int, row[-6:])) for row in cursor.fetchall())
