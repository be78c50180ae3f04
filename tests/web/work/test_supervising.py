"""What helps whoever guides: a card at its moment, and handing the work over with a word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail
from firstfoot.kernel import clock
from firstfoot.reactions import schedule
from firstfoot.reactions.supervising import CARD, CARDS
from firstfoot.work.engagements.states import Moment
from tests.cast import enter
from tests.factories import engagements as make
from tests.reactions.support import settle
from tests.web.work.test_moves import post
from tests.web.work.test_plan import read

pytestmark = pytest.mark.once


def card_of(client, person, engagement):
    enter(client, person)
    card = client.get(reverse("work:engagement", args=[engagement.public_id])).context["card"]
    return card.code if card else None


def test_each_moment_has_a_short_card():
    assert [card.code for card in CARDS] == list(Moment)
    assert {
        card.code: len(f"{card.text} {card.do}".split()) for card in CARDS if len(str(card.text).split()) > 60
    } == {}


def test_a_card_comes_at_its_moment_to_whoever_guides(cast, client):
    engagement = make.make_signed(cast)
    seen = [card_of(client, cast.hugo, engagement)]
    make.start(cast, engagement)
    seen.append(card_of(client, cast.cora, engagement))
    first = make.check_in(engagement)
    with make.at_day(engagement, (first.due_on - engagement.start_on).days - 1):
        seen.append(card_of(client, cast.hugo, engagement))
    make.submit(engagement)
    seen.append(card_of(client, cast.hugo, engagement))
    with make.at_day(engagement, 60):
        seen.append(card_of(client, cast.hugo, engagement))
    make.accept(engagement)
    make.submit(engagement, 2)
    make.accept(engagement, 2)
    engagement.refresh_from_db()
    seen.append(card_of(client, cast.hugo, engagement))
    assert seen == list(Moment)
    assert [card_of(client, who, engagement) for who in (cast.sam, cast.hana)] == [None, None]


def test_a_card_that_was_put_away_stays_away_for_that_person(cast, client):
    engagement = make.make_signed(cast)
    for _press in range(2):
        assert post(client, cast.hugo, "card_away", engagement, "before_start").status_code == 302
    another = make.make_signed(cast, person=cast.paz)
    seen = [card_of(client, cast.hugo, one) for one in (engagement, another)]
    assert (seen, card_of(client, cast.cora, engagement)) == ([None, None], "before_start")
    page = client.get(reverse("hosts:supervising")).content.decode()
    assert all(str(card.title) in page.replace("&#x27;", "'") for card in CARDS)


def test_the_mail_of_the_moment_names_the_card(cast):
    engagement = make.make_signed(cast)
    settle()
    schedule.daily_mail(cast.hugo, clock.today())
    schedule.daily_mail(cast.sam, clock.today())
    mails = {mail.address: mail.text for mail in Mail.objects.filter(kind="daily_moves")}
    place = f"{reverse('hosts:supervising')}#before_start"
    assert (place in mails[cast.hugo.email], place in mails[cast.sam.email]) == (True, False)
    assert str(CARD["before_start"].title) in mails[cast.hugo.email], engagement.title


def test_who_answers_now_is_mailed_at_once_each_with_their_word(cast, client):
    engagement = make.make_active(cast)
    said = {"supervisor": cast.cora.public_id, "cover": "", "note": "The map is half done.", "intern_note": "Be well."}
    assert post(client, cast.hana, "supervisor", engagement, **said).status_code == 302
    settle()
    mails = {mail.address: mail.text for mail in Mail.objects.filter(kind="guide_changed")}
    assert set(mails) == {cast.sam.email, cast.cora.email}
    assert [word in mails[cast.sam.email] for word in ("Be well.", "half done")] == [True, False]
    assert [word in mails[cast.cora.email] for word in ("Be well.", "half done")] == [False, True]
    assert "Be well." in read(client, cast.sam, "engagement", engagement)
    assert "half done" not in read(client, cast.sam, "engagement", engagement)
    assert "half done" in read(client, cast.cora, "engagement", engagement)


def test_the_supervisor_says_that_they_are_away_and_who_answers(cast, client):
    engagement = make.make_active(cast)
    days = {"first_on": clock.today().isoformat(), "last_on": (clock.today() + timedelta(days=4)).isoformat()}
    said = {**days, "cover": cast.cora.public_id, "intern_note": "Cora has my notes."}
    wrong = {**said, "last_on": (clock.today() - timedelta(days=4)).isoformat()}
    assert post(client, cast.hugo, "away", engagement, **wrong).status_code == 422
    assert post(client, cast.hugo, "away", engagement, **said).status_code == 302
    settle()
    mails = {mail.address: mail.text for mail in Mail.objects.filter(kind="guide_changed")}
    assert set(mails) == {cast.sam.email, cast.cora.email}
    assert "Cora has my notes." in mails[cast.sam.email]
    assert "the cover answers" in read(client, cast.sam, "engagement", engagement)
    assert post(client, cast.hugo, "back", engagement).status_code == 302
    assert "the cover answers" not in read(client, cast.sam, "engagement", engagement)
