"""What matching may know of the open projects; the same few queries however many there are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.queries import is_sent_by, sent_to_each
from firstfoot.market.matching.needs import REMOTE, Crowd, Need, Opening, Record, Terms, Timing
from firstfoot.market.projects.models import Project, ProjectSkill
from firstfoot.market.suggestions.models import Exposure
from firstfoot.market.suggestions.seekers import minutes_east

_CROWD = ("seats", "seats_held", "seats_taken", "waiting", "applied", "shown", "price")
_COLUMNS = (
    "pk", "public_id", "organization__public_id", "category", "published_at", "hours", "weeks", "start_on",
    "start_until_on", "apply_by_on", "workplace", "place_text", "organization__country", "time_zone", "language",
    "organization__answered_count", "organization__silent_count", *_CROWD, "is_applied_to",
)  # fmt: skip


def openings_of(projects: QuerySet[Project], reader: Person) -> tuple[dict[int, Opening], frozenset[str]]:
    """These projects as plain data by their keys, and the codes of those that the reader applied to; two queries."""
    rows = _with_crowd(projects).annotate(is_applied_to=is_sent_by(reader)).values_list(*_COLUMNS)
    found = list(rows)
    needs = _needs([row[0] for row in found])
    offsets = {zone: minutes_east(zone) for zone in {row[13] for row in found}}
    applied = frozenset(row[1] for row in found if row[-1])
    return {row[0]: _opening(row[:-1], needs[row[0]], offsets) for row in found}, applied


def crowds_of(keys: Collection[int]) -> Iterator[tuple[int, Crowd]]:
    """How sought after each of these projects is; one query."""
    rows = _with_crowd(Project.objects.filter(pk__in=among(keys))).values_list("pk", *_CROWD)
    return ((key, _crowd(row)) for key, *row in rows)


def among(keys: Collection[int]) -> RawSQL:
    """These keys for a query, however many: no database takes as many parameters."""
    table = "json_each(%s)" if connection.vendor == "sqlite" else "json_array_elements_text(%s::json)"
    value = "value" if connection.vendor == "sqlite" else "value::bigint"
    return RawSQL(f"SELECT {value} FROM {table}", [json.dumps(list(keys))])  # noqa: S608, S611  # our own statement


def _with_crowd(projects: QuerySet[Project]) -> QuerySet[Project]:
    exposure = Exposure.objects.filter(project=OuterRef("pk"))
    return projects.annotate(
        waiting=sent_to_each(waiting=True), applied=sent_to_each(),
        shown=Subquery(exposure.values("shown")), price=Subquery(exposure.values("price")),
    )  # fmt: skip


def opening_of(project: Project) -> Opening:
    """One project as the filter and the bands read it, and nothing of how sought after it is; one query."""
    return opening_with(project, _needs([project.pk])[project.pk])


def opening_with(project: Project, needs: tuple[Need, ...]) -> Opening:
    """The same where its needs are known."""
    timing = Timing(
        project.hours, project.weeks, project.start_on, project.start_until_on, project.apply_by_on
    )  # fmt: skip
    place = "" if project.workplace == REMOTE else project.place_text
    languages = frozenset([project.language] if project.language else ())
    return Opening(
        code=project.public_id, organization=project.organization.public_id, needs=needs, timing=timing,
        category=project.category, terms=Terms(workplace=project.workplace, place=place, languages=languages),
    )  # fmt: skip


def openings_alone(projects: Collection[Project]) -> list[Opening]:
    """Several like that; one query."""
    needs = _needs([project.pk for project in projects])
    return [opening_with(project, needs[project.pk]) for project in projects]


def _needs(keys: Collection[int]) -> dict[int, tuple[Need, ...]]:
    found: dict[int, list[Need]] = defaultdict(list)
    asked = ProjectSkill.objects.filter(project__in=among(keys)).order_by("project", "-importance", "code")
    for project, code, importance in asked.values_list("project", "code", "importance"):
        found[project].append(Need(code, importance))
    return defaultdict(tuple, {project: tuple(needs) for project, needs in found.items()})


def _opening(row: Any, needs: tuple[Need, ...], offsets: dict[str, int | None]) -> Opening:
    _pk, code, host, category, posted, hours, weeks, start, until, apply_by, *rest = row
    workplace, place, country, zone, language, answered, silent, *crowd = rest
    is_remote = workplace == REMOTE
    return Opening(
        code=code,
        organization=host,
        needs=needs,
        timing=Timing(hours, weeks, start, until, apply_by),
        category=category,
        posted_on=posted.date(),
        terms=Terms(
            workplace=workplace,
            place="" if is_remote else place,
            country="" if is_remote else country,  # who comes there works there
            offset=offsets[zone],
            languages=frozenset([language] if language else ()),
        ),
        record=Record(answered, silent),
        crowd=_crowd(crowd),
    )


def _crowd(row: Sequence[int | None]) -> Crowd:
    seats, held, taken, waiting, applied, shown, price = (number or 0 for number in row)
    # A place that is offered to somebody may be free again: whoever has the offer waits like the others.
    return Crowd(seats - taken, waiting + held, applied, shown, price)
