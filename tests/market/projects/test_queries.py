"""Who sees which projects; search and filters."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.projects import queries
from firstfoot.market.projects.narrowing import Filters, filtered
from tests.factories.projects import (
    make_closed_project,
    make_draft,
    make_open_project,
    make_other_open_project,
    make_paused_project,
)

NOBODY = AnonymousUser()


def test_only_open_public_projects_are_browsed(cast):
    shown = make_open_project(cast)
    make_draft(cast)
    make_paused_project(cast)
    make_closed_project(cast)
    make_open_project(cast, visibility="link")
    make_open_project(cast, visibility="invited")

    assert list(queries.open_projects()) == [shown]


def test_a_passed_deadline_leaves_the_list(cast):
    make_open_project(cast)
    with clock.at(clock.now() + timedelta(days=16)):
        assert list(queries.open_projects()) == []


def test_a_suspended_host_leaves_the_list(cast):
    project = make_open_project(cast)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="x")

    assert list(queries.open_projects()) == []
    assert queries.project_by_link(project.public_id, NOBODY) is None
    assert queries.project_by_link(project.public_id, cast.sam) is None


@pytest.mark.parametrize(
    ("visibility", "anyone", "member"), [("public", True, True), ("link", True, True), ("invited", False, True)]
)
def test_who_reads_by_address(cast, visibility, anyone, member):
    project = make_open_project(cast, visibility=visibility)

    found = [queries.project_by_link(project.public_id, reader) == project for reader in (NOBODY, cast.otto, cast.hugo)]
    assert found == [anyone, anyone, member]


def test_a_draft_has_no_public_address(cast):
    draft = make_draft(cast)
    assert queries.project_by_link(draft.public_id, cast.otto) is None


def test_a_host_sees_all_of_its_own_and_nobody_elses(cast):
    mine = {make_draft(cast), make_open_project(cast, visibility="link")}
    theirs = make_other_open_project(cast)

    assert set(queries.hosted_projects(cast.hugo)) == mine
    assert set(queries.hosted_projects(cast.sam)) == set()
    assert set(queries.projects_visible_to(cast.hana)) == mine | {theirs}
    assert set(queries.projects_visible_to(cast.sam)) == {theirs}
    assert set(queries.projects_visible_to(NOBODY)) == {theirs}


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (Filters(), ["Long", "Short"]),
        (Filters(hours="10"), ["Short"]),
        (Filters(hours="20"), ["Long"]),
        (Filters(hours="nonsense"), ["Long", "Short"]),
        (Filters(pay=400), ["Long"]),
        (Filters(currency="EUR"), ["Short"]),
        (Filters(workplace="on_site"), ["Short"]),
        (Filters(place="zurich"), ["Short"]),
        (Filters(category="web"), []),
    ],
)
def test_filters(cast, filters, titles):
    make_open_project(cast, title="Long")
    make_open_project(
        cast, title="Short", hours=8, pay_minor=20000, currency="EUR", workplace="on_site", place="Zürich"
    )
    found = filtered(queries.open_projects(), filters).order_by("title")
    assert [p.title for p in found] == titles


def test_pay_in_a_currency_without_cents(cast):
    make_open_project(cast, pay_minor=50000, currency="JPY")
    found = filtered(queries.open_projects(), Filters(pay=50000))
    assert found.count() == 1


def test_the_last_day_counts_where_the_host_is(cast):
    project = make_open_project(cast)
    last = clock.now() + timedelta(days=14)
    assert queries.is_taking_applications(project, last.date()) is True
    assert queries.is_taking_applications(project, last.date() + timedelta(days=1)) is False
