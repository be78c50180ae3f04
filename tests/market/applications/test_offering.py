"""Offers and the seats they hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction

from firstfoot.foundation.accounts.actions import add_away
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.applications.actions import (
    call_reserve,
    expire_offer,
    extend_offer,
    locked_with_project,
    mark_accepted,
    offer,
    refuse_offer,
    rescind_offer,
    reserve_or_lapse_rest,
)
from firstfoot.market.projects.states import ProjectState
from tests.factories.applications import (
    make_accepted,
    make_offered,
    make_open_project,
    make_shortlisted,
    make_submitted,
    set_project,
)

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def offered(cast, project):
    return make_offered(cast, cast.sam, project)


def seats_of(project) -> tuple[int, int]:
    project.refresh_from_db()
    return project.seats_held, project.seats_taken


def facts(thing) -> list[str]:
    return list(Fact.objects.filter(thing=thing.thing).order_by("seq").values_list("kind", flat=True))


def refusal(call, kind=Conflict) -> str:
    with pytest.raises(kind) as refused:
        call()
    return refused.value.code


# Making one


def test_an_offer_holds_a_seat_for_three_business_days_of_the_talent(cast):
    with clock.at(MONDAY):
        project = make_open_project(cast)
        application = make_offered(cast, cast.sam, project)  # sam lives in Lisbon, on UTC in November

    assert (application.state, application.offered_at, application.offer_note) == ("offered", MONDAY, "We liked it.")
    assert application.offer_until_at == datetime(2026, 11, 26, 23, 59, tzinfo=UTC)
    assert seats_of(project) == (1, 0)
    assert facts(application)[-1] == "application.offered"


def test_the_talents_days_away_do_not_count(cast):
    add_away(person_id=cast.sam.pk, first_on=date(2026, 11, 24), last_on=date(2026, 11, 25), actor=cast.sam)
    with clock.at(MONDAY):
        application = make_offered(cast, cast.sam, make_open_project(cast))

    assert application.offer_until_at == datetime(2026, 11, 30, 23, 59, tzinfo=UTC)


def test_the_last_free_seat_is_offered_once(cast, project, offered):
    other = make_shortlisted(cast, cast.paz, project)

    assert refusal(lambda: offer(application_id=other.pk, actor=cast.hana)) == "no_seat"
    assert seats_of(project) == (1, 0)
    other.refresh_from_db()
    assert other.state == "shortlisted"


def test_two_seats_two_offers(cast):
    project = make_open_project(cast, seats=2)
    make_offered(cast, cast.sam, project)
    make_offered(cast, cast.paz, project)

    assert seats_of(project) == (2, 0)


@pytest.mark.parametrize("who", ["hugo", "cora", "otto"])
def test_an_offer_needs_a_recruiter(cast, project, who):
    application = make_shortlisted(cast, cast.sam, project)

    code = refusal(lambda: offer(application_id=application.pk, actor=getattr(cast, who)), NotPermitted)
    assert code == "not_recruiter"


def test_only_the_shortlisted_get_an_offer(cast, project):
    application = make_submitted(cast.sam, project)

    refusal(lambda: offer(application_id=application.pk, actor=cast.hana), IllegalTransition)


def test_no_new_offer_once_the_project_is_closed(cast, project):
    application = make_shortlisted(cast, cast.sam, project)
    set_project(project, state=ProjectState.CLOSED)

    assert refusal(lambda: offer(application_id=application.pk, actor=cast.hana)) == "project_not_open"


def test_a_paused_project_may_still_offer(cast, project):
    application = make_shortlisted(cast, cast.sam, project)
    set_project(project, state=ProjectState.PAUSED)

    assert offer(application_id=application.pk, actor=cast.rita).state == "offered"


# Extending


def test_extending_counts_from_the_end_that_stood(cast, offered):
    before = offered.offer_until_at

    extend_offer(application_id=offered.pk, days=5, actor=cast.rita)

    offered.refresh_from_db()
    assert offered.offer_until_at >= before + timedelta(days=5)
    assert facts(offered)[-1] == "application.extended"


@pytest.mark.parametrize("days", [0, 11])
def test_an_extension_has_bounds(cast, offered, days):
    with pytest.raises(ValueError, match="1 to 10"):
        extend_offer(application_id=offered.pk, days=days, actor=cast.rita)


def test_only_an_open_offer_is_extended(cast, project):
    application = make_shortlisted(cast, cast.sam, project)

    refusal(lambda: extend_offer(application_id=application.pk, days=1, actor=cast.rita), IllegalTransition)


def test_a_late_extension_revives_an_offer_that_has_not_expired_yet(cast, offered):
    with clock.at(offered.offer_until_at + timedelta(minutes=5)):
        assert extend_offer(application_id=offered.pk, days=1, actor=cast.rita).offer_until_at > clock.now()


# Its four other ends


def test_taking_it_back_frees_the_seat_and_says_why(cast, project, offered):
    rescind_offer(application_id=offered.pk, seen=offered.version, reason="budget_gone", actor=cast.hana)

    offered.refresh_from_db()
    assert (offered.state, offered.rescind_reason, offered.offer_until_at) == ("shortlisted", "budget_gone", None)
    assert seats_of(project) == (0, 0)
    assert facts(offered)[-1] == "application.rescinded"


def test_taking_it_back_after_the_project_closed_ends_kindly(cast, project, offered):
    set_project(project, state=ProjectState.CLOSED)

    rescind_offer(application_id=offered.pk, actor=cast.hana)

    offered.refresh_from_db()
    assert (offered.state, offered.lapse_reason) == ("lapsed", "closed")
    assert facts(offered)[-2:] == ["application.rescinded", "application.lapsed"]


def test_a_supervisor_does_not_take_it_back(cast, offered):
    assert refusal(lambda: rescind_offer(application_id=offered.pk, actor=cast.hugo), NotPermitted) == "not_recruiter"


def test_refusing_frees_the_seat(cast, project, offered):
    refuse_offer(application_id=offered.pk, actor=cast.sam)

    offered.refresh_from_db()
    assert offered.state == "refused"
    assert seats_of(project) == (0, 0)


def test_only_the_applicant_refuses(cast, offered):
    assert refusal(lambda: refuse_offer(application_id=offered.pk, actor=cast.hana), NotPermitted) == "not_applicant"


def test_the_clock_ends_an_unanswered_offer(cast, project, offered):
    with clock.at(offered.offer_until_at + timedelta(minutes=1)):
        expire_offer(application_id=offered.pk)

    offered.refresh_from_db()
    assert offered.state == "expired"
    assert seats_of(project) == (0, 0)
    assert Fact.objects.filter(thing=offered.thing).latest("seq").actor == "system"


def test_an_offer_does_not_expire_before_its_time(cast, project, offered):
    assert refusal(lambda: expire_offer(application_id=offered.pk)) == "not_due"
    assert seats_of(project) == (1, 0)


# Accepting (its upper half is in engagements)


def test_accepting_takes_the_seat_and_closes_the_conversation(cast, project, offered):
    make_accepted(offered)

    offered.refresh_from_db()
    assert offered.state == "accepted"
    assert offered.thread.is_closed
    assert seats_of(project) == (0, 1)


def test_only_the_applicant_accepts(cast, offered):
    with transaction.atomic():
        _, application = locked_with_project(offered.pk)
        assert refusal(lambda: mark_accepted(application, cast.hana), NotPermitted) == "not_applicant"


def test_nobody_accepts_after_the_time(cast, offered):
    with clock.at(offered.offer_until_at + timedelta(minutes=1)), transaction.atomic():
        _, application = locked_with_project(offered.pk)
        assert refusal(lambda: mark_accepted(application, cast.sam)) == "offer_over"


# The reserve


def test_a_seat_that_came_free_is_offered_to_the_reserve(cast, project):
    reserve = make_shortlisted(cast, cast.paz, project)
    reserve_or_lapse_rest(project, None)
    set_project(project, state=ProjectState.CLOSED, closed_reason="filled")

    call_reserve(application_id=reserve.pk, actor=cast.rita)

    reserve.refresh_from_db()
    assert (reserve.state, reserve.reserve_until_at) == ("offered", None)
    assert seats_of(project) == (1, 0)


def test_only_a_reserve_is_called(cast, project):
    application = make_shortlisted(cast, cast.sam, project)

    assert refusal(lambda: call_reserve(application_id=application.pk, actor=cast.rita)) == "not_reserve"
