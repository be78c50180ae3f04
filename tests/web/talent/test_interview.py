"""Arranging a talk on the pages: offered by the host, chosen by the applicant, in everyone's own zone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import choose_interview, decline
from firstfoot.market.applications.models import Interview
from tests.factories.applications import make_interview, make_open_project, make_shortlisted
from tests.reactions.support import settle


@pytest.fixture
def application(cast):
    return make_shortlisted(cast, cast.sam, make_open_project(cast))


def given(**changes):
    tomorrow = timezone.localtime(clock.now()) + timedelta(days=1)
    first = {"interview-start_1": f"{tomorrow:%Y-%m-%dT}14:30", "interview-minutes": "45", "interview-how": "Phone"}
    return {**first, **changes}


def test_the_host_offers_and_bad_times_are_answered_at_their_field(cast, client, application):
    client.force_login(cast.hugo)
    url = reverse("hosts:applicant_interview", args=[application.public_id])
    wrong = given(**{"interview-start_2": "2020-01-01T10:00", "interview-minutes": "90"})
    response = client.post(url, wrong)
    assert response.status_code == 422
    for part in ("This time has passed.", "At most an hour", 'value="2020-01-01T10:00"', 'value="Phone"'):
        assert part in response.content.decode()
    assert client.post(url, given()).status_code == 302
    interview = Interview.objects.get()
    assert (interview.minutes, interview.how, len(interview.slots)) == (45, "Phone", 1)


def test_the_applicant_chooses_on_their_own_clock_and_both_get_the_file(cast, client, application):
    cast.sam.time_zone = "America/Los_Angeles"
    cast.sam.save(update_fields=["time_zone"])
    interview = make_interview(cast, application)
    settle()
    assert Mail.objects.get(kind="interview_times").subject == f"Your interview: {application.project.title}"
    client.force_login(cast.sam)
    page = client.get(reverse("talent:application", args=[application.public_id])).content.decode()
    assert "All times are on your clock: Los Angeles time." in page
    assert "Choose a time for your interview" in client.get(reverse("talent:desk")).content.decode()
    url = reverse("talent:interview_choose", args=[application.public_id])
    assert client.post(url, {"choose-start": "2020-01-01T10:00:00+00:00"}).status_code == 422
    client.post(url, {"choose-start": interview.slots[0].isoformat(), "choose-seen": interview.version})
    settle()

    mails = {mail.address: mail for mail in Mail.objects.filter(kind="interview_chosen")}
    assert set(mails) == {"sam@example.org", cast.hugo.email}
    assert "Los Angeles time" in mails["sam@example.org"].text
    for person, name in ((cast.sam, "talent:interview_calendar"), (cast.hugo, "hosts:interview_calendar")):
        path = reverse(name, args=[interview.public_id])
        assert path in mails[person.email].text
        client.force_login(person)
        file = client.get(path)
        assert file["Content-Type"] == "text/calendar; charset=utf-8"
        start = interview.slots[0].astimezone(person.zone)
        assert (b"BEGIN:VTIMEZONE" in file.content) is (person == cast.sam)  # the others are on UTC
        assert [entry["DTSTART"].dt for entry in Calendar.from_ical(file.content).walk("VEVENT")] == [start]


def test_none_fits_is_told_with_its_line_and_an_ended_talk_has_no_file(cast, client, application):
    interview = make_interview(cast, application)
    client.force_login(cast.sam)
    url = reverse("talent:interview_none_fits", args=[application.public_id])
    assert client.post(url, {"pass-note": ""}).status_code == 422
    client.post(url, {"pass-note": "Only after six."})
    settle()
    assert Notice.objects.get(kind="interview.none_fit").body == "They wrote: Only after six."

    again = make_interview(cast, application)
    choose_interview(interview_id=again.pk, start=again.slots[0], actor=cast.sam)
    decline(application_id=application.pk, reason="hours_dates", actor=cast.hana)
    assert client.get(reverse("talent:interview_calendar", args=[again.public_id])).status_code == 404
    settle()
    assert set(Interview.objects.values_list("state", flat=True)) == {"none_fit", "over"}
    assert interview.public_id != again.public_id
