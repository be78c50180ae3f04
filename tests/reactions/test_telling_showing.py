"""Showing the work: who is told, who is reminded, and what silence does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import add_organization_away
from firstfoot.proof.portfolio.actions import answer_item, revoke_letter, take_back_item
from firstfoot.proof.portfolio.queries import letter_for, letters_of, newest_version
from tests.factories import engagements as make
from tests.factories.portfolio import ask, make_letter
from tests.reactions.support import MONDAY, day, everything_told, forget, settle, told


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def completed(cast):
    engagement = make.make_completed(cast, portfolio="on_request")
    settle()
    forget()
    return engagement


@pytest.fixture
def asked(cast, completed):
    item = ask(completed)
    settle()
    return item


def answer(item, actor, *, approve):
    version = newest_version(item)
    note = "" if approve else "The title."
    answer_item(item_id=item.pk, seen_hash=version.content_hash, approve=approve, note=note, actor=actor)


def test_whoever_guides_is_asked(asked):
    assert everything_told() == {"item.asked": {"hugo"}}


@pytest.mark.parametrize(("approve", "kind"), [(True, "item.approved"), (False, "item.declined")])
def test_the_intern_hears_the_answer(cast, asked, approve, kind):
    forget()
    answer(asked, cast.hugo, approve=approve)
    settle()
    assert everything_told() == {kind: {"sam"}}


def test_a_text_that_was_taken_back_is_told(cast, asked):
    forget()
    take_back_item(item_id=asked.pk, actor=cast.sam)
    settle()
    assert everything_told() == {"item.taken_back": {"hugo"}}


def test_half_way_and_on_the_last_day_the_host_is_reminded_then_silence_is_no_yes(cast, asked):
    assert clock.now().date() < asked.answer_by_at.date() == day(7).date()
    for when, who in ((day(2), set()), (day(3), {"hugo"}), (day(7), {"hugo"})):
        forget()
        with clock.at(when):
            settle()
        assert told("reminder.showing") == who, when
    forget()
    with clock.at(day(8)):
        settle()
        asked.refresh_from_db()
    assert (asked.state, told("item.lapsed")) == ("unanswered", {"sam"})


def test_days_away_of_the_host_do_not_count(cast, asked):
    first = day(2).date()
    add_organization_away(
        organization_id=cast.acme.pk, first_on=first, last_on=first + timedelta(days=1), actor=cast.hana
    )
    with clock.at(day(8)):
        settle()
        asked.refresh_from_db()
        assert asked.state == "asked"
    with clock.at(day(10)):
        settle()
        asked.refresh_from_db()
        assert asked.state == "unanswered"


def test_a_letter_of_before_the_reveal_is_told_with_it(cast):
    engagement = make.make_closing(cast)
    make_letter(engagement)
    make.evaluate(engagement, cast.sam)
    settle()
    assert told("letter_ready") == set()
    make.evaluate(engagement, cast.hugo)
    settle()
    assert told("letter_ready") == {"sam"}


def test_a_later_letter_is_told_at_once_and_so_is_its_end(cast, completed):
    letter = make_letter(completed)
    settle()
    assert everything_told() == {"letter_ready": {"sam"}}
    forget()
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    settle()
    assert everything_told() == {"letter.revoked": {"sam"}}


@pytest.mark.parametrize("both", [True, False])
def test_after_an_early_end_it_is_told_once_with_the_assessments(cast, both):
    engagement = make.make_active(cast)
    make.submit(engagement)
    make.accept(engagement)
    make.end(engagement, part_minor=1000)
    engagement.refresh_from_db()
    make_letter(engagement)
    make.evaluate(engagement, cast.hugo)
    settle()
    assert told("letter_ready") == set()
    if both:
        make.evaluate(engagement, cast.sam)
    with clock.at(clock.now() if both else day(40)):
        settle()
        assert letters_of(cast.sam).count() == 1
    assert [notice.recipient for notice in Notice.objects.filter(kind="letter_ready")] == [cast.sam]


def test_when_nobody_assessed_it_is_read_once_the_time_is_over(cast):
    engagement = make.make_active(cast)
    make.submit(engagement)
    make.accept(engagement)
    make.end(engagement, part_minor=1000)
    engagement.refresh_from_db()
    letter = make_letter(engagement)
    assert letter_for(engagement, is_intern=True) is None
    with clock.at(day(40)):
        settle()
        assert (letter_for(engagement, is_intern=True), list(letters_of(cast.sam))) == (letter, [letter])
