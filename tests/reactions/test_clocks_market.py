"""The clocks before the work: first answer, silence, offer, deadline, reserve, invitation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from firstfoot.foundation.accounts.actions import add_away
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import (
    block_each_other,
    choose_interview,
    decline,
    extend_offer,
    withdraw_application,
)
from firstfoot.market.organizations.actions import add_organization_away, invite_member
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import pause_project, resume_project
from firstfoot.reactions.worker import drain
from tests.factories.applications import (
    make_accepted,
    make_draft,
    make_interview,
    make_offered,
    make_open_project,
    make_shortlisted,
    make_submitted,
    shortlist,
)
from tests.reactions.support import MONDAY, day, forget, settle, told


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def project(cast):
    return make_open_project(cast, apply_by=date(2027, 3, 1))


@pytest.fixture
def submitted(cast, project):
    application = make_submitted(cast.sam, project)
    settle()
    forget()
    return application


def state_of(thing) -> str:
    thing.refresh_from_db()
    return str(thing.state)


# First answer: five business days, then the project pauses; ten more, then it closes.


def test_within_five_business_days_nothing_rings(submitted, project):
    settle(day(7, hour=23))
    assert (state_of(project), state_of(submitted)) == ("open", "submitted")


def test_after_five_business_days_the_project_pauses_and_both_sides_hear(submitted, project):
    settle(day(8, hour=0))

    assert (state_of(project), project.paused_reason, state_of(submitted)) == ("paused", "silence", "submitted")
    assert told("project.paused") == {"sam"}
    assert told("project.paused_by_silence") == {"hana", "rita", "hugo"}


def test_after_ten_more_it_closes_and_applications_lapse(submitted, project):
    settle(day(8, hour=0))
    settle(day(22, hour=23))
    assert state_of(project) == "paused"

    settle(day(23, hour=0))
    assert (state_of(project), project.closed_reason) == ("closed", "silence")
    assert (state_of(submitted), submitted.lapse_reason) == ("lapsed", "silence")
    assert told("application.lapsed") == {"sam"}
    assert told("project.closed") == {"hana", "rita"}


def test_ringing_twice_is_ringing_once(submitted, project):
    settle(day(8, hour=0))
    version = project.version
    assert drain(day(8, hour=1)) == 0
    project.refresh_from_db()
    assert project.version == version + 1


def test_a_host_that_is_away_has_its_days_back(cast, submitted, project):
    add_organization_away(organization_id=cast.acme.pk, first_on=day(2).date(), last_on=day(3).date(), actor=cast.hana)
    settle(day(8, hour=0))

    assert state_of(project) == "open"
    submitted.refresh_from_db()
    assert submitted.answer_by_at == day(9, hour=23).replace(minute=59)

    settle(day(10, hour=0))
    assert state_of(project) == "paused"


def test_a_paused_project_has_no_answer_due(cast, submitted, project):
    pause_project(project_id=project.pk, actor=cast.hana)
    settle(day(20))

    assert (state_of(project), project.paused_reason) == ("paused", "host")


def test_resuming_starts_the_answer_anew(cast, submitted, project):
    pause_project(project_id=project.pk, actor=cast.hana)
    settle(day(20))
    with clock.at(day(21)):  # a Monday
        resume_project(project_id=project.pk, actor=cast.hana)
    settle(day(21))

    submitted.refresh_from_db()
    assert submitted.answer_by_at == day(28, hour=23).replace(minute=59)
    assert told("project.resumed") == {"sam"}


def test_answering_lifts_the_pause_of_silence(cast, submitted, project):
    settle(day(8, hour=0))
    with clock.at(day(9)):
        decline(application_id=submitted.pk, reason="hours_dates", actor=cast.hana)
    settle(day(9))

    assert (state_of(project), project.paused_reason) == ("open", "")


def test_answering_one_of_two_does_not(cast, submitted, project):
    make_submitted(cast.paz, project)
    settle(day(8, hour=0))
    with clock.at(day(9)):
        shortlist(application_id=submitted.pk, actor=cast.hana)
    settle(day(9))

    assert state_of(project) == "paused"


def test_the_host_is_reminded_half_way_and_on_the_last_day(submitted):
    notices = Notice.objects.filter(kind="reminder.first_answer")
    counts = [(settle(day(number)), notices.count())[1] for number in range(8)]
    # Monday to Wednesday none; Thursday three people half-way; the next Monday three on the last day.
    assert counts == [0, 0, 0, 3, 3, 3, 3, 6]


def test_one_reminder_for_all_applicants_of_a_project(cast, submitted, project):
    make_submitted(cast.paz, project)
    settle(day(3))

    titles = set(Notice.objects.filter(kind="reminder.first_answer").values_list("title", flat=True))
    assert titles == {f"2 people wait for your answer: {project.title}"}


# Offer: three business days of the talent.


@pytest.fixture
def offered(cast, project):
    application = make_offered(cast, cast.sam, project)
    settle()
    forget()
    return application


def test_an_offer_expires_after_three_business_days_and_frees_the_seat(offered, project):
    settle(day(3, hour=23))
    assert state_of(offered) == "offered"

    settle(day(4, hour=0))
    project.refresh_from_db()
    assert (state_of(offered), project.seats_held) == ("expired", 0)
    assert told("application.expired") == {"sam", "hana", "rita"}


def test_the_talent_is_reminded_once_on_the_last_day(offered):
    counts = [(settle(day(n)), Notice.objects.filter(kind="reminder.offer").count())[1] for n in range(4)]
    assert counts == [0, 0, 0, 1]
    assert told("reminder.offer") == {"sam"}


def test_a_talent_that_is_away_has_the_days_back(cast, offered):
    add_away(person_id=cast.sam.pk, first_on=day(1).date(), last_on=day(2).date(), actor=cast.sam)
    settle(day(4, hour=0))
    assert state_of(offered) == "offered"

    settle(day(8, hour=0))
    assert state_of(offered) == "expired"


def test_an_extended_offer_keeps_its_added_days(cast, offered):
    extend_offer(application_id=offered.pk, days=2, actor=cast.hana)
    settle(day(4, hour=0))
    assert state_of(offered) == "offered"

    settle(day(8, hour=0))
    assert state_of(offered) == "expired"


# The last day to apply.


def test_a_project_nobody_waits_for_closes_after_its_last_day(cast):
    project = make_open_project(cast, apply_by=day(3).date())
    settle(day(3, hour=23))
    assert state_of(project) == "open"

    settle(day(4, hour=0))
    assert (state_of(project), project.closed_reason) == ("closed", "deadline")


def test_one_whose_applicants_wait_stays_until_they_are_answered(cast):
    project = make_open_project(cast, apply_by=day(3).date())
    application = make_submitted(cast.sam, project)
    settle(day(4))
    assert state_of(project) == "open"

    with clock.at(day(4)):
        decline(application_id=application.pk, reason="hours_dates", actor=cast.hana)
    settle(day(4))
    assert (state_of(project), state_of(application)) == ("closed", "declined")


def test_a_short_list_is_not_left_hanging_for_ever(cast):
    project = make_open_project(cast, apply_by=day(3).date())
    application = make_shortlisted(cast, cast.sam, project)
    settle(day(20))
    assert state_of(project) == "open"

    settle(day(40))
    assert (state_of(project), state_of(application), application.lapse_reason) == ("closed", "lapsed", "closed")


def test_a_draft_that_can_no_longer_be_sent_ends(cast):
    project = make_open_project(cast, apply_by=day(3).date())
    draft = make_draft(cast.sam, project)
    settle(day(4))

    assert (state_of(draft), draft.lapse_reason) == ("lapsed", "never_sent")


def test_the_last_day_ends_where_the_host_is(cast):
    cast.acme.time_zone = "Pacific/Honolulu"
    cast.acme.save(update_fields=["time_zone"])
    project = make_open_project(cast, apply_by=day(3).date())
    settle(day(4, hour=9))
    assert state_of(project) == "open"

    settle(day(4, hour=11))
    assert state_of(project) == "closed"


# Reserve and invitation.


def test_the_reserve_is_released_on_its_date(cast, project):
    winner, second = make_offered(cast, cast.sam, project), make_shortlisted(cast, cast.paz, project)
    make_accepted(winner)
    settle()
    assert told("application.reserved") == {"paz"}

    settle(day(5))
    assert state_of(second) == "shortlisted"
    settle(day(6))
    assert (state_of(second), second.lapse_reason) == ("lapsed", "reserve_released")


def test_an_invitation_expires_and_its_sender_hears(cast):
    details = {"email": "new@example.org", "role": Role.RECRUITER, "actor": cast.hana}
    invitation = invite_member(organization_id=cast.acme.pk, **details)
    settle(day(14, hour=10))

    assert state_of(invitation) == "expired"
    assert told("invitation.expired") == {"hana"}


def test_withdrawing_leaves_the_clock_nothing_to_ring(cast, submitted, project):
    withdraw_application(application_id=submitted.pk, actor=cast.sam)
    settle(MONDAY + timedelta(days=30))

    assert state_of(project) == "open"


@pytest.mark.parametrize("is_apart", [False, True])
def test_both_sides_are_reminded_of_a_talk_within_a_day_and_once(cast, is_apart):
    application = make_shortlisted(cast, cast.sam, make_open_project(cast))
    interview = make_interview(cast, application)
    choose_interview(interview_id=interview.pk, start=interview.slots[2], actor=cast.sam)
    if is_apart:
        block_each_other(organization_id=cast.acme.pk, person_id=cast.sam.pk, side="person", actor=cast.sam)
    settle(interview.slots[2] - timedelta(hours=25))
    assert told("reminder.interview") == set()
    for hours in (23, 20):
        settle(interview.slots[2] - timedelta(hours=hours))
    settle(interview.slots[2] + timedelta(hours=1))
    assert told("reminder.interview") == (set() if is_apart else {"sam", "hugo"})
    notices = Notice.objects.filter(kind="reminder.interview")
    assert notices.count() == (0 if is_apart else 2)
    assert all("https://meet.example.org/bakery" in notice.body for notice in notices)
