"""Who is told which money fact, and when pay that is due is called for."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.reactions.clocks import remind_due
from firstfoot.reactions.schedule import open_stipends
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments import actions
from firstfoot.work.payments.models import Stipend
from tests.factories import engagements as make
from tests.factories.payments import receive, release
from tests.reactions.support import everything_told, forget, settle, told

pytestmark = pytest.mark.django_db
HOSTS = {"hugo", "hana", "rita"}


@pytest.fixture
def closing(cast):
    engagement = make.make_closing(cast)
    settle()
    forget()
    return engagement


def after(act):
    """Who was told what by this alone."""
    forget()
    act()
    settle()
    return everything_told()


def test_each_side_is_told_what_the_other_records(cast, closing):
    pay = partial(release, cast, closing)
    assert after(partial(pay, 10000)) == {"stipend.part_paid": {"sam"}}
    assert after(partial(receive, closing)) == {"stipend.received": HOSTS}
    assert after(pay) == {"stipend.released": {"sam"}}
    lost = partial(actions.report_not_received, engagement_id=closing.pk, key="a", actor=cast.sam)
    assert after(lost) == {"stipend.not_received": HOSTS}
    assert "due again" in Notice.objects.first().body
    pay()
    back = partial(actions.take_entry_back, engagement_id=closing.pk, number=7, actor=cast.hana)
    assert after(back) == {"stipend.reversed": HOSTS - {"hana"} | {"sam"}, "stipend.released": {"sam"}}


def test_a_write_off_is_asked_and_answered(cast, closing):
    ask = partial(
        actions.ask_write_off, engagement_id=closing.pk, amount_minor=5000, reason="agreed_less", note="",
        actor=cast.hana,
    )  # fmt: skip
    answer = partial(actions.answer_write_off, engagement_id=closing.pk, seen=None, actor=cast.sam)
    assert after(ask) == {"stipend.write_off_asked": {"sam"}}
    assert "both agreed on less" in Notice.objects.first().body
    assert after(partial(answer, agree=False)) == {"stipend.write_off_refused": HOSTS}
    ask()
    settle()
    assert after(partial(answer, agree=True)) == {"stipend.written_off": HOSTS}


def test_what_is_set_aside_or_due_early_is_told_to_the_intern(cast):
    engagement = make.make_active(cast)
    make.submit(engagement)
    make.accept(engagement)
    settle()
    fund = partial(
        actions.fund_stipend, engagement_id=engagement.pk, amount_minor=10000, on=clock.today(), reference="PO 1",
        key="a", actor=cast.hana,
    )  # fmt: skip
    assert after(fund) == {"stipend.funded": {"sam"}}
    due = partial(
        actions.make_part_due, engagement_id=engagement.pk, result=1, amount_minor=5000, key="b", actor=cast.hugo
    )
    assert after(due) == {"stipend.due": {"sam"}}


def test_the_end_of_the_work_is_told_once(cast):
    engagement = make.make_active(cast)
    settle()
    assert set(after(partial(make.accept_all, engagement))) == {
        "deliverable.submitted", "deliverable.accepted", "engagement.finished",
    }  # fmt: skip


def test_overdue_pay_reminds_the_host_each_week_and_tells_the_intern_once(cast, closing):
    due_on = Stipend.objects.get(engagement=closing).due_on
    start = clock.now() + (due_on - clock.today()) * 1
    counts = []
    for days in (-1, 0, 1, 2, 8, 9):
        forget() if days == 0 else None
        with clock.at(start + timedelta(days=days)):
            remind_due()
            counts.append(Notice.objects.filter(kind="reminder.pay").count())
    hosts = len(HOSTS)
    assert counts == [0, hosts, 2 * hosts + 1, 2 * hosts + 1, 3 * hosts + 1, 3 * hosts + 1]
    assert told("reminder.pay") == HOSTS | {"sam"}
    forget()
    release(cast, closing)
    with clock.at(start + timedelta(days=20)):
        remind_due()
    assert told("reminder.pay") == set()


def test_what_was_signed_before_there_were_stipends_is_opened_once(cast, closing):
    Stipend.objects.get(engagement=closing).entries.all().delete()
    Stipend.objects.all().delete()
    Engagement.objects.filter(pk=closing.pk).update(paid_on=clock.today())
    forget()
    assert (open_stipends(), open_stipends()) == (1, 0)
    settle()
    assert everything_told() == {}
    assert Stipend.objects.get().sent_minor == closing.pay_minor


def test_a_write_off_that_nobody_answers_is_for_the_stewards(cast, closing):
    ask_write_off = partial(actions.ask_write_off, amount_minor=5000, reason="otherwise", note="", actor=cast.hana)
    ask_write_off(engagement_id=closing.pk)
    forget()
    for days, people in ((13, set()), (15, {"stella"}), (16, {"stella"})):
        with clock.at(clock.now() + timedelta(days=days)):
            remind_due()
        assert told("reminder.write_off") == people
    assert Notice.objects.filter(kind="reminder.write_off").count() == 1


def test_an_amendment_reaches_the_stipend(cast):
    engagement = make.make_amending(cast)
    settle()
    before = Stipend.objects.get(engagement=engagement).pledged_minor
    make.sign_both(cast, engagement)
    settle()
    assert Stipend.objects.get(engagement=engagement).pledged_minor == before + 12000
