"""The first weeks as both sides walk them: the signing with times, the talk, the access, and its end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.foundation.notifications.sending import message_of
from firstfoot.kernel import clock
from firstfoot.work.engagements.actions import list_access
from firstfoot.work.engagements.models import AccessItem, Kickoff
from tests.cast import enter
from tests.factories.engagements import accept_all, make_active, make_engagement, make_signed, proposed, sign, start
from tests.reactions.support import mailed, settle
from tests.web.work.test_moves import post
from tests.web.work.test_plan import read

pytestmark = pytest.mark.once


def typed(moment, zone):
    return moment.astimezone(zone).strftime("%Y-%m-%dT%H:%M")


def times(person, *hours, prefix="", **changes):
    moment = clock.now().replace(minute=0, second=0, microsecond=0)
    starts = {f"start_{n}": typed(moment + timedelta(hours=h), person.zone) for n, h in enumerate(hours, 1)}
    said = {"minutes": "45", "how": "https://meet.example/kelp?pwd=Ab3dE9x", **starts, **changes}
    return {f"{prefix}{name}": value for name, value in said.items()}


def signature(engagement, person, **more):
    said = {"content_hash": proposed(engagement).content_hash, "typed_name": person.formal_name, "agreed": "on"}
    return {**said, **more}


def calendar_of(mail):
    found = next(part for part in message_of(mail).attachments if "calendar" in part[2])
    return Calendar.from_ical(found[1])


def test_from_the_signature_with_times_to_access_taken_back(cast, client):
    cast.sam.time_zone = "America/New_York"
    cast.sam.save(update_fields=["time_zone"])
    engagement = make_engagement(cast)
    with_times = signature(engagement, cast.hana, **times(cast.hana, 48, 72, prefix="kickoff-"))
    assert post(client, cast.hana, "agreement_sign", engagement, **with_times).status_code == 302
    sign(engagement, cast.sam)
    settle()
    talk = Kickoff.objects.get()
    assert (len(talk.slots), mailed("kickoff_times")) == (2, {cast.sam.email.partition("@")[0]})
    assert "Choose a time for the first talk" in read(client, cast.sam, "engagement", engagement)
    page = read(client, cast.sam, "kickoff", engagement)
    assert f"For {cast.hugo.name}" in page, "the times on both clocks"

    start_of = talk.slots[1]
    answer = post(client, cast.sam, "kickoff_choose", engagement, start=start_of.isoformat(), seen=talk.version)
    assert answer.status_code == 302
    settle()
    chosen = Mail.objects.filter(kind="kickoff_chosen")
    assert {mail.address for mail in chosen} == {cast.sam.email, cast.hugo.email, cast.hana.email}
    entry = calendar_of(chosen[0]).walk("VEVENT")[0]
    assert (entry["DTSTART"].dt, str(entry["LOCATION"])) == (start_of, talk.how)
    assert calendar_of(chosen[0]).walk("VTIMEZONE") != []
    response = client.get(reverse("work:kickoff_calendar", args=[engagement.public_id]))
    first = Calendar.from_ical(response.content).walk("VEVENT")[0]

    assert post(client, cast.hugo, "kickoff", engagement, **times(cast.hugo, 50)).status_code == 302
    talk.refresh_from_db()
    post(client, cast.sam, "kickoff_choose", engagement, start=talk.slots[0].isoformat())
    response = client.get(reverse("work:kickoff_calendar", args=[engagement.public_id]))
    moved = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert (moved["UID"], moved["SEQUENCE"] > first["SEQUENCE"]) == (first["UID"], True)

    said = {"name": "Test shop, role of an editor", "kind": "account", "giver": "Ines"}
    enter(client, cast.hugo)
    assert client.post(reverse("work:access", args=[engagement.public_id]), said).status_code == 302
    assert post(client, cast.hugo, "access_mark", engagement, 1, mark="given", done="on").status_code == 302
    settle()
    assert "Got it" in read(client, cast.sam, "access", engagement)
    assert post(client, cast.sam, "access_mark", engagement, 1, mark="got", done="on").status_code == 302
    engagement.refresh_from_db()
    start(cast, engagement)
    accept_all(engagement)
    page = read(client, cast.hugo, "closing", engagement)
    assert ("Access to take back" in page, "Test shop" in page) == (True, True)
    back = {"mark": "taken_back", "done": "on", "back": "closing"}
    assert post(client, cast.hugo, "access_mark", engagement, 1, **back).url.endswith("/closing/")
    assert "Everything that was given is taken back" in read(client, cast.sam, "closing", engagement)


def test_a_signature_without_times_offers_none(cast, client):
    engagement = make_engagement(cast)
    said = signature(engagement, cast.hana, **{"kickoff-minutes": "45", "kickoff-how": ""})
    assert (post(client, cast.hana, "agreement_sign", engagement, **said).status_code, Kickoff.objects.count()) == (
        302, 0,
    )  # fmt: skip


def test_wrong_times_keep_the_signature_back(cast, client):
    engagement = make_engagement(cast)
    said = signature(engagement, cast.hana, **times(cast.hana, -5, prefix="kickoff-"))
    assert post(client, cast.hana, "agreement_sign", engagement, **said).status_code == 422
    assert proposed(engagement).signatures.count() == 0


@pytest.fixture
def offered(cast, client):
    """Hana signed first, and offered two times."""
    engagement = make_engagement(cast)
    said = signature(engagement, cast.hana, **times(cast.hana, 48, 72, prefix="kickoff-"))
    post(client, cast.hana, "agreement_sign", engagement, **said)
    return engagement


def test_whoever_signs_next_chooses_one_of_the_times_with_the_signature(cast, client, offered):
    talk = Kickoff.objects.get()
    page = read(client, cast.sam, "agreement", offered)
    assert ("The first talk" in page, "None of these, or later" in page) == (True, True)
    said = signature(offered, cast.sam, **{"talk-start": talk.slots[1].isoformat(), "talk-seen": talk.version})
    assert post(client, cast.sam, "agreement_sign", offered, **said).status_code == 302
    talk.refresh_from_db()
    offered.refresh_from_db()
    assert (offered.state, talk.state, talk.chosen_at) == ("onboarding", "chosen", talk.slots[1])


@pytest.mark.parametrize("chosen", [{}, {"talk-start": ""}])
def test_a_signature_without_a_choice_chooses_none(cast, client, offered, chosen):
    assert (
        post(client, cast.sam, "agreement_sign", offered, **signature(offered, cast.sam, **chosen)).status_code == 302
    )
    assert Kickoff.objects.get().state == "offered"


def test_a_time_that_nobody_offered_keeps_the_signature_back(cast, client, offered):
    said = signature(offered, cast.sam, **{"talk-start": clock.now().isoformat()})
    assert post(client, cast.sam, "agreement_sign", offered, **said).status_code == 422
    assert proposed(offered).signatures.count() == 1


def test_times_that_moved_meanwhile_do_not_undo_the_signature(cast, client, offered):
    talk = Kickoff.objects.get()
    said = signature(offered, cast.sam, **{"talk-start": talk.slots[0].isoformat(), "talk-seen": talk.version - 1})
    answer = post(client, cast.sam, "agreement_sign", offered, **said)
    offered.refresh_from_db()
    assert (answer.status_code, offered.state, Kickoff.objects.get().state) == (302, "onboarding", "offered")
    assert "Your time was not chosen." in read(client, cast.sam, "engagement", offered)


@pytest.mark.parametrize("wrong", [{"start_1": ""}, {"how": ""}, {"minutes": "5"}, {"start_2": "soon"}])
def test_what_is_wrong_with_times_stands_at_the_field(cast, client, wrong):
    answer = post(client, cast.hugo, "kickoff", make_signed(cast), **times(cast.hugo, 24, **wrong))
    assert (answer.status_code, "aria-invalid" in answer.content.decode()) == (422, True)


def test_when_none_fits_the_intern_offers_others_and_the_host_chooses(cast, client):
    engagement = make_signed(cast)
    post(client, cast.hugo, "kickoff", engagement, **times(cast.hugo, 24))
    said = times(cast.sam, 30, 31, note="I have an exam.", seen=Kickoff.objects.get().version)
    assert post(client, cast.sam, "kickoff", engagement, **said).status_code == 302
    page = read(client, cast.hugo, "kickoff", engagement)
    assert ("I have an exam." in page, "Choose this time" in page) == (True, True)
    start_of = Kickoff.objects.get().slots[0].isoformat()
    assert post(client, cast.hugo, "kickoff_choose", engagement, start=start_of).status_code == 302


def test_times_and_agendas_of_two_people_are_shown_beside_each_other(cast, client):
    engagement = make_signed(cast)
    post(client, cast.hugo, "kickoff", engagement, **times(cast.hugo, 24))
    seen = Kickoff.objects.get().version
    post(client, cast.hana, "kickoff_agenda", engagement, agenda="Hana's", seen=seen)
    answer = post(client, cast.hugo, "kickoff_agenda", engagement, agenda="Hugo's", seen=seen)
    assert (answer.status_code, answer.context["mine"], answer.context["theirs"]) == (409, "Hugo's", "Hana's")
    answer = post(client, cast.sam, "kickoff", engagement, **times(cast.sam, 30, seen=seen))
    assert (answer.status_code, "moved while you wrote" in answer.context["theirs"]) == (409, True)


def test_the_agenda_is_drafted_from_the_agreement(cast, client):
    engagement = make_signed(cast)
    enter(client, cast.hugo)
    page = client.get(reverse("work:kickoff", args=[engagement.public_id]))
    agenda, first = page.context["offer_form"]["agenda"].value(), engagement.deliverables.order_by("number")[0]
    assert [word in agenda for word in (first.title, cast.sam.name, "\n- ")] == [True, True, True]


def test_a_password_is_refused_at_its_field(cast, client):
    engagement = make_active(cast)
    enter(client, cast.hugo)
    said = {"name": "Shop, password: kelp", "kind": "account", "giver": ""}
    answer = client.post(reverse("work:access", args=[engagement.public_id]), said)
    assert (answer.status_code, "looks like a password" in answer.content.decode()) == (422, True)
    assert AccessItem.objects.count() == 0


def test_the_reminder_to_take_access_back_ends(cast, client):
    engagement = make_active(cast)
    list_access(engagement_id=engagement.pk, name="Test shop", kind="account", actor=cast.hugo)
    post(client, cast.hugo, "access_mark", engagement, 1, mark="given", done="on")
    accept_all(engagement)
    counted = []
    for days in (1, 3, 5, 10, 13, 20):
        settle(clock.now() + timedelta(days=days))
        counted.append(Notice.objects.filter(kind="reminder.access", recipient=cast.hugo).count())
    assert counted == [0, 1, 1, 2, 2, 2]


def test_both_are_reminded_of_the_talk_within_a_day(cast, client):
    engagement = make_signed(cast)
    post(client, cast.hugo, "kickoff", engagement, **times(cast.hugo, 48))
    talk = Kickoff.objects.get()
    post(client, cast.sam, "kickoff_choose", engagement, start=talk.slots[0].isoformat())
    settle(talk.slots[0] - timedelta(hours=30))
    assert Notice.objects.filter(kind="reminder.kickoff").count() == 0
    settle(talk.slots[0] - timedelta(hours=20))
    told = Notice.objects.filter(kind="reminder.kickoff")
    assert {notice.recipient for notice in told} == {cast.sam, cast.hugo}
