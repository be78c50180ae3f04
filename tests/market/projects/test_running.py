"""Pausing, resuming, closing, reopening, handing over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.projects import queries
from firstfoot.market.projects.actions import (
    close_project,
    hand_over_project,
    pause_project,
    reindex_projects,
    reopen_project,
    resume_project,
    save_draft,
)
from firstfoot.market.projects.seats import hold_seat, take_held_seat
from tests.factories.projects import make_closed_project, make_draft, make_open_project, make_paused_project


def test_pause_and_resume(cast):
    project = make_open_project(cast)

    paused = pause_project(project_id=project.pk, seen=3, actor=cast.rita)
    assert (paused.state, paused.paused_reason, paused.close_by_at) == ("paused", "host", None)

    resumed = resume_project(project_id=project.pk, seen=4, actor=cast.rita)
    assert (resumed.state, resumed.paused_reason, resumed.paused_at) == ("open", "", None)
    assert [f.kind for f in facts_of(project)][-2:] == ["project.paused", "project.resumed"]


def test_silence_sets_the_day_it_closes(cast):
    project = make_open_project(cast)
    with clock.at(datetime(2026, 11, 20, 10, tzinfo=UTC)):
        paused = pause_project(project_id=project.pk, actor=None, reason="silence")
    assert paused.close_by_at == datetime(2026, 12, 4, 23, 59, tzinfo=UTC)


def test_nothing_resumes_after_its_last_day(cast):
    project = make_paused_project(cast)
    with clock.at(clock.now() + timedelta(days=20)), pytest.raises(Conflict, match="apply_by_passed"):
        resume_project(project_id=project.pk, actor=cast.hana)


def test_close_and_reopen(cast):
    project = make_paused_project(cast)

    closed = close_project(project_id=project.pk, actor=None, reason="silence")
    assert (closed.state, closed.closed_reason, closed.paused_reason) == ("closed", "silence", "")

    opened = reopen_project(project_id=project.pk, actor=cast.hana)
    assert (opened.state, opened.closed_reason, opened.closed_at, opened.brief_number) == ("open", "", None, 1)


def test_a_filled_project_does_not_reopen(cast):
    project = make_open_project(cast)
    hold_seat(project, cast.hana)
    take_held_seat(project, cast.hana)
    close_project(project_id=project.pk, actor=None, reason="filled")
    with pytest.raises(Conflict, match="no_seat"):
        reopen_project(project_id=project.pk, actor=cast.hana)


def test_reopening_with_new_dates_makes_a_version(cast):
    project = make_closed_project(cast)
    with clock.at(clock.now() + timedelta(days=40)):
        with pytest.raises(Conflict, match="apply_by_passed"):
            reopen_project(project_id=project.pk, actor=cast.hana)
        today = clock.today()
        later = {
            "apply_by": today + timedelta(days=10),
            "start_from": today + timedelta(days=20),
            "start_until": today + timedelta(days=30),
        }
        save_draft(project_id=project.pk, changes=later, actor=cast.hana)
        opened = reopen_project(project_id=project.pk, actor=cast.hana)
    assert (opened.state, opened.brief_number, opened.apply_by_on) == ("open", 2, later["apply_by"])


@pytest.mark.parametrize("action", [pause_project, close_project])
@pytest.mark.parametrize("who", ["hugo", "sam", "otto", "stella"])
def test_only_recruiters_manage(cast, action, who):
    project = make_open_project(cast)
    with pytest.raises(NotPermitted):
        action(project_id=project.pk, actor=getattr(cast, who))


def test_what_is_not_open_is_not_paused(cast):
    with pytest.raises(IllegalTransition):
        pause_project(project_id=make_draft(cast).pk, actor=cast.hana)


def test_handing_over_says_so_in_the_next_version(cast):
    project = make_open_project(cast)
    save_draft(project_id=project.pk, changes={"hours": 30}, actor=cast.hana)

    moved = hand_over_project(
        project_id=project.pk, supervisor_id=cast.cora.public_id, cover_id=cast.rita.public_id, actor=cast.hana
    )

    brief = queries.current_brief(moved)
    assert (moved.supervisor, moved.cover, brief.hours, brief.supervisor) == (
        cast.cora, cast.rita, 20, cast.cora.public_id,
    )  # fmt: skip
    assert [c.field for c in queries.pending_changes(moved)] == ["hours"]


def test_handing_over_a_draft_changes_the_draft(cast):
    moved = hand_over_project(project_id=make_draft(cast).pk, supervisor_id=cast.cora.public_id, actor=cast.hana)
    assert (moved.supervisor, moved.cover, moved.brief_number) == (cast.cora, None, 0)
    assert moved.draft_brief.supervisor == cast.cora.public_id


def test_only_members_take_over(cast):
    project = make_open_project(cast)
    with pytest.raises(Conflict, match="not_a_member"):
        hand_over_project(project_id=project.pk, supervisor_id=cast.otto.public_id, actor=cast.hana)


def test_a_renamed_organization_is_found_by_its_new_name(cast):
    project = make_open_project(cast)
    cast.acme.name = "Émile's Oven"
    cast.acme.save()
    assert reindex_projects(organization_id=cast.acme.pk) == 1
    assert reindex_projects(organization_id=cast.acme.pk) == 0
    assert list(queries.search(queries.open_projects(), "emile oven")) == [project]


def test_the_last_day_counts_for_what_is_paused_because_it_is_full(cast):
    """Those that a host or silence paused have a clock of their own."""
    full, by_host = make_open_project(cast), make_open_project(cast)
    pause_project(project_id=full.pk, actor=None, reason="full")
    pause_project(project_id=by_host.pk, actor=cast.rita)
    assert full.apply_by_on is not None
    assert list(queries.full_past_deadline(full.apply_by_on)) == []
    assert list(queries.full_past_deadline(full.apply_by_on + timedelta(days=1))) == [full]
