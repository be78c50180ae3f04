"""Who is told what of the pay after an early end, and who is reminded when."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.reactions.clocks import remind_due
from firstfoot.work.payments.actions import answer_part_pay, decide_part_pay
from tests.factories import engagements as make
from tests.reactions.support import everything_told, forget, settle, told

pytestmark = pytest.mark.django_db
HOSTS = {"hugo", "hana", "rita"}


@pytest.fixture
def parted(cast):
    engagement = make.make_parted(cast, part_minor=20000)
    settle()
    forget()
    return engagement


def after(act, **given):
    forget()
    act(**given)
    settle()
    return everything_told()


def test_the_first_word_is_told_to_the_side_that_answers(cast):
    active = make.make_active(cast)
    settle()
    forget()
    make.end(active, part_minor=20000)
    settle()
    assert told("part_pay.proposed") == HOSTS


def test_each_answer_is_told_and_what_is_settled_to_both(cast, parted):
    answer = partial(answer_part_pay, engagement_id=parted.pk, note="See the log.")
    assert after(answer, amount_minor=10000, actor=cast.hana) == {"part_pay.answered": {"sam"}}
    assert "Nothing of it is due until" in Notice.objects.get().body
    assert after(answer, amount_minor=10000, actor=cast.sam) == {"part_pay.agreed": HOSTS}
    assert Notice.objects.first().title.startswith("You both say $100")


def test_what_a_steward_sets_is_told_to_both(cast, parted):
    with clock.at(clock.now() + timedelta(days=14)):
        decide = partial(decide_part_pay, engagement_id=parted.pk, reason="The log shows it.", actor=cast.stella)
        assert after(decide, amount_minor=10000) == {"part_pay.decided": HOSTS | {"sam"}}


def test_the_answering_side_is_reminded_then_the_stewards_are(cast, parted):
    begun, seen = clock.now(), []
    for days in range(10):
        with clock.at(begun + timedelta(days=days)):
            remind_due()
        seen.append((len(told("reminder.part_pay")), told("reminder.part_pay_decide")))
    hosts = len(HOSTS)
    assert seen[0] == (0, set())
    assert (hosts, set()) in seen
    assert seen[-1] == (hosts + 1, {"stella"})
    late = Notice.objects.filter(kind="reminder.part_pay", recipient=cast.sam)
    assert "A steward may now decide" in late.get().body


def test_nobody_is_reminded_of_what_is_settled(cast, parted):
    answer_part_pay(engagement_id=parted.pk, amount_minor=20000, note="", actor=cast.hana)
    forget()
    with clock.at(clock.now() + timedelta(days=9)):
        remind_due()
    assert told("reminder.part_pay") | told("reminder.part_pay_decide") == set()
