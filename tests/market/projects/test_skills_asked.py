"""The skills that published briefs ask for, and the lists of them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.models import QuerySet

from firstfoot.market.projects.actions import (
    close_project,
    pause_project,
    publish_changes,
    resume_project,
    save_draft,
    submit_project,
)
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.listing import keep_in_step, triggers
from firstfoot.market.projects.models import Project, ProjectSkill
from firstfoot.market.projects.narrowing import Filters, narrowed, newest
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.projects.skills_asked import skills_asked
from tests.factories.projects import make_draft, make_open_project, make_other_open_project


def kept(project: Project) -> dict[str, int]:
    return dict(ProjectSkill.objects.filter(project=project).values_list("code", "importance"))


def listed(project: Project) -> set[object]:
    return set(ProjectSkill.objects.filter(project=project).values_list("listed_at", flat=True))


def test_the_first_three_skills_matter_most_and_tools_least():
    brief = Brief(skills=("SQL", "Python", "Figma", "Copywriting"), tools=("Excel", "Python", "A tool of our own"))

    assert skills_asked(brief) == {"sql": 3, "python": 3, "figma": 3, "copywriting": 2, "excel": 1}


def test_publishing_keeps_the_skills_and_publishing_changes_keeps_the_new_ones(cast):
    draft = make_draft(cast, skills=("SQL", "Python"), tools=("Figma",))
    assert kept(draft) == {}

    project = submit_project(project_id=draft.pk, actor=cast.hana)
    assert kept(project) == {"sql": 3, "python": 3, "figma": 1}

    save_draft(project_id=project.pk, changes={"skills": ("Figma", "SQL"), "tools": ()}, actor=cast.hana)
    assert kept(project) == {"sql": 3, "python": 3, "figma": 1}
    publish_changes(project_id=project.pk, actor=cast.hana)
    assert kept(project) == {"sql": 3, "figma": 3}
    assert listed(project) == {project.published_at}


def test_they_are_listed_while_the_project_is_open_and_public(cast):
    project = make_open_project(cast)
    assert listed(project) == {project.published_at}

    pause_project(project_id=project.pk, actor=cast.hana)
    assert listed(project) == {None}
    resume_project(project_id=project.pk, actor=cast.hana)
    assert listed(project) == {project.published_at}
    close_project(project_id=project.pk, actor=cast.hana)
    assert listed(project) == {None}

    assert listed(make_open_project(cast, visibility="link")) == {None}


def test_the_open_projects_of_a_skill_newest_first(cast):
    first = make_open_project(cast, skills=("Figma", "SQL"))
    make_open_project(cast, skills=("Python",))
    make_open_project(cast, skills=("SQL",), visibility="link")
    second = make_other_open_project(cast, skills=("SQL",))

    found = narrowed(open_projects(), Filters(skill="sql"))
    assert found.order == ("-listed_at", "-asked_by")
    assert list(found.rows.order_by(*found.order)) == [second, first]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL decides by how many rows there are")
def test_the_open_projects_of_a_skill_are_read_in_order_and_sorted_by_nothing(cast):
    make_open_project(cast, skills=("SQL",))
    one = Filters(skill="sql")
    found = narrowed(open_projects(), one)
    listed, counted = found.rows.order_by(*found.order)[:20], newest(open_projects(), one)[:20]
    by_date = narrowed(open_projects(), one).rows.order_by("-published_at", "-id")[:20]

    assert [any("B-TREE" in step for step in steps_of(rows)) for rows in (listed, counted, by_date)] == [
        False, False, True,
    ]  # fmt: skip


def steps_of(rows: QuerySet[Project]) -> list[str]:
    sql, given = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", given)
        return [row[3] for row in cursor.fetchall()]


@pytest.mark.django_db
def test_no_migration_lost_what_keeps_the_copies_in_step():
    """SQLite makes a table anew without its triggers: whichever migration does so ends with `keep_in_step`."""
    assert _there() == set(triggers(connection.vendor))


@pytest.mark.django_db
def test_they_can_be_made_anew():
    keep_in_step(None, connection.schema_editor())
    assert _there() == set(triggers(connection.vendor))


def _there() -> set[str]:
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
            if postgresql
            else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
        return {name for (name,) in cursor.fetchall()}
