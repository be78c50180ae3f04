"""Submitting, publishing, returning, publishing changes."""

from __future__ import annotations

import pytest

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.organizations.actions import found_organization, verify_organization
from firstfoot.market.projects import queries
from firstfoot.market.projects.actions import (
    publish_changes,
    publish_project,
    return_project,
    save_draft,
    start_project,
    submit_project,
)
from firstfoot.market.projects.models import BriefVersion, Project
from firstfoot.market.projects.seats import hold_seat
from tests.factories.projects import good_brief, make_draft, make_open_project


def kinds(project: Project) -> list[str]:
    return list(facts_of(project).values_list("kind", flat=True))


@pytest.fixture
def waiting(cast) -> Project:
    """A project of an organization that nobody verified yet."""
    young = found_organization(name="Young Yeast", actor=cast.paz)
    brief = good_brief(cast, supervisor=cast.paz.public_id, cover="")
    draft = start_project(organization_id=young.pk, actor=cast.paz, brief=brief)
    return submit_project(project_id=draft.pk, actor=cast.paz)


def test_a_verified_organization_is_public_at_once(cast):
    draft = make_draft(cast)

    project = submit_project(project_id=draft.pk, seen=1, actor=cast.hana)

    project.refresh_from_db()
    assert (project.state, project.brief_number, project.version) == ("open", 1, 3)
    assert kinds(project) == ["project.started", "project.submitted", "project.published"]
    assert queries.current_brief(project) == good_brief(cast)
    assert queries.brief_version(project).content_hash == good_brief(cast).digest()


def test_an_unverified_one_waits_and_is_published_with_its_organization(cast, waiting):
    assert (waiting.state, waiting.brief_number) == ("in_review", 0)
    with pytest.raises(Conflict, match="organization_not_verified"):
        publish_project(project_id=waiting.pk, actor=None)

    verify_organization(organization_id=waiting.organization_id, actor=cast.stella)
    assert publish_project(project_id=waiting.pk, actor=None).state == "open"


def test_a_brief_with_a_blocker_is_not_submitted(cast):
    draft = make_draft(cast, deliverables=())
    with pytest.raises(Conflict, match="scope_blockers"):
        submit_project(project_id=draft.pk, actor=cast.hana)
    draft.refresh_from_db()
    assert (draft.state, draft.version) == ("draft", 1)


def test_what_changed_since_it_was_seen_is_not_submitted(cast):
    draft = make_draft(cast)
    save_draft(project_id=draft.pk, seen_saves=0, changes={"hours": 21}, actor=cast.rita)
    with pytest.raises(Conflict, match="changed"):
        submit_project(project_id=draft.pk, seen=1, seen_saves=0, actor=cast.hana)


def test_a_second_submit_is_refused(cast):
    project = make_open_project(cast)
    with pytest.raises(IllegalTransition):
        submit_project(project_id=project.pk, actor=cast.hana)


@pytest.mark.parametrize("who", ["hugo", "sam", "otto", "stella"])
def test_only_recruiters_submit(cast, who):
    draft = make_draft(cast)
    with pytest.raises(NotPermitted):
        submit_project(project_id=draft.pk, actor=getattr(cast, who))


def test_a_steward_returns_with_a_reason(cast, waiting):
    returned = return_project(project_id=waiting.pk, reason="Say who checks the work.", actor=cast.stella)
    assert (returned.state, returned.return_reason) == ("draft", "Say who checks the work.")
    assert submit_project(project_id=waiting.pk, actor=cast.paz).return_reason == ""


@pytest.mark.parametrize("who", ["paz", "hana", "sam"])
def test_only_stewards_return(cast, waiting, who):
    with pytest.raises(NotPermitted, match="not_steward"):
        return_project(project_id=waiting.pk, reason="x", actor=getattr(cast, who))


@pytest.mark.parametrize(("changes", "material"), [({"pay_minor": 60000}, True), ({"pathway": "Perhaps a job"}, False)])
def test_changes_make_the_next_version(cast, changes, material):
    project = make_open_project(cast)
    save_draft(project_id=project.pk, seen_saves=0, changes=changes, actor=cast.hana)

    assert publish_changes(project_id=project.pk, seen=3, actor=cast.hana) is material

    project.refresh_from_db()
    version = BriefVersion.objects.get(project=project, number=2)
    assert (project.brief_number, version.is_material, project.version) == (2, material, 4)
    fact = facts_of(project).last()
    assert fact.kind == "project.brief_changed"
    assert (fact.data["material"], fact.data["brief"]) == (material, 2)
    assert queries.has_pending_changes(project) is False


def test_nothing_changed_is_not_published(cast):
    project = make_open_project(cast)
    with pytest.raises(Conflict, match="nothing_changed"):
        publish_changes(project_id=project.pk, actor=cast.hana)


def test_seats_in_use_are_kept(cast):
    project = make_open_project(cast, seats=2)
    hold_seat(project, cast.hana)
    hold_seat(project, cast.hana)
    save_draft(project_id=project.pk, seen_saves=0, changes={"seats": 1}, actor=cast.hana)
    with pytest.raises(Conflict, match="seats_in_use"):
        publish_changes(project_id=project.pk, actor=cast.hana)


def test_a_draft_has_no_changes_to_publish(cast):
    with pytest.raises(IllegalTransition):
        publish_changes(project_id=make_draft(cast).pk, actor=cast.hana)
