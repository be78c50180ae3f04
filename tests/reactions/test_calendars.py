"""A person's calendar: what is in it for whom, how it follows what moves, and who reads it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.links.actions import make_calendar
from firstfoot.foundation.links.models import CalendarAddress
from firstfoot.foundation.notifications.models import Mail
from firstfoot.foundation.notifications.sending import message_of
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import choose_interview
from firstfoot.market.organizations.actions import end_membership
from firstfoot.reactions import schedule
from firstfoot.reactions.calendars import feed_of, invite_to
from firstfoot.work.engagements.actions import (
    agree_due,
    agree_start,
    change_supervisor,
    end_early,
    propose_due,
    propose_start,
)
from tests.cast import enter
from tests.factories import engagements as work
from tests.factories.applications import make_interview, make_shortlisted
from tests.factories.organizations import membership
from tests.factories.projects import make_open_project
from tests.reactions.support import forget, settle


def entries(file: bytes | str) -> dict[str, tuple]:
    """uid before the @ -> (start, sequence, title)."""
    found = Calendar.from_ical(file).walk("VEVENT")
    rows = [(str(e["UID"]).partition("@")[0], (e["DTSTART"].dt, int(e["SEQUENCE"]), str(e["SUMMARY"]))) for e in found]
    assert len(dict(rows)) == len(rows)
    return dict(rows)


def titles(person) -> list[str]:
    return [title for _start, _sequence, title in entries(feed_of(person)).values()]


@pytest.fixture
def engagement(cast):
    return work.make_active(cast, check_in_every_days=5)


def test_each_side_reads_its_own_words_and_its_own_clock(cast, engagement):
    cast.sam.time_zone = "America/New_York"
    cast.sam.save(update_fields=["time_zone"])
    work.submit(engagement)
    result = work.deliverable(engagement)
    mine, hugos = entries(feed_of(cast.sam)), entries(feed_of(cast.hugo))
    assert set(mine) == set(hugos)
    assert mine[f"start-{engagement.public_id}"][0] == engagement.start_on
    assert mine[f"result-{result.public_id}"] == (
        result.due_on, engagement.version + result.version, f"Due: {result.title}",
    )  # fmt: skip
    assert hugos[f"result-{result.public_id}"][2] == f"Due from {cast.sam.name}: {result.title}"
    review = mine[f"review-{result.public_id}"]
    assert review[0] == result.review_by_at
    assert review[0].utcoffset() in {timedelta(hours=-5), timedelta(hours=-4)}
    checks = [at for uid, (at, _s, _t) in mine.items() if uid.startswith("check_in-")]
    assert checks == list(engagement.check_ins.values_list("due_on", flat=True))
    assert b"TZID:America/New_York" in feed_of(cast.sam)


def test_it_is_of_those_who_do_or_guide_the_work_alone(cast, engagement):
    for person in (cast.hana, cast.rita, cast.paz, cast.otto, cast.stella):
        assert titles(person) == []
    assert titles(cast.cora) != []
    end_membership(membership_id=membership(cast.cora, cast.acme).pk, actor=cast.hana)
    assert titles(cast.cora) == []
    change_supervisor(engagement_id=engagement.pk, supervisor_id=cast.rita.pk, cover_id=None, actor=cast.hana)
    assert (titles(cast.hugo), titles(cast.rita) != []) == ([], True)


def test_a_moved_day_is_a_newer_entry_under_the_same_name(cast):
    engagement = work.make_signed(cast)
    before = entries(feed_of(cast.sam))
    later = engagement.start_on + timedelta(days=3)
    propose_start(engagement_id=engagement.pk, new_start_on=later, actor=cast.sam)
    agree_start(engagement_id=engagement.pk, actor=cast.hugo)
    after = entries(feed_of(cast.sam))
    assert after.keys() == before.keys()
    for uid, (start, sequence, _title) in after.items():
        assert start == before[uid][0] + timedelta(days=3)
        assert sequence > before[uid][1]


def test_a_due_date_that_moves_by_one_tap_comes_with_the_next_mail(cast, engagement):
    result, tomorrow = work.deliverable(engagement), clock.today() + timedelta(days=1)
    settle()
    schedule.daily_mail(cast.hugo, clock.today())
    before = entries(Mail.objects.get(kind="daily_moves").calendar)
    later = result.due_on + timedelta(days=1)
    propose_due(deliverable_id=result.pk, seen=None, due_on=later, actor=cast.hugo)
    agree_due(deliverable_id=result.pk, due_on=later, actor=cast.sam)
    settle()
    schedule.daily_mail(cast.hugo, tomorrow)
    after = entries(Mail.objects.filter(kind="daily_moves").latest("pk").calendar)
    uid = f"result-{result.public_id}"
    assert (after[uid][0], before[uid][0]) == (later, result.due_on)
    assert after[uid][1] > before[uid][1]


def test_the_end_of_the_work_has_its_own_moment_and_an_early_one_no_days_after_it(cast, engagement):
    work.accept_all(engagement)
    engagement.refresh_from_db()
    assert entries(feed_of(cast.sam))[f"evaluation-{engagement.public_id}"][0] == engagement.evaluate_by_at
    gone = work.make_active(cast, person=cast.paz)
    end_early(
        engagement_id=gone.pk, reason="no_time", note="So it is.", handed_over="", part_pay_minor=0, actor=cast.paz
    )
    assert all(start <= clock.today() for start, _sequence, _title in entries(feed_of(cast.paz)).values())


def test_a_talk_keeps_the_name_of_its_own_file_and_says_nobody_before_the_reveal(cast):
    application = make_shortlisted(cast, cast.sam, make_open_project(cast), answers=["Soon."])
    talk = make_interview(cast, application)
    choose_interview(interview_id=talk.pk, start=talk.slots[0], actor=cast.sam)
    assert list(entries(feed_of(cast.hugo))) == [talk.public_id]
    assert titles(cast.sam) == [f"Interview: {application.project.title}"]
    assert titles(cast.hana) == []
    type(application).objects.filter(pk=application.pk).update(shortlisted_at=None, state="submitted")
    assert not any(cast.sam.name in title for title in titles(cast.hugo))


def test_it_costs_the_same_for_one_and_for_five(cast, engagement, django_assert_num_queries):
    with django_assert_num_queries(6):
        feed_of(cast.hugo)
    for person in (cast.paz, cast.otto):
        work.make_active(cast, person=person)
    with django_assert_num_queries(6):
        feed_of(cast.hugo)


def test_the_address_is_shown_once_replaced_and_ended(cast, engagement):
    client, visitor = Client(), Client()
    enter(client, cast.sam)
    page = client.post(reverse("people:calendar_make")).content.decode()
    address = page.partition('id="calendar-url" readonly value="http://localhost:8000')[2].partition('"')[0]
    file, before = visitor.get(address), Fact.objects.count()
    assert (file.status_code, file["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert (file["Cache-Control"], file["Referrer-Policy"], file.cookies.keys()) == (
        "private, no-store", "no-referrer", set(),
    )  # fmt: skip
    assert f"start-{engagement.public_id}" in entries(file.content)
    assert visitor.head(address).status_code == 200
    assert visitor.post(address).status_code == 405
    settings = client.get(reverse("people:settings")).content.decode()
    assert address not in settings
    assert "Make a new address" in settings

    renewed = make_calendar(person_id=cast.sam.pk, actor=cast.sam)
    assert visitor.get(address).status_code == 404
    address = reverse("people:calendar", args=[renewed])
    assert visitor.get(address).status_code == 200
    client.post(reverse("people:calendar_end"))
    assert visitor.get(address).status_code == 404
    assert (CalendarAddress.objects.count(), Fact.objects.count()) == (0, before)


@pytest.mark.parametrize("how", ["suspended", "leaving", "erased"])
def test_nobody_reads_the_calendar_of_a_closed_account(cast, how):
    address = reverse("people:calendar", args=[make_calendar(person_id=cast.paz.pk, actor=cast.paz)])
    assert Client().get(address).status_code == 200
    if how == "suspended":
        suspend_person(person_id=cast.paz.pk, actor=cast.stella, reason_code="spam")
    else:
        ask_to_leave(hindrances=[], actor=cast.paz)
    if how == "erased":
        settle()
        assert CalendarAddress.objects.count() == 0
    assert Client().get(address).status_code == 404


def test_the_mail_of_the_last_signature_brings_the_days_and_the_start_brings_the_check_ins(cast):
    engagement = work.make_signed(cast)
    settle()
    for mail in Mail.objects.filter(kind="agreement_signed"):
        (attached,) = message_of(mail).attachments
        assert (attached.filename, attached.mimetype) == ("calendar.ics", "text/calendar")
        assert f"start-{engagement.public_id}" in entries(attached.content)
        assert "calendar.ics" in mail.text
    signed = entries(invite_to([engagement], cast.sam))
    forget()
    work.start(cast, engagement)
    settle()
    schedule.daily_mail(cast.hugo, clock.today())
    mail = Mail.objects.get(kind="daily_moves")
    started = entries(mail.calendar)
    assert [uid for uid in started if uid.startswith("check_in-")] != []
    start = f"start-{engagement.public_id}"
    assert started[start][1] > signed[start][1]


def test_the_file_of_one_engagement_is_for_its_people(cast, engagement):
    client = Client()
    client.force_login(cast.sam)
    file = client.get(reverse("work:calendar", args=[engagement.public_id]))
    assert f"start-{engagement.public_id}" in entries(file.content)
    open_one = work.make_engagement(cast, person=cast.paz)
    client.force_login(cast.paz)
    assert client.get(reverse("work:calendar", args=[open_one.public_id])).status_code == 404
