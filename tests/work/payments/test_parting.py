"""The pay after an early end: what is proposed, answered, agreed, decided, and what is due of it then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.operations.check.stipends import stipend_faults
from firstfoot.work.engagements.actions import keep_hours, log_hours
from firstfoot.work.engagements.models import Engagement, PartPay
from firstfoot.work.engagements.queries import part_pays_left, words_of
from firstfoot.work.payments.actions import answer_part_pay, decide_part_pay, make_part_due
from tests.factories.engagements import accept, end, make_active, make_closing, make_parted, make_signed, submit
from tests.factories.payments import balances, release, stipend

WEEKS = timedelta(days=14)


@pytest.fixture(autouse=True)
def _sums_to_zero(db):
    """Whatever a test does: at its end the live check finds nothing wrong."""
    yield
    with clock.at(clock.now() + timedelta(days=60)):
        assert list(stipend_faults()) == []


def answer(engagement, actor, units, **changes):
    details = {"note": "See the log.", **changes}
    return answer_part_pay(engagement_id=engagement.pk, amount_minor=units * 100, actor=actor, **details)


def decide(engagement, actor, units, **changes):
    details = {"reason": "Half of the table is there.", **changes}
    return decide_part_pay(engagement_id=engagement.pk, amount_minor=units * 100, actor=actor, **details)


def owed(engagement):
    return Engagement.objects.values_list("part_pay_minor", flat=True).get(pk=engagement.pk)


def test_the_end_proposes_and_nothing_is_due(cast):
    engagement = make_parted(cast, part_minor=20000)
    part = engagement.part_pay
    assert (part.state, part.turn, part.by_intern_minor, part.by_host_minor) == ("proposed", "host", 20000, None)
    assert (owed(engagement), balances(engagement)) == (None, {"pledged": engagement.pay_minor // 100})


def test_the_facts_propose_where_nobody_names_an_amount(cast):
    engagement = make_active(cast)
    keep_hours(engagement_id=engagement.pk, actor=cast.sam)
    quarter = engagement.hours * 15
    log_hours(engagement_id=engagement.pk, day=clock.today(), minutes=quarter, what="", key="a", actor=cast.sam)
    assert end(engagement).part_pay.by_intern_minor == engagement.pay_minor // 4


def test_before_the_start_there_is_nothing_to_talk_about(cast):
    assert not PartPay.objects.filter(engagement=end(make_signed(cast))).exists()


def test_finished_work_is_paid_whole(cast):
    engagement = end(make_closing(cast), part_minor=100)
    assert (owed(engagement), balances(engagement)) == (engagement.pay_minor, {"due": engagement.pay_minor // 100})
    assert not PartPay.objects.exists()


def test_what_the_host_gives_whole_needs_no_answer(cast):
    engagement = make_active(cast)
    ended = end(engagement, cast.hana, part_minor=engagement.pay_minor)
    assert (ended.part_pay.state, balances(engagement)) == ("agreed", {"due": engagement.pay_minor // 100})


def test_the_same_amount_is_due_and_the_rest_is_not_owed(cast):
    engagement = make_parted(cast, part_minor=20000)
    stipend(engagement)
    assert answer(engagement, cast.hana, 200).state == "agreed"
    assert (owed(engagement), balances(engagement)) == (20000, {"due": 200})
    lowered = stipend(engagement).entries.get(kind="lowered")
    assert (lowered.amount_minor, lowered.reason) == (engagement.pay_minor - 20000, "agreed_less")


def test_it_goes_to_and_fro_until_both_say_the_same(cast):
    engagement = make_parted(cast, part_minor=20000)
    turns = [answer(engagement, who, units).turn for who, units in ((cast.hugo, 100), (cast.sam, 180))]
    assert turns == ["intern", "host"]
    assert balances(engagement) == {"pledged": engagement.pay_minor // 100}
    assert answer(engagement, cast.hana, 180).settled_minor == 18000
    said = [(w.side, w.amount_minor // 100) for w in words_of(engagement.part_pay)]
    assert said == [("intern", 200), ("host", 100), ("intern", 180), ("host", 180)]


def test_zero_is_an_amount_too(cast):
    engagement = make_parted(cast, part_minor=0)
    answer(engagement, cast.hana, 0)
    assert (owed(engagement), balances(engagement)) == (0, {})


def test_who_may_answer_and_when(cast):
    engagement = make_parted(cast, part_minor=20000)
    with pytest.raises(NotPermitted, match="not_party"):
        answer(engagement, cast.otto, 200)
    with pytest.raises(Conflict, match="not_your_turn"):
        answer(engagement, cast.sam, 250)
    with pytest.raises(Conflict, match="changed"):
        answer(engagement, cast.hana, 200, seen=0)
    with pytest.raises(Conflict, match="part_pay_too_much"):
        answer(engagement, cast.hana, 99_999)
    answer(engagement, cast.hana, 200)
    with pytest.raises(IllegalTransition):
        answer(engagement, cast.sam, 200)


def test_where_nothing_is_talked_about_nothing_is_answered(cast):
    with pytest.raises(Conflict, match="no_part_pay"):
        answer(make_active(cast), cast.sam, 10)


def test_what_is_due_for_an_accepted_result_stays_due(cast):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    make_part_due(engagement_id=engagement.pk, result=1, amount_minor=20000, key="a", actor=cast.hugo)
    end(engagement, part_minor=20000)
    with pytest.raises(Conflict, match="part_pay_too_little"):
        answer(engagement, cast.hana, 100)
    answer(engagement, cast.hana, 200)
    assert balances(engagement) == {"due": 200}


def test_the_agreed_part_is_paid_like_any_other(cast):
    engagement = make_parted(cast, part_minor=20000)
    answer(engagement, cast.hana, 200)
    release(cast, engagement)
    assert balances(engagement) == {"sent": 200}


def test_the_third_party_decides_only_once_the_time_is_over(cast):
    engagement = make_parted(cast, part_minor=20000)
    assert not part_pays_left(cast.stella, clock.now()).exists()
    with pytest.raises(Conflict, match="side_has_time"):
        decide(engagement, cast.stella, 200)
    with clock.at(clock.now() + WEEKS):
        assert part_pays_left(cast.stella, clock.now()).get() == engagement.part_pay
        assert decide(engagement, cast.stella, 200).state == "decided"
    assert (owed(engagement), balances(engagement)) == (20000, {"due": 200})
    last = words_of(engagement.part_pay).last()
    assert (last.side, last.note, last.said_by) == ("", "Half of the table is there.", cast.stella)


def test_the_third_party_stays_between_the_two_amounts_and_says_why(cast):
    engagement = make_parted(cast, part_minor=20000)
    answer(engagement, cast.hana, 100)
    with clock.at(clock.now() + WEEKS):
        for units in (99, 201):
            with pytest.raises(Conflict, match="not_between"):
                decide(engagement, cast.stella, units)
        with pytest.raises(Conflict, match="reason_missing"):
            decide(engagement, cast.stella, 150, reason=" ")
        with pytest.raises(NotPermitted, match="not_third_party"):
            decide(engagement, cast.hana, 150)
        assert decide(engagement, cast.stella, 150).settled_minor == 15000


def test_the_two_may_agree_as_long_as_nobody_decided(cast):
    engagement = make_parted(cast, part_minor=20000)
    with clock.at(clock.now() + WEEKS):
        assert answer(engagement, cast.hana, 200).state == "agreed"
        with pytest.raises(IllegalTransition):
            decide(engagement, cast.stella, 200)


def test_each_thing_moved_has_one_fact_of_codes(cast):
    engagement = make_parted(cast, part_minor=20000)
    stipend(engagement)
    before = Fact.objects.count()
    answer(engagement, cast.hana, 200)
    facts = list(Fact.objects.order_by("id").values_list("kind", "data"))[before:]
    assert [kind for kind, _data in facts] == [
        "part_pay.agreed", "engagement.part_pay_set", "stipend.lowered", "stipend.due",
    ]  # fmt: skip
    assert facts[0][1] == {"amount": 20000, "currency": engagement.currency}


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"by_host_minor": 10**9}, "part_pay_within_the_pay"),
        ({"settled_minor": 100}, "part_pay_settled_all_or_none"),
        ({"turn": "intern"}, "part_pay_answers_something"),
    ],
)
def test_the_database_holds_what_may_never_be(cast, changes, name):
    part = make_parted(cast, part_minor=20000).part_pay
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        PartPay.objects.filter(pk=part.pk).update(**changes)


def test_one_conversation_for_one_engagement(cast):
    part = make_parted(cast).part_pay
    part.pk, part.public_id = None, "another00001"
    with pytest.raises(IntegrityError), transaction.atomic():
        part.save(force_insert=True)
