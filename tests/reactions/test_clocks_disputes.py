"""The clocks of disputes: who is told when, what follows from silence, and what each side and steward sees next."""

from __future__ import annotations

import pytest

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.insights.moves import moves_of
from firstfoot.kernel import clock
from firstfoot.work.disputes.actions import accept_decision
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.models import Engagement
from tests.factories import disputes as make
from tests.factories import engagements as work
from tests.factories.organizations import another_steward
from tests.reactions.support import MONDAY, day, forget, settle


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def returned(cast):
    engagement = make.make_returned(cast)
    settle()
    forget()
    return engagement


def mailed(kind: str) -> list[str]:
    settle()
    return sorted(mail.recipient.chosen_name.split()[0] for mail in Mail.objects.filter(kind=kind))


def state_of(dispute: Dispute) -> tuple[str, bool]:
    dispute.refresh_from_db()
    return str(dispute.state), Engagement.objects.get(pk=dispute.engagement_id).is_held


def reminded(who, kind: str = "reminder.dispute") -> int:
    return Notice.objects.filter(recipient=who, kind=kind).count()


def test_the_other_side_and_the_stewards_are_mailed_at_once(cast, returned):
    make.open_about(returned)
    assert mailed("dispute_opened") == ["Hana", "Hugo", "Stella"]


def test_both_sides_are_mailed_the_decision(cast, returned):
    make.decide(make.answer(make.open_about(returned)), cast.stella)
    assert mailed("dispute_decided") == ["Hana", "Hugo", "Sam"]


def test_an_appeal_is_mailed_to_the_other_side_and_to_another_steward(cast, returned):
    another_steward()
    make.appeal(make.decide(make.answer(make.open_about(returned)), cast.stella))
    assert mailed("dispute_appealed") == ["Sam", "Stan"]


def test_silence_passes_it_on_after_five_business_days(cast, returned):
    dispute = make.open_about(returned)
    for n in (3, 7):
        settle(day(n))
    assert state_of(dispute) == ("open", True)
    settle(day(8))
    assert state_of(dispute) == ("to_decide", True)
    assert reminded(cast.hugo) == 2, "half-way and on the last day"


def test_a_late_third_party_is_reminded_each_day_and_not_waited_for_for_ever(cast, returned):
    dispute = make.answer(make.open_about(returned))
    settle(day(7))
    assert reminded(cast.stella) == 1, "the last day"
    for n in (8, 9, 10):
        settle(day(n))
    assert (reminded(cast.stella), state_of(dispute)) == (4, ("to_decide", True))
    settle(day(50))
    assert state_of(dispute) == ("lapsed", False)


def test_what_nobody_appeals_against_stands_and_is_carried_out(cast, returned):
    dispute = make.decide(make.answer(make.open_about(returned)), cast.stella)
    settle(day(9))
    assert state_of(dispute) == ("closed", False)
    assert work.deliverable(returned).state == "accepted"


def test_assessments_that_wait_for_the_end_of_a_dispute_are_shown_then(cast):
    engagement = work.make_closing(cast)
    dispute = make.answer(make.open_about(engagement, cause="conduct"))
    for person in (cast.sam, cast.hugo):
        work.evaluate(engagement, person)
    make.decide(dispute, cast.stella, "nothing")
    for person in (cast.sam, cast.hugo):
        accept_decision(dispute_id=dispute.pk, actor=person)
    settle()
    engagement.refresh_from_db()
    assert engagement.state == "completed"


def test_what_comes_next_says_who_acts_in_the_dispute(cast, returned):
    def codes(who) -> list[tuple[str, str]]:
        return [(move.code, str(move.whose)) for move in moves_of(who) if move.code.startswith("dispute.")]

    dispute = make.open_about(returned)
    assert (codes(cast.sam), codes(cast.hugo)) == ([("dispute.answer", "them")], [("dispute.answer", "me")])
    make.answer(dispute)
    assert (codes(cast.sam), codes(cast.hugo), codes(cast.stella)) == (
        [("dispute.wait", "them")], [("dispute.wait", "them")], [("dispute.decide", "me")]
    )  # fmt: skip
    make.decide(dispute, cast.stella)
    accept_decision(dispute_id=dispute.pk, actor=cast.sam)
    assert (codes(cast.sam), codes(cast.hugo)) == ([("dispute.accept", "them")], [("dispute.accept", "me")])
