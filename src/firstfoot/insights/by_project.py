"""How each project of a host went, one row a project."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q

from firstfoot.insights.figures import days_between, median_of
from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.models import CriterionMark, Engagement

MOST = 1000  # projects of one host are told of, the latest posted first


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One posted project; None where there is nothing to say yet."""

    project: Project
    applied: int
    answer_days: float | None  # the median, from an application to the first answer
    start_days: float | None  # the median, from posting to the first day of work
    completed: int
    hours_agreed: int | None  # of the completed engagements whose intern told their hours
    hours_worked: int | None
    asked_at_first: int  # criteria answered at the first hand-in
    met_at_first: int


def posted_first(organization: Organization) -> datetime | None:
    """When its first project was posted."""
    posted = Project.objects.filter(organization=organization, published_at__isnull=False)
    first: datetime | None = posted.aggregate(first=Min("published_at"))["first"]
    return first


def rows_of_host(organization: Organization, most: int = MOST) -> list[ProjectRow]:
    """The latest posted projects; four look-ups."""
    posted = Project.objects.filter(organization=organization, published_at__isnull=False)
    projects = {project.pk: project for project in posted.order_by("-published_at", "-pk")[:most]}
    sent = Application.objects.filter(project__in=projects, submitted_at__isnull=False)
    answers = _by_project(sent.values_list("project", "submitted_at", "answered_at"))
    work = _by_project(
        Engagement.objects.filter(project__in=projects).values_list(
            "project", "started_at", "completed_at", "hours", "hours_worked"
        )
    )
    first = CriterionMark.objects.filter(
        review__submission__number=1, review__submission__deliverable__engagement__project__in=projects
    )
    counted = first.order_by().values_list("review__submission__deliverable__engagement__project")
    marks = _by_project(counted.annotate(n=Count("pk"), met=Count("pk", filter=Q(is_met=True))))
    return [_row(project, answers.get(key, []), work.get(key, []), marks.get(key)) for key, project in projects.items()]


def _by_project(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for key, *rest in rows:
        found.setdefault(key, []).append(tuple(rest))
    return found


def _row(
    project: Project, answers: list[tuple[Any, ...]], work: list[tuple[Any, ...]], marks: list[tuple[Any, ...]] | None
) -> ProjectRow:
    told = [(hours, worked) for _, completed, hours, worked in work if completed and worked is not None]
    [(asked, met)] = marks or [(0, 0)]
    starts: list[tuple[datetime | None, ...]] = [(project.published_at, started) for started, *_ in work]
    return ProjectRow(
        project=project, applied=len(answers), answer_days=median_of(days_between(answers)),
        start_days=median_of(days_between(starts)), completed=sum(bool(completed) for _, completed, *_ in work),
        hours_agreed=sum(hours for hours, _ in told) if told else None,
        hours_worked=sum(worked for _, worked in told) if told else None,
        asked_at_first=asked, met_at_first=met,
    )  # fmt: skip
