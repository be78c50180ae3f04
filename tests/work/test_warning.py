"""The early warning: a worse count never makes it better, both sides see the same, answers stay unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.foundation.accounts.models import Away
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.work.engagements.actions import (
    close_correction,
    miss_check_in,
    note_risk,
    post_in_engagement,
    report_stuck,
)
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import engagements_at_risk, engagements_to_note, warning_of, warnings_of
from firstfoot.work.engagements.warning import LIMITS, TOGETHER, Level, Sign, level_of, warning_from
from tests.factories.engagements import answer, at_day, check_in, make_active, make_signed, send_back, submit

counts = st.fixed_dictionaries({sign: st.integers(0, 200) for sign in Sign})


@given(seen=counts, sign=st.sampled_from(Sign), more=st.integers(1, 100))
def test_a_worse_count_never_makes_it_better(seen, sign, more):
    worse = {**seen, sign: seen[sign] + more}
    assert warning_from(worse).level >= warning_from(seen).level
    assert {r.sign for r in warning_from(worse).reasons} >= {r.sign for r in warning_from(seen).reasons}


@given(seen=counts)
def test_it_is_never_better_than_its_worst_reason_and_names_each(seen):
    warning = warning_from(seen)
    assert {r.sign for r in warning.reasons} == {s for s in Sign if level_of(s, seen[s])}
    worst = max((level_of(s, n) for s, n in seen.items()), default=Level.ON_TRACK)
    assert warning.level == (Level.AT_RISK if len(warning.reasons) >= TOGETHER else worst)
    assert [r.level for r in warning.reasons] == sorted((r.level for r in warning.reasons), reverse=True)


@pytest.mark.parametrize("sign", Sign)
def test_the_table_has_every_sign_and_its_limits_are_where_it_turns(sign):
    limits = LIMITS[sign]
    assert 0 < limits.watch < limits.risk
    at = [level_of(sign, n) for n in (limits.watch - 1, limits.watch, limits.risk - 1, limits.risk)]
    assert at == [Level.ON_TRACK, Level.WATCH, Level.WATCH, Level.AT_RISK]


@pytest.fixture
def engagement(cast):
    return make_active(cast, weeks=6)


def signs(engagement):
    return {str(r.sign): r.count for r in warning_of(engagement).reasons}


def silent(engagement):
    return {sign: count for sign, count in signs(engagement).items() if sign.endswith("silent")}


def write(engagement, person, day):
    with at_day(engagement, day):
        post_in_engagement(engagement_id=engagement.pk, body="How is it going?", key=f"{person.pk}-{day}", actor=person)


def miss(engagement, number):
    thing = check_in(engagement, number)
    with clock.at(thing.closes_at + timedelta(minutes=1)):
        miss_check_in(check_in_id=thing.pk)


def test_whoever_leaves_a_message_waiting_is_silent(cast, engagement):
    write(engagement, cast.sam, 0)
    with at_day(engagement, 7):
        assert silent(engagement) == {"host_silent": 5}
        write(engagement, cast.hugo, 7)
        assert silent(engagement) == {}
    with at_day(engagement, 14):
        assert silent(engagement) == {"intern_silent": 5}


def test_nobody_is_silent_while_away(cast, engagement):
    write(engagement, cast.hugo, 0)
    first = engagement.start_on + timedelta(days=1)
    Away.objects.create(person=cast.sam, first_on=first, last_on=first + timedelta(days=6))
    with at_day(engagement, 7):
        assert silent(engagement) == {}


def test_what_is_late_is_counted_in_working_days(cast, engagement):
    due = engagement.deliverables.order_by("due_on")[0].due_on
    late = clock.at(clock.now() + (due - clock.today()) + timedelta(days=7))
    with late:
        assert signs(engagement) == {"results_late": 5}
    submit(engagement)
    with clock.at(engagement.deliverables.get(number=1).review_by_at + timedelta(days=7)):
        assert signs(engagement)["reviews_late"] == 5


def test_check_ins_in_a_row_until_one_is_answered_by_both(cast, engagement):
    miss(engagement, 1)
    miss(engagement, 2)
    assert signs(engagement) == {"check_ins_missed": 2}
    answer(engagement, cast.sam, 3, minutes=60 * 1000)
    assert signs(engagement) == {"check_ins_missed": 2}
    answer(engagement, cast.hugo, 3)
    assert set(signs(engagement)) == {"hours_over"}


@pytest.mark.parametrize("who", ["sam", "hugo"])
def test_an_answer_that_is_not_revealed_changes_nothing(cast, engagement, who):
    with at_day(engagement, 4):
        before = warning_of(engagement)
        answer(engagement, getattr(cast, who), progress="stuck", confidence="low", blocked="yes", minutes=None)
        assert warning_of(engagement) == before


def test_a_divergence_counts_until_it_is_settled(cast, engagement):
    answer(engagement, cast.sam, progress="stuck")
    answer(engagement, cast.hugo, progress="ahead")
    assert signs(engagement) == {"apart": 1}
    close_correction(correction_id=engagement.course_corrections.get().pk, actor=cast.sam)
    assert signs(engagement) == {}


def test_a_change_of_course_that_nobody_agrees_to_is_late(cast, engagement):
    with at_day(engagement, 0):
        report_stuck(engagement_id=engagement.pk, what="No key", actor=cast.sam)
    with at_day(engagement, 7):
        assert signs(engagement)["actions_late"] == 2


def test_steps_left_open_after_the_start(cast):
    engagement = make_signed(cast)
    with at_day(engagement, 7):
        assert signs(engagement) == {"steps_late": 5}


def test_a_return_is_a_sign_of_life(cast, engagement):
    submit(engagement)
    with at_day(engagement, 3):
        assert "host_silent" in signs(engagement)
        send_back(engagement)
        assert "host_silent" not in signs(engagement)


def test_many_are_counted_in_one_query(cast, django_assert_num_queries):
    make_active(cast)
    make_signed(cast, person=cast.otto)
    with django_assert_num_queries(2):  # the engagements themselves, and their counts
        assert len(warnings_of(Engagement.objects.all())) == 2


def test_the_mark_follows_once_each_way(cast, engagement):
    with at_day(engagement, 25):
        assert engagements_to_note() == [engagement.pk]
        for _again in range(2):
            note_risk(engagement_id=engagement.pk)
        assert (engagements_to_note(), list(engagements_at_risk(cast.stella))) == ([], [engagement])
        assert list(engagements_at_risk(cast.hana)) == []
    note_risk(engagement_id=engagement.pk)
    kinds = Fact.objects.filter(kind__in=["engagement.at_risk", "engagement.risk_over"]).order_by("pk")
    assert list(kinds.values_list("kind", flat=True)) == ["engagement.at_risk", "engagement.risk_over"]
