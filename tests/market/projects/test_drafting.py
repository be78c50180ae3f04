"""Starting a project and saving its draft."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.projects.actions import publish_changes, save_draft, start_project
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import scope_of
from firstfoot.market.projects.starters import all_starters
from tests.factories.projects import make_draft, make_open_project


def kinds(project: Project) -> list[str]:
    return list(facts_of(project).values_list("kind", flat=True))


def test_a_blank_project_knows_its_organization_and_its_supervisor(cast):
    project = start_project(organization_id=cast.acme.pk, actor=cast.rita)

    brief = project.draft_brief
    assert (project.state, project.version, kinds(project)) == ("draft", 1, ["project.started"])
    assert (brief.supervisor, brief.currency, brief.time_zone) == (cast.rita.public_id, "USD", "UTC")
    assert brief.apply_by == clock.today() + timedelta(days=14)
    assert project.supervisor == cast.rita


@pytest.mark.parametrize("who", ["hugo", "sam", "otto", "stella"])
def test_only_recruiters_start(cast, who):
    with pytest.raises(NotPermitted, match="not_recruiter"):
        start_project(organization_id=cast.acme.pk, actor=getattr(cast, who))
    assert Project.objects.count() == 0


def test_a_suspended_organization_starts_nothing(cast):
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="x")
    with pytest.raises(NotPermitted, match="organization_suspended"):
        start_project(organization_id=cast.acme.pk, actor=cast.hana)


def test_an_unknown_starter_is_refused(cast):
    with pytest.raises(Conflict, match="no_such_starter"):
        start_project(organization_id=cast.acme.pk, actor=cast.hana, starter="nothing-like-it")


def test_each_starter_begins_a_draft_that_can_be_posted_at_once(cast):
    for starter in all_starters():
        project = start_project(organization_id=cast.acme.pk, actor=cast.hana, starter=starter.code)
        report = scope_of(project)
        assert (report.blockers, {finding.code for finding in report.warnings}) == ((), {"cover_missing"})
        assert project.title == starter.brief.title


def test_saving_merges_and_records_no_fact(cast):
    project = make_draft(cast)

    saved = save_draft(project_id=project.pk, seen_saves=0, changes={"title": "Ågot's Café map"}, actor=cast.rita)

    saved.refresh_from_db()
    assert (saved.title, saved.draft_saves, kinds(saved)) == ("Ågot's Café map", 1, ["project.started"])
    assert (saved.title_words, saved.search_text[:15]) == ("agot s cafe map", "agot s cafe map")
    assert saved.draft_brief == project.draft_brief.with_(title="Ågot's Café map")


def test_saving_the_same_is_no_save(cast):
    project = make_draft(cast)
    assert save_draft(project_id=project.pk, seen_saves=0, changes={"hours": 20}, actor=cast.hana).draft_saves == 0


def test_two_editors_notice_each_other(cast):
    project = make_draft(cast)
    save_draft(project_id=project.pk, seen_saves=0, changes={"hours": 10}, actor=cast.hana)

    with pytest.raises(Conflict, match="changed"):
        save_draft(project_id=project.pk, seen_saves=0, changes={"hours": 12}, actor=cast.rita)

    project.refresh_from_db()
    assert project.hours == 10


@pytest.mark.parametrize("who", ["hugo", "sam", "otto", "stella"])
def test_only_recruiters_save(cast, who):
    project = make_draft(cast)
    with pytest.raises(NotPermitted):
        save_draft(project_id=project.pk, seen_saves=0, changes={"hours": 10}, actor=getattr(cast, who))


def test_a_field_no_brief_has_is_an_error(cast):
    project = make_draft(cast)
    with pytest.raises(ValueError, match="state"):
        save_draft(project_id=project.pk, seen_saves=0, changes={"state": "open"}, actor=cast.hana)


def test_the_supervisor_is_a_member(cast):
    project = make_draft(cast)
    with pytest.raises(Conflict, match="not_a_member"):
        save_draft(project_id=project.pk, seen_saves=0, changes={"supervisor": cast.otto.public_id}, actor=cast.hana)


def test_the_draft_of_an_open_project_is_a_pending_edit(cast):
    project = make_open_project(cast)

    saved = save_draft(project_id=project.pk, seen_saves=0, changes={"hours": 24}, actor=cast.hana)

    saved.refresh_from_db()
    assert (saved.hours, saved.draft_brief.hours, saved.brief_number) == (20, 24, 1)
    assert publish_changes(project_id=project.pk, actor=cast.hana) is True


def test_what_a_steward_reads_stands_still(cast):
    project = make_draft(cast)
    Project.objects.filter(pk=project.pk).update(state="in_review")
    with pytest.raises(IllegalTransition):
        save_draft(project_id=project.pk, seen_saves=0, changes={"hours": 24}, actor=cast.hana)
