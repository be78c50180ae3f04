"""What matching may know of the open projects; the same few queries however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.queries import is_sent_by, sent_to_each
from firstfoot.market.matching.needs import REMOTE, Crowd, Need, Opening, Record, Terms, Timing
from firstfoot.market.matching.seeking import Seeker
from firstfoot.market.projects.models import Project, ProjectSkill
from firstfoot.market.suggestions.models import Exposure
from firstfoot.market.suggestions.seekers import minutes_east

MOST = 3_000  # beyond so many open projects, only those with something in common, and the newest, are held against
MOST_ALIKE, MOST_NEW = 1_500, 500

_COLUMNS = (
    "pk", "public_id", "organization__public_id", "category", "published_at", "hours", "weeks", "start_on",
    "start_until_on", "apply_by_on", "workplace", "place_text", "organization__country", "time_zone", "language",
    "seats", "seats_held", "seats_taken", "organization__answered_count", "organization__silent_count",
    "waiting", "applied", "shown", "price", "is_applied_to",
)  # fmt: skip


def openings_of(projects: QuerySet[Project], reader: Person) -> tuple[list[Opening], frozenset[str]]:
    """These projects as plain data, and the codes of those that the reader applied to; two queries."""
    exposure = Exposure.objects.filter(project=OuterRef("pk"))
    rows = projects.annotate(
        waiting=sent_to_each(waiting=True), applied=sent_to_each(),
        shown=Subquery(exposure.values("shown")), price=Subquery(exposure.values("price")),
        is_applied_to=is_sent_by(reader),
    ).values_list(*_COLUMNS)  # fmt: skip
    found = list(rows)
    needs = _needs([row[0] for row in found])
    offsets = {zone: minutes_east(zone) for zone in {row[13] for row in found}}
    applied = frozenset(row[1] for row in found if row[-1])
    return [_opening(row[:-1], needs[row[0]], offsets) for row in found], applied


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


def worth_a_look(projects: QuerySet[Project], seeker: Seeker) -> QuerySet[Project]:
    """All of them while they are few; else the newest, and the newest of what the person can do or wants to."""
    if projects.order_by()[: MOST + 1].count() <= MOST:
        return projects
    codes = {claim.skill for claim in seeker.claims} | seeker.interests
    asked = ProjectSkill.objects.filter(code__in=codes, listed_at__isnull=False).order_by("-listed_at", "-project")
    newest = projects.order_by("-published_at", "-id")
    keys = {*asked.values_list("project", flat=True)[:MOST_ALIKE], *newest.values_list("pk", flat=True)[:MOST_NEW]}
    wanted = newest.filter(category__in=seeker.interests).values_list("pk", flat=True)[:MOST_NEW]
    return projects.filter(Q(pk__in=keys | set(wanted)))


def _needs(keys: Collection[int]) -> dict[int, tuple[Need, ...]]:
    found: dict[int, list[Need]] = defaultdict(list)
    asked = ProjectSkill.objects.filter(project__in=keys).order_by("project", "-importance", "code")
    for project, code, importance in asked.values_list("project", "code", "importance"):
        found[project].append(Need(code, importance))
    return defaultdict(tuple, {project: tuple(needs) for project, needs in found.items()})


def _opening(row: Any, needs: tuple[Need, ...], offsets: dict[str, int | None]) -> Opening:
    _pk, code, host, category, posted, hours, weeks, start, until, apply_by, *rest = row
    workplace, place, country, zone, language, seats, held, taken, answered, silent, *rest = rest
    waiting, applied, shown, price = rest
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
        # A place that is offered to somebody may be free again: whoever has the offer waits like the others.
        crowd=Crowd(seats - taken, (waiting or 0) + held, applied or 0, shown or 0, price or 0),
    )
