"""Closing notes, pay ticks, people and messages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import close_project
from firstfoot.work.engagements.actions import (
    change_supervisor,
    complete_engagement,
    mark_paid,
    mark_received,
    note_closing,
    part_with_member,
    post_in_engagement,
)
from firstfoot.work.engagements.queries import pay_due_on
from tests.cast import hire, join
from tests.factories.engagements import make_active, make_closing
from tests.factories.organizations import membership


def test_the_intern_notes_hours_tools_and_what_was_learned(cast):
    engagement = note_closing(
        engagement_id=make_closing(cast).pk, hours_worked=22, tools_used="Sheets,  a phone", learning_answer="A lot",
        actor=cast.sam,
    )  # fmt: skip
    assert (engagement.hours_worked, engagement.tools_used, engagement.learning_answer) == (
        22, "Sheets, a phone", "A lot",
    )  # fmt: skip


def test_nothing_is_noted_while_work_goes_on(cast):
    engagement = make_active(cast)
    with pytest.raises(Conflict, match="not_now"):
        note_closing(engagement_id=engagement.pk, hours_worked=1, tools_used="", learning_answer="", actor=cast.sam)


def test_each_side_states_its_half_of_the_pay(cast):
    engagement, today = make_closing(cast), clock.today()
    mark_paid(engagement_id=engagement.pk, paid_on=today, actor=cast.rita)
    received = mark_received(engagement_id=engagement.pk, received_on=today, actor=cast.sam)
    assert (received.paid_on, received.received_on) == (today, today)


def test_nobody_states_the_other_half(cast):
    engagement, today = make_closing(cast), clock.today()
    with pytest.raises(NotPermitted, match="own_work"):
        mark_paid(engagement_id=engagement.pk, paid_on=today, actor=cast.sam)
    with pytest.raises(NotPermitted, match="intern_only"):
        mark_received(engagement_id=engagement.pk, received_on=today, actor=cast.hana)


def test_a_day_ahead_is_not_stated(cast):
    with pytest.raises(Conflict, match="day_ahead"):
        mark_paid(engagement_id=make_closing(cast).pk, paid_on=clock.today() + timedelta(days=3), actor=cast.hana)


def test_pay_is_due_thirty_days_after_the_last_acceptance(cast):
    engagement = make_closing(cast)
    assert pay_due_on(engagement) == engagement.finished_at.date() + timedelta(days=30)
    assert pay_due_on(make_active(cast, person=cast.paz)) is None


def test_completing_moves_it_once(cast):
    assert complete_engagement(engagement_id=make_closing(cast).pk).state == "completed"


def test_owner_or_recruiter_name_another_supervisor(cast):
    engagement = change_supervisor(
        engagement_id=make_active(cast).pk, supervisor_id=cast.cora.pk, cover_id=None, actor=cast.rita
    )
    assert (engagement.supervisor, engagement.cover) == (cast.cora, None)


@pytest.mark.parametrize(("who", "code"), [("otto", "not_member"), ("sam", "own_work")])
def test_only_another_member_guides(cast, who, code):
    engagement = make_active(cast)
    with pytest.raises(Conflict, match=code):
        change_supervisor(
            engagement_id=engagement.pk, supervisor_id=getattr(cast, who).pk, cover_id=None, actor=cast.hana
        )


@pytest.mark.parametrize("who", ["sam", "hugo", "otto"])
def test_who_may_not_name_the_supervisor(cast, who):
    engagement = make_active(cast)
    with pytest.raises(NotPermitted):
        change_supervisor(
            engagement_id=engagement.pk, supervisor_id=cast.cora.pk, cover_id=None, actor=getattr(cast, who)
        )


def test_a_member_leaves_only_after_handing_over(cast):
    engagement = make_active(cast)
    mine = membership(cast.hugo, cast.acme).pk
    with pytest.raises(Conflict, match="hand_over_first"):
        part_with_member(membership_id=mine, actor=cast.hana)

    change_supervisor(engagement_id=engagement.pk, supervisor_id=cast.cora.pk, cover_id=cast.hugo.pk, actor=cast.hana)
    with pytest.raises(Conflict, match="hand_over_projects_first"):
        part_with_member(membership_id=mine, actor=cast.hana)

    close_project(project_id=engagement.project_id, actor=cast.hana)
    part_with_member(membership_id=mine, actor=cast.hugo)
    engagement.refresh_from_db()
    assert (engagement.supervisor, engagement.cover) == (cast.cora, None)


def test_strangers_part_with_nobody(cast):
    with pytest.raises(NotPermitted):
        part_with_member(membership_id=membership(cast.hugo, cast.acme).pk, actor=cast.otto)


def test_both_sides_write_in_the_conversation(cast):
    engagement = make_active(cast)
    for key, who in enumerate((cast.sam, cast.hugo, cast.hana)):
        post_in_engagement(engagement_id=engagement.pk, body="Hello", key=f"post-{key}", actor=who)
    engagement.thread.refresh_from_db()
    assert engagement.thread.posts_count == 3


def test_the_same_message_twice_is_one(cast):
    engagement = make_active(cast)
    posts = {post_in_engagement(engagement_id=engagement.pk, body="Hello", key="k", actor=cast.sam).pk for _ in "12"}
    was = engagement.version
    engagement.refresh_from_db()
    assert (len(posts), engagement.version) == (1, was + 1)


def test_strangers_write_nothing(cast):
    with pytest.raises(NotPermitted):
        post_in_engagement(engagement_id=make_active(cast).pk, body="Hello", key="k", actor=cast.otto)


def test_a_supervisor_of_other_work_is_a_stranger(cast):
    other = join("Ivo Stein")
    hire(cast.acme, cast.hana, other, Role.SUPERVISOR)
    with pytest.raises(NotPermitted, match="not_party"):
        post_in_engagement(engagement_id=make_active(cast).pk, body="Hello", key="k", actor=other)
