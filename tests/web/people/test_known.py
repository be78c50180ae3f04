"""The pages about people one knows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.proof.network.models import Kept, Tie
from firstfoot.reactions.clocks.reminders import remind_due
from firstfoot.reactions.schedule import daily_mail
from tests.factories.engagements import make_closing
from tests.factories.ties import ask, make_tie
from tests.reactions.support import settle

LIST = reverse("people:known")


@pytest.fixture
def engagement(cast):
    return make_closing(cast)


@pytest.fixture
def page(client):
    def read(who, url=LIST):
        client.force_login(who)
        return client.get(url).content.decode()

    return read


def test_the_whole_way_through_the_pages(cast, client, engagement, page):
    closing = page(cast.sam, reverse("work:closing", args=[engagement.public_id]))
    url = reverse("people:known_ask", args=[cast.hugo.public_id])
    assert (LIST in closing, url in page(cast.sam)) == (True, True)
    assert cast.sam.email in page(cast.sam, url)  # the form begins with it
    assert client.post(url, {"shows": "https://sam.example/me"}).headers["Location"] == LIST
    tie = Tie.objects.get()
    assert "https://sam.example/me" not in page(cast.hugo)
    question = reverse("people:known_answer", args=[tie.public_id])
    assert (question in page(cast.hugo), "Sam Okoro would like" in page(cast.hugo, question)) == (True, True)
    known = reverse("people:tie", args=[tie.public_id])
    assert client.post(question, {"answer": "yes", "shows": "+44 20 7946 0000"}).headers["Location"] == known
    assert 'href="https://sam.example/me"' in page(cast.hugo, known)
    assert 'href="tel:+442079460000"' in page(cast.sam)
    client.post(reverse("people:tie_part", args=[tie.public_id]))
    assert "Sam Okoro" not in page(cast.hugo)


def test_a_question_and_a_yes_are_told_and_a_no_is_not(cast, client, engagement):
    said_no, said_yes = ask(cast.sam, cast.hana), ask(cast.sam, cast.hugo)
    settle(clock.now())
    told = {notice.recipient: notice.title for notice in Notice.objects.filter(kind="tie.asked")}
    assert told == dict.fromkeys((cast.hana, cast.hugo), "Sam Okoro would like to stay in touch")
    client.force_login(cast.hana)
    client.post(reverse("people:known_answer", args=[said_no.public_id]), {"answer": "no"})
    client.force_login(cast.hugo)
    client.post(reverse("people:known_answer", args=[said_yes.public_id]), {"answer": "yes", "shows": "h@b.example"})
    settle(clock.now())
    titles = Notice.objects.filter(kind__startswith="tie.").exclude(kind="tie.asked").values_list("recipient", "title")
    assert list(titles) == [(cast.sam.pk, "You and Hugo Marsh stay in touch")]


def test_what_was_taken_back_before_it_was_told_is_not_told(cast, client, engagement):
    tie = ask(cast.sam, cast.hugo)
    client.force_login(cast.sam)
    assert client.post(reverse("people:known_take_back", args=[tie.public_id])).status_code == 302
    settle(clock.now())
    assert not Notice.objects.filter(kind="tie.asked").exists()


@pytest.mark.parametrize("bad", ["", "call me", "javascript:alert(1)", "http://", "12 34", "a@b\nc@d.example"])
def test_what_leads_nowhere_is_said_at_the_field_and_kept(cast, client, engagement, bad):
    client.force_login(cast.sam)
    answer = client.post(reverse("people:known_ask", args=[cast.hugo.public_id]), {"shows": bad})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["shows"])
    assert answer.context["form"]["shows"].value() == bad
    assert not Tie.objects.exists()


def test_a_link_to_ask_leads_to_where_it_stands(cast, client, engagement):
    tie = ask(cast.hugo, cast.sam)
    url = reverse("people:known_ask", args=[cast.hugo.public_id])
    client.force_login(cast.sam)
    assert client.get(url).headers["Location"] == reverse("people:known_answer", args=[tie.public_id])
    client.post(reverse("people:known_answer", args=[tie.public_id]), {"shows": "s@x.example"})
    assert client.get(url).headers["Location"] == reverse("people:tie", args=[tie.public_id])


def form(tie, person, **changes):
    kept = Kept.objects.get(tie=tie, person=person)
    return {"shows": kept.shows, "note": "", "remind_on": "", "remind_about": "", "seen": kept.version, **changes}


def test_a_reminder_comes_once_in_the_mail_of_its_morning_in_the_zone_of_the_person(cast, client, engagement):
    tie = make_tie(cast)
    url = reverse("people:tie", args=[tie.public_id])
    day = clock.today(cast.sam.zone) + timedelta(days=3)
    client.force_login(cast.sam)
    said = form(tie, cast.sam, remind_on=day.isoformat(), remind_about="Ask how the fair went")
    assert client.post(url, said).status_code == 302
    with clock.at(clock.now() + timedelta(days=2)):
        remind_due()
        assert not Notice.objects.filter(kind="reminder.tie").exists()
    with clock.at(clock.now() + timedelta(days=3)):
        assert (remind_due() > 0, remind_due()) == (True, 0)
        notice = Notice.objects.get(kind="reminder.tie")
        assert (notice.recipient, notice.title) == (cast.sam, "You wanted to write to Hugo Marsh")
        assert daily_mail(cast.sam, clock.today(cast.sam.zone))
        assert "Ask how the fair went" in Mail.objects.filter(recipient=cast.sam, kind="daily_moves").latest("pk").text
        assert "In a week" in client.get(url).content.decode()
        client.post(reverse("people:tie_reminder", args=[tie.public_id]), {"do": "later"})
        assert Kept.objects.get(tie=tie, person=cast.sam).remind_on == day + timedelta(days=7)
        client.post(reverse("people:tie_reminder", args=[tie.public_id]), {"do": "done"})
    assert Kept.objects.get(tie=tie, person=cast.sam).remind_on is None


def test_a_day_that_is_over_and_words_without_a_day_are_said_at_the_day(cast, client, engagement):
    tie = make_tie(cast)
    client.force_login(cast.sam)
    for changes in ({"remind_on": "2020-01-01"}, {"remind_about": "Write"}):
        answer = client.post(reverse("people:tie", args=[tie.public_id]), form(tie, cast.sam, note="Kept.", **changes))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["remind_on"])
        assert "Kept." in answer.content.decode()


def test_two_windows_read_both_texts(cast, client, engagement):
    tie = make_tie(cast)
    client.force_login(cast.sam)
    url, first = reverse("people:tie", args=[tie.public_id]), form(tie, cast.sam, note="One.")
    client.post(url, first)
    answer = client.post(url, {**first, "note": "Two."})
    assert answer.status_code == 409
    assert ("One." in answer.content.decode(), "Two." in answer.content.decode()) == (True, True)


def test_nobody_else_reads_a_note(cast, client, engagement, page):
    tie = make_tie(cast)
    client.force_login(cast.sam)
    client.post(reverse("people:tie", args=[tie.public_id]), form(tie, cast.sam, note="Sings in a choir."))
    assert "Sings in a choir." not in page(cast.hugo, reverse("people:tie", args=[tie.public_id]))
    for who in (cast.hana, cast.stella, cast.otto):
        client.force_login(who)
        assert client.get(reverse("people:tie", args=[tie.public_id])).status_code == 404
