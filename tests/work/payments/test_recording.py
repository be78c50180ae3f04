"""What is promised, due, sent, received and given up of a stipend, and what the engagement says of it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.operations.check.stipends import stipend_faults
from firstfoot.work.engagements.actions import end_early
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments.actions import (
    answer_part_pay,
    answer_write_off,
    ask_write_off,
    follow_agreement,
    fund_stipend,
    make_part_due,
    note_tax_form,
    report_not_received,
    take_entry_back,
)
from firstfoot.work.payments.models import Stipend, StipendEntry, TaxForm
from tests.factories.engagements import (
    accept,
    make_active,
    make_closing,
    make_engagement,
    make_signed,
    propose_change,
    sign_both,
    submit,
)
from tests.factories.payments import balances, receive, release, stipend

DAY = timedelta(days=1)


def end(engagement, part_minor):
    end_early(
        engagement_id=engagement.pk, reason="no_time", note="", handed_over="", part_pay_minor=part_minor,
        actor=engagement.supervisor,
    )  # fmt: skip


def kinds(engagement):
    return list(stipend(engagement).entries.values_list("kind", flat=True))


def days(engagement):
    return Engagement.objects.values_list("paid_on", "received_on").get(pk=engagement.pk)


@pytest.fixture(autouse=True)
def _sums_to_zero(db):
    """Whatever a test does: at its end the live check finds nothing wrong."""
    yield
    with clock.at(clock.now() + DAY):
        assert list(stipend_faults()) == []


def test_what_is_signed_is_promised_once(cast):
    assert follow_agreement(engagement_id=make_engagement(cast, person=cast.paz).pk) is None
    engagement = make_signed(cast)
    assert balances(engagement) == balances(engagement) == {"pledged": engagement.pay_minor // 100}
    row = stipend(engagement)
    assert (row.organization, row.payee, row.due_on, row.entries_count) == (cast.acme, cast.sam, None, 1)


def test_the_last_acceptance_makes_it_due_by_the_day_of_the_agreement(cast):
    engagement = make_closing(cast)
    row = stipend(engagement)
    assert (row.due_minor, row.due_on) == (engagement.pay_minor, clock.today() + 30 * DAY)


def test_an_amendment_changes_what_is_promised(cast):
    engagement = make_active(cast)
    pay = engagement.pay_minor // 100
    assert balances(engagement) == {"pledged": pay}
    for change in (100, -50):
        propose_change(engagement, cast.hana, pay_minor=(pay + change) * 100)
        assert balances(engagement) == {"pledged": pay}
        sign_both(cast, engagement)
        pay += change
        assert balances(engagement) == {"pledged": pay}
    assert kinds(engagement) == ["pledged", "pledged", "lowered"]


def test_an_early_end_before_the_start_leaves_nothing(cast):
    engagement = make_signed(cast)
    stipend(engagement)
    end(engagement, None)
    assert balances(engagement) == {}


def test_an_early_end_does_not_take_back_what_went_out(cast):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    make_part_due(engagement_id=engagement.pk, result=1, amount_minor=20000, key="a", actor=cast.hugo)
    release(cast, engagement)
    end(engagement, 20000)
    answer_part_pay(engagement_id=engagement.pk, amount_minor=20000, note="", actor=cast.sam)
    assert balances(engagement) == {"sent": 200}


def test_paid_and_received_whole(cast):
    engagement = make_closing(cast)
    release(cast, engagement)
    assert days(engagement) == (clock.today(), None)
    receive(engagement)
    assert days(engagement) == (clock.today(), clock.today())
    assert balances(engagement) == {"received": engagement.pay_minor // 100}
    assert not stipend(engagement).is_open
    assert kinds(engagement) == ["pledged", "due", "released", "received"]


def test_paid_in_parts(cast):
    engagement = make_closing(cast)
    release(cast, engagement, 10000)
    assert days(engagement) == (None, None)
    receive(engagement)
    assert days(engagement) == (None, None)
    release(cast, engagement)
    receive(engagement, on=clock.today() - DAY)
    assert days(engagement) == (clock.today(), clock.today())
    assert kinds(engagement) == ["pledged", "due", "part_paid", "received", "released", "received"]


def test_the_same_form_sent_twice_is_one_entry(cast):
    engagement = make_closing(cast)
    for _ in range(2):
        release(cast, engagement, 10000, key="once")
    assert balances(engagement)["sent"] == 100


def test_what_is_set_aside_is_due_first(cast):
    engagement = make_active(cast)
    fund = partial(fund_stipend, engagement_id=engagement.pk, on=clock.today(), actor=cast.hana)
    fund(amount_minor=15000, reference="PO 12", key="a")
    submit(engagement)
    accept(engagement)
    make_part_due(engagement_id=engagement.pk, result=1, amount_minor=20000, key="b", actor=cast.hugo)
    pay = engagement.pay_minor // 100
    assert balances(engagement) == {"pledged": pay - 200, "due": 200}
    assert stipend(engagement).due_on == clock.today() + 30 * DAY
    for changes, code in (
        ({"amount_minor": engagement.pay_minor, "reference": "PO"}, "more_than_there"),
        ({"amount_minor": 100, "reference": " "}, "reference_missing"),
        ({"amount_minor": 100, "reference": "PO", "on": clock.today() + 3 * DAY}, "day_ahead"),
    ):
        with pytest.raises(Conflict, match=code):
            fund(**{"key": code, **changes})
    with pytest.raises(Conflict, match="not_accepted"):
        make_part_due(engagement_id=engagement.pk, result=2, amount_minor=100, key="c", actor=cast.hugo)


def test_all_paid_during_the_work_is_paid_when_it_is_done(cast):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    make_part_due(engagement_id=engagement.pk, result=1, amount_minor=engagement.pay_minor, key="a", actor=cast.hugo)
    release(cast, engagement)
    receive(engagement)
    assert days(engagement) == (None, None)
    submit(engagement, 2)
    accept(engagement, 2)
    assert balances(engagement) == {"received": engagement.pay_minor // 100}
    assert days(engagement) == (clock.today(), clock.today())


def test_what_did_not_arrive_is_due_again(cast):
    engagement = make_closing(cast)
    release(cast, engagement)
    report_not_received(engagement_id=engagement.pk, key="a", actor=cast.sam)
    assert (days(engagement), balances(engagement)) == ((None, None), {"due": engagement.pay_minor // 100})
    assert stipend(engagement).due_on == clock.today() + 30 * DAY
    with pytest.raises(Conflict, match="nothing_on_its_way"):
        report_not_received(engagement_id=engagement.pk, key="b", actor=cast.sam)


def test_what_arrived_without_a_word_of_the_host_counts(cast):
    engagement = make_closing(cast)
    receive(engagement)
    assert (days(engagement), balances(engagement)) == (
        (None, clock.today()), {"received": engagement.pay_minor // 100},
    )  # fmt: skip


def test_a_wrong_entry_is_followed_by_its_contrary(cast):
    engagement = make_closing(cast)
    release(cast, engagement)
    receive(engagement)
    take = partial(take_entry_back, engagement_id=engagement.pk)
    with pytest.raises(NotPermitted, match="intern_only"):
        take(number=4, actor=cast.hana)
    with pytest.raises(Conflict, match="moved_on"):
        take(number=3, actor=cast.hana)
    with pytest.raises(NotPermitted, match="stays_recorded"):
        take(number=2, actor=cast.hana)
    take(number=4, actor=cast.sam)
    assert days(engagement) == (clock.today(), None)
    take(number=3, actor=cast.hana)
    assert (days(engagement), balances(engagement)) == ((None, None), {"due": engagement.pay_minor // 100})
    with pytest.raises(Conflict, match="taken_back"):
        take(number=3, actor=cast.hana)


def test_writing_off_needs_both(cast):
    engagement = make_closing(cast)
    ask = partial(ask_write_off, engagement_id=engagement.pk, reason="agreed_less", note="We cut it.", actor=cast.hana)
    answer = partial(answer_write_off, engagement_id=engagement.pk, seen=None)
    with pytest.raises(Conflict, match="more_than_due"):
        ask(amount_minor=engagement.pay_minor + 1)
    ask(amount_minor=5000)
    with pytest.raises(Conflict, match="asked_already"):
        ask(amount_minor=100)
    for who, code in ((cast.hana, "intern_only"), (cast.otto, "intern_only")):
        with pytest.raises(NotPermitted, match=code):
            answer(agree=True, actor=who)
    with pytest.raises(Conflict, match="intern_has_time"):
        answer(agree=True, actor=cast.stella)
    answer(agree=False, actor=cast.sam)
    assert balances(engagement) == {"due": engagement.pay_minor // 100}
    ask(amount_minor=5000)
    answer(agree=True, actor=cast.sam)
    assert balances(engagement) == {"due": engagement.pay_minor // 100 - 50, "written_off": 50}
    release(cast, engagement)
    assert days(engagement) == (clock.today(), None)


def test_a_third_party_answers_what_nobody_answered(cast):
    engagement = make_closing(cast)
    ask_write_off(engagement_id=engagement.pk, amount_minor=5000, reason="otherwise", note="", actor=cast.hana)
    with clock.at(clock.now() + 15 * DAY):
        answer_write_off(engagement_id=engagement.pk, agree=True, seen=None, actor=cast.stella)
    assert balances(engagement)["written_off"] == 50


def test_what_is_paid_after_all_is_no_longer_asked_for(cast):
    engagement = make_closing(cast)
    ask_write_off(engagement_id=engagement.pk, amount_minor=5000, reason="otherwise", note="", actor=cast.hana)
    release(cast, engagement)
    assert stipend(engagement).asked_minor is None


def test_nobody_records_the_other_half(cast):
    engagement = make_closing(cast)
    with pytest.raises(NotPermitted, match="own_work"):
        release(cast, engagement, actor=cast.sam)
    with pytest.raises(NotPermitted, match="intern_only"):
        receive(engagement, actor=cast.hana)
    for refused, code in (
        (partial(release, cast, engagement, engagement.pay_minor + 1), "more_than_due"),
        (partial(release, cast, engagement, on=clock.today() + 3 * DAY), "day_ahead"),
        (partial(receive, engagement, engagement.pay_minor + 1), "more_than_there"),
        (partial(release, cast, engagement, 0), "amount_missing"),
    ):
        with pytest.raises(Conflict, match=code):
            refused()
    with pytest.raises(Conflict, match="not_signed"):
        release(cast, make_engagement(cast, person=cast.paz))
    with pytest.raises(Conflict, match="nothing_due"):
        release(cast, make_active(cast, person=cast.otto, project=None))


def test_what_was_said_before_there_were_stipends_is_carried_over(cast):
    engagement = make_closing(cast)
    Engagement.objects.filter(pk=engagement.pk).update(paid_on=clock.today(), received_on=clock.today())
    assert balances(engagement) == {"received": engagement.pay_minor // 100}
    assert days(engagement) == (clock.today(), clock.today())
    assert set(StipendEntry.objects.values_list("recorded_by", flat=True)) == {None}


def test_a_tax_form_is_noted_by_its_place_alone(cast):
    note = partial(note_tax_form, engagement_id=make_signed(cast).pk, filed_on=clock.today(), actor=cast.hana)
    for place in ("123-45-6789", "QQ 12 34 56 C", "No. 12 345 678 901"):
        with pytest.raises(Conflict, match="looks_like_number"):
            note(place=place)
    note(place="Personnel folder")
    note(place="Drive, folder 2026")
    assert list(TaxForm.objects.values_list("organization", "person", "place")) == [
        (cast.acme.pk, cast.sam.pk, "Drive, folder 2026")
    ]


@pytest.mark.parametrize(
    "wrong", [{"amount_minor": 0}, {"source": "due", "target": "written_off"}, {"number": 1}, {"target": "agreed"}]
)
def test_the_database_refuses_entries_that_cannot_be(cast, wrong):
    row = stipend(make_signed(cast))
    entry = {
        "stipend": row, "number": 2, "kind": "pledged", "source": "agreed", "target": "pledged", "amount_minor": 1,
        "on": clock.today(), "recorded_at": clock.now(), "idempotency_key": "k", **wrong,
    }  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        StipendEntry.objects.create(**entry)


def test_the_check_finds_what_does_not_add_up(cast):
    row = stipend(make_closing(cast))
    whole = row.due_minor
    for wrong, codes in (
        ({"due_minor": whole - 1}, ["entries_off", "pledge_off"]),
        ({"is_open": False}, ["open_off"]),
    ):
        Stipend.objects.filter(pk=row.pk).update(**wrong)
        with clock.at(clock.now() + DAY):
            assert [fault.code for fault in stipend_faults()] == codes
        Stipend.objects.filter(pk=row.pk).update(due_minor=whole, is_open=True)
