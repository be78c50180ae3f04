"""Who knows of which application, and what the clocks find due."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.market.applications.actions import reserve_or_lapse_rest, unshortlist, withdraw_application
from firstfoot.market.applications.queries import (
    answers_due,
    applications_of,
    applications_to,
    applications_visible_to,
    changed_since_applied,
    counts_of,
    hosted_applications,
    live_application,
    offers_due,
    reserves_due,
)
from firstfoot.market.organizations.actions import end_membership
from firstfoot.market.projects.states import ProjectState
from tests.factories.applications import (
    change_brief,
    make_declined,
    make_draft,
    make_offered,
    make_open_project,
    make_shortlisted,
    make_submitted,
    set_project,
)
from tests.factories.organizations import membership

EVERYONE = ("sam", "paz", "hana", "rita", "hugo", "cora", "stella", "otto")


@pytest.fixture
def project(cast):
    return make_open_project(cast)


def readers(cast, application) -> list[str]:
    return [who for who in EVERYONE if application in applications_visible_to(getattr(cast, who))]


def test_who_knows_of_a_sent_application(cast, project):
    assert readers(cast, make_submitted(cast.sam, project)) == ["sam", "hana", "rita", "hugo", "cora"]


def test_who_knows_of_a_draft(cast, project):
    assert readers(cast, make_draft(cast.sam, project)) == ["sam"]


def test_a_draft_withdrawn_before_it_was_sent_stays_private(cast, project):
    draft = make_draft(cast.sam, project)
    withdraw_application(application_id=draft.pk, actor=cast.sam)

    assert readers(cast, draft) == ["sam"]
    assert list(applications_to(project)) == []


def test_a_supervisor_sees_only_the_projects_they_guide(cast, project):
    set_project(project, supervisor=cast.hana, cover=None)

    assert readers(cast, make_submitted(cast.sam, project)) == ["sam", "hana", "rita"]


def test_who_left_sees_nothing(cast, project):
    set_project(project, supervisor=cast.hana, cover=cast.hugo)
    application = make_submitted(cast.sam, project)
    end_membership(membership_id=membership(cast.cora, cast.acme).pk, actor=cast.hana)
    end_membership(membership_id=membership(cast.rita, cast.acme).pk, actor=cast.hana)

    assert readers(cast, application) == ["sam", "hana", "hugo"]


def test_an_applicant_is_not_their_own_host(cast, project):
    application = make_submitted(cast.sam, project)

    assert list(hosted_applications(cast.sam)) == []
    assert list(hosted_applications(cast.hana)) == [application]


def test_mine_the_latest_change_first(cast, project):
    first = make_submitted(cast.sam, project)
    second = make_submitted(cast.sam, make_open_project(cast, organization=cast.otherhost))

    assert list(applications_of(cast.sam)) == [second, first]


def test_the_live_one(cast, project):
    make_declined(cast, cast.paz, project)
    mine = make_submitted(cast.sam, project)

    assert live_application(cast.sam, project.pk) == mine
    assert live_application(cast.paz, project.pk) is None


def test_counts_leave_drafts_out(cast, project):
    make_draft(cast.otto, project)
    make_declined(cast, cast.paz, project)
    make_submitted(cast.sam, project)

    assert counts_of(project) == {"declined": 1, "submitted": 1}


def test_what_changed_since_they_applied(cast, project):
    application = make_submitted(cast.sam, project)
    change_brief(project, pay_minor=50000, pathway="A reference")
    application.refresh_from_db()

    changes = changed_since_applied(application)

    assert [(c.field, c.before, c.after) for c in changes] == [("pay_minor", 40000, 50000)]


def test_nothing_changed_costs_no_query(cast, project, django_assert_num_queries):
    application = applications_of(make_submitted(cast.sam, project).person).get()

    with django_assert_num_queries(0):
        assert changed_since_applied(application) == ()


def test_answers_are_due_after_their_time(cast, project):
    application = make_submitted(cast.sam, project)
    due = application.answer_by_at

    assert list(answers_due(due)) == []
    assert list(answers_due(due + timedelta(minutes=1))) == [application]


def test_a_paused_projects_clock_stands_still(cast, project):
    application = make_submitted(cast.sam, project)
    set_project(project, state=ProjectState.PAUSED)

    assert list(answers_due(application.answer_by_at + timedelta(days=9))) == []


def test_who_was_put_back_waits_again(cast, project):
    application = make_shortlisted(cast, cast.sam, project)
    unshortlist(application_id=application.pk, actor=cast.hana)

    assert list(answers_due(clock.now() + timedelta(days=20))) == [application]


def test_offers_and_reserves_are_due_after_their_time(cast):
    project = make_open_project(cast, seats=2)
    offered = make_offered(cast, cast.sam, project)
    reserve = make_shortlisted(cast, cast.paz, project)
    reserve_or_lapse_rest(project, None)
    later = clock.now() + timedelta(days=20)

    assert (list(offers_due(clock.now())), list(reserves_due(clock.now()))) == ([], [])
    assert (list(offers_due(later)), list(reserves_due(later))) == ([offered], [reserve])
