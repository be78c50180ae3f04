"""A host's figures over all its projects: from posting to what came of it, and project by project."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from firstfoot.insights.by_project import ProjectRow, posted_first, rows_of_host
from firstfoot.insights.figures import ALL_TIME, figures_of, of_enough, of_year
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.web.shared.figure_words import groups_of, said, value_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.spreadsheet import table_file

SHOWN = 25  # projects on the page; the file has more
HEADS = (
    gettext_lazy("Project"), gettext_lazy("Posted on"), gettext_lazy("Applications"),
    gettext_lazy("Days to the first answer"), gettext_lazy("Days to the start"), gettext_lazy("Places"),
    gettext_lazy("Taken"), gettext_lazy("Completed"), gettext_lazy("Hours agreed"), gettext_lazy("Hours worked"),
    gettext_lazy("Criteria answered at first"), gettext_lazy("Of these, met"),
)  # fmt: skip


@login_required
@require_safe
def host_figures(request: PersonRequest, public_id: str) -> HttpResponse:
    """All time, or one year of the last five; for those who recruit."""
    organization = _mine(request, public_id)
    years = _years(organization)
    year = next((each for each in years if str(each) == request.GET.get("year", "")), None)
    since, until = ALL_TIME if year is None else of_year(year)
    found = figures_of(since, until, organization.pk)
    told = found.pop("came_of_it")
    if year is None:  # beside that of a year, it would say what the few of another year answered
        found["came_of_it"] = of_enough(told)
    values = {code: value_of(code, figure) for code, figure in found.items()}
    is_empty = not any(figure.behind for figure in found.values())
    groups = [] if is_empty else groups_of(values, lambda code: said(code, found[code]))
    context = {"organization": organization, "years": years, "year": year, "groups": groups}
    return render(request, "hosts/host_figures.html", context)


@login_required
@require_safe
def projects(request: PersonRequest, public_id: str) -> HttpResponse:
    """The latest projects side by side."""
    organization = _mine(request, public_id)
    rows = rows_of_host(organization, SHOWN + 1)
    context = {
        "organization": organization, "posted_on": HEADS[1], "heads": HEADS[2:],
        "rows": [(row.project, list(zip(HEADS[2:], _cells(row), strict=True))) for row in rows[:SHOWN]],
        "shown": SHOWN, "has_more": len(rows) > SHOWN,
    }  # fmt: skip
    return render(request, "hosts/host_figures_projects.html", context)


@login_required
@require_safe
def file(request: PersonRequest, public_id: str, kind: str) -> HttpResponse:
    """The same table with every project, up to a thousand."""
    rows: Iterable[ProjectRow] = rows_of_host(_mine(request, public_id))
    lines = [[row.project.title, _day(row), *_cells(row)] for row in rows]
    return table_file(kind, "projects", [[str(head) for head in HEADS], *lines])


def _mine(request: PersonRequest, public_id: str) -> Any:
    return get_object_or_404(organizations_with_role(request.user, Role.RECRUITER), public_id=public_id)


def _years(organization: Any) -> list[int]:
    """Back to its first posted project, five at most."""
    now = clock.now().year
    first = posted_first(organization)
    return list(range(now, max(first.year if first else now, now - 4) - 1, -1))


def _day(row: ProjectRow) -> str:
    posted = row.project.published_at
    return "" if posted is None else posted.date().isoformat()


def _cells(row: ProjectRow) -> list[Any]:
    project = row.project
    days = [None if n is None else round(n, 1) for n in (row.answer_days, row.start_days)]
    return [
        row.applied, *days, project.seats, project.seats_taken, row.completed, row.hours_agreed,
        row.hours_worked, row.asked_at_first, row.met_at_first,
    ]  # fmt: skip
