"""The log of hours: who writes it, what it comes to, and the talk that an overrun opens."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.work.engagements.actions import (
    change_hours,
    close_correction,
    keep_hours,
    log_hours,
    open_overrun,
    remove_hours,
    report_stuck,
)
from firstfoot.work.engagements.queries import hours_of, is_log_kept, warning_of
from firstfoot.work.engagements.tally import TALK_FROM, tally
from tests.factories.engagements import accept_all, make_active, make_engagement

MONDAY = date(2026, 6, 1)
keys = count()


@given(rows=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 600))), hours=st.integers(1, 200),
       length=st.integers(0, 60), pay=st.integers(1, 10**7))  # fmt: skip
def test_a_tally_adds_up(rows, hours, length, pay):
    days = [(MONDAY + timedelta(days=n), minutes) for n, minutes in rows]
    found = tally(days, hours=hours, pay_minor=pay, first=MONDAY, last=MONDAY + timedelta(days=length))
    assert found.minutes == sum(minutes for _, minutes in rows)
    assert found.agreed <= found.cap * (length // 7 + 1)
    assert all(week.minutes - week.over == found.cap and week.over > 0 for week in found.over)
    assert found.needs_talk == (found.minutes * 100 >= TALK_FROM * found.agreed)
    assert (found.rate_now is None) == (not rows)
    if rows:
        assert (found.rate_now < found.rate_agreed) <= (found.minutes > found.agreed)


@pytest.fixture
def engagement(cast):
    engagement = make_active(cast)
    return keep_hours(engagement_id=engagement.pk, actor=cast.sam)


def log(engagement, actor, minutes=60, day=None, what="Calls"):
    return log_hours(
        engagement_id=engagement.pk, day=day or clock.today(), minutes=minutes, what=what, key=str(next(keys)),
        actor=actor,
    )  # fmt: skip


def test_the_intern_writes_corrects_and_removes(cast, engagement):
    first = log(engagement, cast.sam, what="  Two   calls ")
    change_hours(entry_id=first.pk, day=clock.today(), minutes=90, what="Two calls", actor=cast.sam)
    remove_hours(entry_id=log(engagement, cast.sam).pk, actor=cast.sam)
    assert list(hours_of(engagement).values_list("minutes", "what")) == [(90, "Two calls")]


def test_the_same_form_sent_twice_is_one_entry(cast, engagement):
    said = {"day": clock.today(), "minutes": 60, "what": "", "key": "once", "actor": cast.sam}
    assert log_hours(engagement_id=engagement.pk, **said) == log_hours(engagement_id=engagement.pk, **said)


@pytest.mark.parametrize("who", ["hugo", "hana", "otto"])
def test_nobody_else_writes(cast, engagement, who):
    with pytest.raises(NotPermitted):
        log(engagement, getattr(cast, who))


@pytest.mark.parametrize(
    ("days", "minutes", "code"), [(1, 60, "day_ahead"), (-1, 60, "day_before"), (0, 24 * 60 - 59, "day_full")]
)
def test_a_day_lies_in_the_work_and_has_24_hours(cast, engagement, days, minutes, code):
    log(engagement, cast.sam)
    with pytest.raises(Conflict, match=code):
        log(engagement, cast.sam, minutes, clock.today() + timedelta(days=days))


def test_there_is_a_log_where_it_was_begun_or_agreed(cast):
    engagement = make_active(cast)
    with pytest.raises(Conflict, match="no_log"):
        log(engagement, cast.sam)
    version = engagement.agreement_versions.get()
    version.content["terms"]["hours_log"] = True
    version.save(update_fields=["content"])
    assert is_log_kept(engagement)


def test_it_ends_with_the_work(cast, engagement):
    entry = log(engagement, cast.sam)
    accept_all(engagement)
    with pytest.raises(Conflict, match="not_now"):
        remove_hours(entry_id=entry.pk, actor=cast.sam)
    with pytest.raises(Conflict, match="not_now"):
        keep_hours(engagement_id=make_engagement(cast).pk, actor=cast.sam)


def overrun(engagement, cast, percent):
    left = engagement.hours * 60 * percent // 100
    for day in range(10):
        some = min(left, 24 * 60)
        if some:
            with clock.at(clock.now() + timedelta(days=day)):
                log(engagement, cast.sam, some)
        left -= some


def test_an_overrun_opens_one_talk(cast, engagement):
    with clock.at(clock.now() + timedelta(days=1)):
        overrun(engagement, cast, 114)
        assert open_overrun(engagement_id=engagement.pk) is None
        log(engagement, cast.sam, engagement.hours, clock.today())
    found = open_overrun(engagement_id=engagement.pk)
    assert (found.cause, found.opened_side) == ("hours_overrunning", "")
    assert open_overrun(engagement_id=engagement.pk) is None
    close_correction(correction_id=found.pk, actor=cast.sam)
    assert open_overrun(engagement_id=engagement.pk) is None
    assert {str(r.sign) for r in warning_of(engagement).reasons} == {"hours_over"}


def test_a_talk_that_somebody_opened_is_enough(cast, engagement):
    report_stuck(engagement_id=engagement.pk, what="Too long", situation="hours_overrunning", actor=cast.sam)
    overrun(engagement, cast, 130)
    assert open_overrun(engagement_id=engagement.pk) is None
