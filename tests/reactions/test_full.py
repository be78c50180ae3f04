"""A project with as many unanswered applications as its host can answer pauses itself, and opens by itself."""

from __future__ import annotations

from datetime import date

import pytest

from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import decline, withdraw_application
from firstfoot.market.organizations.actions import restore_organization, suspend_organization
from firstfoot.market.projects.actions import resume_project
from tests.factories.applications import make_open_project, make_submitted, shortlist
from tests.reactions.support import MONDAY, day, forget, settle, told


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def project(cast, settings):
    settings.MAX_UNANSWERED_APPLICATIONS = 2
    return make_open_project(cast, apply_by=date(2027, 3, 1), seats=2)


@pytest.fixture
def waiting(cast, project):
    return [make_submitted(person, project) for person in (cast.sam, cast.paz)]


def stands(project):
    project.refresh_from_db()
    return str(project.state), str(project.paused_reason)


def test_the_last_one_pauses_it_and_only_the_host_is_told(cast, project, waiting):
    settle()
    assert stands(project) == ("paused", "full")
    assert told("project.full") == {"hana", "rita", "hugo"}
    assert Notice.objects.filter(kind="project.full")[0].body == (
        "2 people wait, so it takes no more for now. Answer some, and it opens by itself."
    )
    assert told("project.paused") == set()


@pytest.mark.parametrize("answer", ["shortlist", "decline", "withdraw"])
def test_an_answer_opens_it_and_moves_no_date(cast, project, waiting, answer):
    settle()
    forget()
    first, second = waiting
    due = second.answer_by_at
    if answer == "shortlist":
        shortlist(application_id=first.pk, actor=cast.hugo)
    elif answer == "decline":
        decline(application_id=first.pk, reason="hours_dates", actor=cast.hana)
    else:
        withdraw_application(application_id=first.pk, actor=cast.sam)
    settle()

    second.refresh_from_db()
    assert (stands(project), second.answer_by_at) == (("open", ""), due)
    assert told("project.resumed") == {"hana", "rita", "hugo"}


def test_the_first_answer_is_due_all_the_same_and_silence_closes_it(project, waiting):
    settle(day(8, hour=0))
    assert stands(project) == ("paused", "silence")
    assert project.close_by_at is not None
    settle(day(30))
    assert stands(project) == ("closed", "")


def test_whoever_resumes_it_by_hand_finds_it_full_again(cast, project, waiting):
    resume_project(project_id=project.pk, actor=cast.hana)
    settle()
    assert stands(project) == ("paused", "full")


def test_a_suspension_stops_its_clock_and_leaves_it_full(cast, project, waiting):
    suspend_organization(organization_id=cast.acme.pk, reason="Under review", actor=cast.stella)
    settle()
    assert stands(project) == ("paused", "suspended")
    restore_organization(organization_id=cast.acme.pk, actor=cast.stella)
    settle()
    assert stands(project) == ("paused", "full")
