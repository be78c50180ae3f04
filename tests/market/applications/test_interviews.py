"""Times for a talk: offered, chosen, or none fits; void when the application leaves the round."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.applications.actions import (
    choose_interview,
    declare_conflict,
    decline,
    end_interviews,
    erase_applications,
    offer,
    offer_interview,
    pass_interview,
    unshortlist,
)
from firstfoot.market.applications.interviews import event_of, interviews_visible_to, newest_interview
from firstfoot.market.applications.models import Interview
from firstfoot.market.organizations.actions import block
from tests.factories.applications import make_interview, make_open_project, make_shortlisted, make_submitted


@pytest.fixture
def application(cast):
    return make_shortlisted(cast, cast.sam, make_open_project(cast))


def refusal(call, kind=Conflict):
    with pytest.raises(kind) as refused:
        call()
    return refused.value.code


def states():
    return list(Interview.objects.order_by("pk").values_list("state", flat=True))


def test_a_time_is_chosen(cast, application):
    interview = make_interview(cast, application)
    chosen = choose_interview(interview_id=interview.pk, start=interview.slots[1], actor=cast.sam)

    assert (chosen.state, chosen.chosen_at) == ("chosen", interview.slots[1])
    assert chosen.ends_at == interview.slots[1] + timedelta(minutes=30)


def test_none_fits_and_others_are_offered(cast, application):
    first = make_interview(cast, application)
    pass_interview(interview_id=first.pk, note=" After six. ", actor=cast.sam)
    second = make_interview(cast, application)
    third = make_interview(cast, application)

    assert states() == ["none_fit", "over", "offered"]
    assert newest_interview(application) == third
    assert Interview.objects.get(pk=first.pk).none_fit_note == "After six."
    late = refusal(
        lambda: choose_interview(interview_id=second.pk, start=second.slots[0], actor=cast.sam), IllegalTransition
    )
    assert late == "illegal_transition"


def test_only_times_that_are_offered_and_still_to_come(cast, application):
    past = [clock.now() - timedelta(minutes=1)]
    assert refusal(lambda: make_interview(cast, application, starts=past)) == "interview_in_past"
    interview = make_interview(cast, application)
    elsewhen = interview.slots[0] + timedelta(minutes=5)
    assert refusal(lambda: choose_interview(interview_id=interview.pk, start=elsewhen, actor=cast.sam)) == "not_a_slot"
    with clock.at(interview.slots[0]):
        gone = refusal(lambda: choose_interview(interview_id=interview.pk, start=interview.slots[0], actor=cast.sam))
    assert gone == "interview_in_past"


@pytest.mark.parametrize("wrong", [{"starts": []}, {"minutes": 14}, {"minutes": 61}, {"how": " "}])
def test_what_a_form_does_not_let_through(cast, application, wrong):
    with pytest.raises(ValueError, match="1 to 5 times"):
        make_interview(cast, application, **wrong)


def test_who_offers_and_who_chooses(cast, application):
    for who, code in ((cast.sam, "own_application"), (cast.otto, "not_reviewer")):
        assert refusal(lambda who=who: make_interview(cast, application, actor=who), NotPermitted) == code
    interview = make_interview(cast, application, actor=cast.rita)
    slot = {"interview_id": interview.pk, "start": interview.slots[0]}
    assert refusal(lambda: choose_interview(**slot, actor=cast.rita), NotPermitted) == "not_applicant"
    declare_conflict(application_id=application.pk, actor=cast.hugo)
    assert refusal(lambda: make_interview(cast, application), NotPermitted) == "conflict_of_interest"
    block(organization_id=cast.acme.pk, person_id=cast.sam.pk, side="person", actor=cast.sam)
    assert refusal(lambda: make_interview(cast, application, actor=cast.rita), NotPermitted) == "not_possible_here"
    assert refusal(lambda: choose_interview(**slot, actor=cast.sam), NotPermitted) == "not_possible_here"


def test_nobody_is_asked_before_the_short_list(cast):
    application = make_submitted(cast.sam, make_open_project(cast))
    assert refusal(lambda: make_interview(cast, application), IllegalTransition) == "illegal_transition"


@pytest.mark.parametrize(("leave", "left"), [(unshortlist, "over"), (decline, "over"), (offer, "chosen")])
def test_it_is_void_when_the_application_leaves_the_round(cast, application, leave, left):
    interview = make_interview(cast, application)
    choose_interview(interview_id=interview.pk, start=interview.slots[0], actor=cast.sam)
    leave(application_id=application.pk, actor=cast.hana, **({"reason": "hours_dates"} if leave is decline else {}))

    seen = interviews_visible_to(cast.sam).get()
    assert seen.is_live is (left == "chosen")
    assert end_interviews(application_id=application.pk) == (left == "over")
    assert end_interviews(application_id=application.pk) == 0
    assert states() == [left]


def test_who_sees_it_and_what_a_calendar_keeps(cast, application):
    interview = make_interview(cast, application)
    with pytest.raises(ValueError, match="Nobody chose"):
        event_of(interview, title="Talk", url="", domain="example.org")
    chosen = choose_interview(interview_id=interview.pk, start=interview.slots[0], actor=cast.sam)

    counts = {who: interviews_visible_to(getattr(cast, who)).count() for who in ("sam", "hugo", "rita", "otto", "paz")}
    assert counts == {"sam": 1, "hugo": 1, "rita": 1, "otto": 0, "paz": 0}
    event = event_of(chosen, title="Talk", url="", domain="example.org")
    assert (event.uid, event.starts, event.place) == (
        f"{chosen.public_id}@example.org", interview.slots[0], "https://meet.example.org/bakery",
    )  # fmt: skip


def test_the_same_time_twice_is_one(cast, application):
    soon = clock.now() + timedelta(hours=2)
    interview = offer_interview(
        application_id=application.pk, starts=[soon, soon], minutes=15, how="Phone", actor=cast.hana
    )
    assert interview.slots == [soon]


def test_whoever_offered_talks_takes_their_links_along_once_they_are_over(cast):
    project = make_open_project(cast)
    past, ahead = (make_interview(cast, make_shortlisted(cast, who, project)) for who in (cast.sam, cast.paz))
    for interview, person in ((past, cast.sam), (ahead, cast.paz)):
        choose_interview(interview_id=interview.pk, start=interview.slots[int(person == cast.paz)], actor=person)
    with clock.at(past.slots[0] + timedelta(hours=1)):
        assert erase_applications(person=cast.hugo) == ["https://meet.example.org/bakery"]
    assert [Interview.objects.get(pk=one.pk).how for one in (past, ahead)] == ["", "https://meet.example.org/bakery"]
