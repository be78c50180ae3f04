"""The plan before the start: who words it, which days it may have, and what is taken from the last one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.engagements.actions import (
    add_step,
    agree_start,
    change_step,
    propose_start,
    remove_step,
    take_steps,
    tick_step,
)
from firstfoot.work.engagements.queries import file_visible_to, steps_of
from tests.factories.engagements import make_active, make_engagement, make_signed, upload


@pytest.fixture
def signed(cast):
    return make_signed(cast)


def add(engagement, actor, side="host", **changes):
    said = {"text": "Open an account", "due_on": engagement.start_on, "required": True, **changes}
    return add_step(engagement_id=engagement.pk, side=side, actor=actor, **said)


def change(step, actor, **changes):
    said = {"text": step.text, "due_on": step.due_on, "required": step.required, "link": step.link, **changes}
    return change_step(step_id=step.pk, seen=changes.pop("seen", step.digest), actor=actor, **said)


def test_the_steps_of_the_brief_have_days_before_the_start(cast):
    engagement = make_engagement(cast)
    host = workdays_of_organization(engagement.organization)
    days = {step.side: step.due_on for step in steps_of(engagement)}
    between = [engagement.start_on - timedelta(days=n) for n in range(1, 8)]
    working = [day for day in between if host.is_workday(day)]
    assert (days["host"], days["intern"]) == (working[1], working[0])


@pytest.mark.parametrize(
    ("who", "side"),
    [("hugo", "host"), ("hugo", "intern"), ("cora", "intern"), ("hana", "host"), ("sam", "intern")],
)
def test_the_host_plans_for_both_and_the_intern_for_themselves(cast, signed, who, side):
    step = add(signed, getattr(cast, who), side)
    assert (step.side, step.by_side) == (side, "intern" if who == "sam" else "host")


@pytest.mark.parametrize(("who", "side"), [("sam", "host"), ("rita", "host"), ("otto", "intern")])
def test_nobody_else_plans(cast, signed, who, side):
    with pytest.raises(NotPermitted):
        add(signed, getattr(cast, who), side)


def test_the_intern_changes_what_they_put_in_until_the_host_words_it(cast, signed):
    own = add(signed, cast.sam, "intern")
    own = change(own, cast.sam, text="Read the guide")
    own = change(own, cast.hugo, text="Read the short guide")
    with pytest.raises(NotPermitted, match="not_own_step"):
        change(own, cast.sam)
    with pytest.raises(NotPermitted, match="not_own_step"):
        remove_step(step_id=signed.onboarding_steps.filter(by_side="", side="intern")[0].pk, seen="", actor=cast.sam)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": "  "}, "step_missing"),
        ({"text": "The password is kelp"}, "looks_secret"),
        ({"link": "http://example.org/"}, "link_unsafe"),
        ({"link": "https://sam:kelp@example.org/"}, "link_unsafe"),
        ({"due": -400}, "due_past"),
        ({"due": 1}, "due_after_start"),
        ({"due": 400, "required": False}, "due_after_end"),
    ],
)
def test_what_cannot_stand_is_refused(cast, signed, changes, code):
    due = signed.start_on + timedelta(days=changes.pop("due", 0))
    with pytest.raises(Conflict, match=code):
        add(signed, cast.hugo, **{"due_on": due, **changes})


def test_what_is_not_required_may_come_after_the_start(cast, signed):
    later = signed.start_on + timedelta(days=1)
    assert add(signed, cast.hugo, due_on=later, required=False).due_on == later


def test_a_step_that_is_done_or_changed_meanwhile_stays(cast, signed):
    step = add(signed, cast.hugo)
    seen = step.digest
    tick_step(step_id=step.pk, done=True, actor=cast.hugo)
    with pytest.raises(Conflict, match="step_done"):
        change(step, cast.hugo)
    tick_step(step_id=step.pk, done=False, actor=cast.hugo)
    change(step, cast.hugo, text="Open the shop account")
    for refused in (change_step, remove_step):
        more = {"text": "x", "due_on": step.due_on, "required": True} if refused is change_step else {}
        with pytest.raises(Conflict, match="changed"):
            refused(step_id=step.pk, seen=seen, actor=cast.hana, **more)


def test_the_plan_is_closed_once_the_work_began(cast):
    with pytest.raises(Conflict, match="not_now"):
        add(make_active(cast), cast.hugo)


def test_it_has_at_most_thirty_steps(cast, signed):
    for _more in range(30 - signed.onboarding_steps.count()):
        add(signed, cast.hugo)
    with pytest.raises(Conflict, match="plan_full"):
        add(signed, cast.hugo)


def test_both_sides_read_a_file_and_it_goes_with_its_step(cast, signed, django_capture_on_commit_callbacks):
    step = add(signed, cast.hugo, file_id=upload(cast.hugo))
    held = step.file
    assert [file_visible_to(who, held.public_id) for who in (cast.sam, cast.rita, cast.otto)] == [held, held, None]
    step = change(step, cast.hugo, file_id=upload(cast.hugo))
    path = step.file.path
    with django_capture_on_commit_callbacks(execute=True):
        remove_step(step_id=step.pk, seen=step.digest, actor=cast.hugo)
    assert (StoredFile.objects.count(), default_storage.exists(path)) == (0, False)


def test_open_steps_move_with_the_start(cast, signed):
    before = {step.pk: step.due_on for step in steps_of(signed)}
    propose_start(engagement_id=signed.pk, new_start_on=signed.start_on + timedelta(days=7), actor=cast.sam)
    agree_start(engagement_id=signed.pk, actor=cast.hugo)
    assert {step.pk: step.due_on - before[step.pk] for step in steps_of(signed)} == dict.fromkeys(
        before, timedelta(days=7)
    )


def test_the_last_plan_is_taken_over_but_for_what_that_intern_wrote(cast):
    first = make_signed(cast)
    wanted = add(first, cast.hugo, text="Try the test shop", due_on=clock.today(), link="https://example.org/shop")
    own = add(first, cast.sam, "intern", text="Sort my desk")
    second = make_signed(cast, person=cast.paz)
    assert take_steps(engagement_id=second.pk, numbers=[wanted.number, own.number], actor=cast.hugo) == 1
    taken = second.onboarding_steps.get(text="Try the test shop")
    assert (taken.link, second.start_on - taken.due_on) == (wanted.link, first.start_on - wanted.due_on)
    assert take_steps(engagement_id=second.pk, numbers=[wanted.number], actor=cast.hugo) == 0


def test_a_plan_that_the_reader_may_not_see_is_not_taken_from(cast, signed):
    with pytest.raises(Conflict, match="no_plan_before"):
        take_steps(engagement_id=signed.pk, numbers=[1], actor=cast.hana)
