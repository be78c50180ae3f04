"""Repeating a project that is over: the brief again, from today on, without anything of those who applied."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.organizations.models import Membership
from firstfoot.market.projects.actions import hand_over_project, repeat_project, save_draft
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import projects_to_repeat, scope_of
from tests.factories.projects import good_brief, make_closed_project, make_draft, make_open_project

DATES = {"apply_by": None, "start_from": None, "start_until": None}


def filled(project: Project) -> Project:
    Project.objects.filter(pk=project.pk).update(seats_taken=project.seats)
    project.refresh_from_db()
    return project


def test_a_closed_project_begins_again_with_dates_from_today(cast):
    source = make_closed_project(cast)
    with clock.at(clock.now() + timedelta(days=200)):
        again = repeat_project(project_id=source.pk, actor=cast.rita)
        today, report = clock.today(), scope_of(again)

    brief = again.draft_brief
    assert brief.with_(**DATES) == good_brief(cast).with_(**DATES)
    assert (brief.apply_by, brief.start_from.weekday()) == (today + timedelta(days=14), 0)
    assert report.blockers == ()
    assert (again.state, again.brief_number, again.created_by) == ("draft", 0, cast.rita)
    assert [fact.kind for fact in facts_of(again)] == ["project.started"]


def test_every_seat_of_it_is_free_and_the_source_stays_as_it_was(cast):
    source = filled(make_open_project(cast, seats=2))

    again = repeat_project(project_id=source.pk, actor=cast.hana)

    assert (again.seats, again.seats_free) == (2, 2)
    before = source.version, source.state, source.seats_taken
    source.refresh_from_db()
    assert (source.version, source.state, source.seats_taken) == before


def test_the_published_brief_is_repeated_not_what_was_typed_later(cast):
    source = make_closed_project(cast)
    save_draft(project_id=source.pk, changes={"hours": 33}, actor=cast.hana)
    assert repeat_project(project_id=source.pk, actor=cast.hana).hours == 20


def test_a_guide_who_left_is_replaced_by_who_repeats_it(cast):
    source = make_closed_project(cast, cover=cast.cora.public_id, supervisor=cast.hugo.public_id)
    assert repeat_project(project_id=source.pk, actor=cast.rita).draft_brief.supervisor == cast.hugo.public_id
    hand_over_project(project_id=source.pk, supervisor_id=cast.hana.public_id, cover_id="", actor=cast.hana)
    for who in (cast.hugo, cast.cora):
        row = Membership.objects.get(organization=cast.acme, person=who, left_at=None)
        Membership.objects.filter(pk=row.pk).update(left_at=clock.now())
    Project.objects.filter(pk=source.pk).update(brief_number=1)

    brief = repeat_project(project_id=source.pk, actor=cast.rita).draft_brief

    assert (brief.supervisor, brief.cover) == (cast.rita.public_id, "")


@pytest.mark.parametrize("make", [make_draft, make_open_project])
def test_what_is_not_over_is_not_repeated(cast, make):
    with pytest.raises(Conflict, match="not_over"):
        repeat_project(project_id=make(cast).pk, actor=cast.hana)


@pytest.mark.parametrize("who", ["hugo", "sam", "otto", "stella"])
def test_only_recruiters_repeat(cast, who):
    with pytest.raises(NotPermitted, match="not_recruiter"):
        repeat_project(project_id=make_closed_project(cast).pk, actor=getattr(cast, who))


def test_a_suspended_organization_repeats_nothing(cast):
    source = make_closed_project(cast)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="x")
    with pytest.raises(NotPermitted, match="organization_suspended"):
        repeat_project(project_id=source.pk, actor=cast.hana)


def test_the_list_holds_what_is_over_for_those_who_recruit(cast):
    closed, full = make_closed_project(cast), filled(make_open_project(cast))
    make_open_project(cast), make_draft(cast)

    assert {project.pk for project in projects_to_repeat(cast.rita)} == {closed.pk, full.pk}
    assert list(projects_to_repeat(cast.hugo)) == list(projects_to_repeat(cast.otto)) == []
