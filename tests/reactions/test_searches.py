"""The mails of saved searches: what is new, in the morning, once; and the link that stops them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.test import Client
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import block
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.searches.actions import save_search
from firstfoot.market.searches.models import SavedSearch
from firstfoot.reactions.searches import search_mails
from tests.factories.projects import make_open_project, make_other_open_project


@pytest.fixture
def search(cast) -> SavedSearch:
    """sam keeps what is open in strategy; one fits already."""
    make_open_project(cast, title="Old one")
    with clock.at(clock.now() + timedelta(minutes=1)):
        return save_search(name="Strategy", filters=Filters(category="strategy"), every="day", actor=cast.sam)


def morning(cast, days: int = 1, hour: int = 8):
    """So many days on, at that hour where sam is."""
    here = (clock.now() + timedelta(days=days)).astimezone(cast.sam.zone)
    return clock.at(here.replace(hour=hour, minute=0, second=0))


def posted(cast, *titles: str, make=make_open_project, **changes) -> None:
    with clock.at(clock.now() + timedelta(hours=1)):
        for title in titles:
            make(cast, title=title, **changes)


def test_what_is_new_is_told_once_in_the_morning(cast, search):
    posted(cast, "New map")
    posted(cast, "Of another kind", category="web")
    with morning(cast, hour=6):
        assert search_mails() == 0
    with morning(cast):
        assert search_mails() == 1
    with morning(cast, hour=9):
        assert search_mails() == 0
    with morning(cast, days=2):
        assert search_mails() == 0
    mail = Mail.objects.get(kind="search_news")
    assert (mail.recipient, mail.subject) == (cast.sam, "1 new project for “Strategy”")
    assert ("New map" in mail.text, "Old one" in mail.text, "Of another kind" in mail.text) == (True, False, False)


def test_what_is_published_just_before_the_look_is_told_once_too(cast, search):
    """Such a look leaves to the next one what it may not see whole."""
    with morning(cast):
        now = clock.now()
    with clock.at(now - timedelta(seconds=5)):
        make_open_project(cast, title="New map")
    with clock.at(now):
        first = search_mails()
    with morning(cast, days=2):
        assert (first, search_mails()) == (0, 1)


def test_a_weekly_one_waits_a_week(cast, search):
    SavedSearch.objects.update(every="week", due_on=clock.today(cast.sam.zone) + timedelta(days=7))
    posted(cast, "New map")
    with morning(cast, days=6):
        assert search_mails() == 0
    with morning(cast, days=7):
        assert search_mails() == 1
    assert SavedSearch.objects.get().due_on == clock.today(cast.sam.zone) + timedelta(days=14)


def test_ten_are_named_and_the_others_counted(cast, search):
    posted(cast, *(f"Number {n:02}" for n in range(13)))
    with morning(cast):
        search_mails()
    text = Mail.objects.get(kind="search_news").text
    assert ([f"Number {n:02}" in text for n in (12, 3, 2)], "And 3 more." in text) == ([True, True, False], True)


def test_a_host_kept_apart_is_never_told(cast, search):
    posted(cast, "Of a blocked one", make=make_other_open_project)
    block(organization_id=cast.otherhost.pk, person_id=cast.sam.pk, side="person", actor=cast.sam)
    with morning(cast):
        assert search_mails() == 0


def test_a_suspended_person_gets_none(cast, search):
    posted(cast, "New map")
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(state="suspended")
    with morning(cast):
        assert search_mails() == 0


def test_one_that_breaks_keeps_nobody_elses_waiting(cast, search, monkeypatch):
    broken = save_search(name="Broken", filters=Filters(category="strategy"), every="day", actor=cast.sam)
    SavedSearch.objects.filter(pk=broken.pk).update(due_on="2020-01-01", filters={"pay": "much"})
    posted(cast, "New map")
    with morning(cast):
        assert search_mails() == 1
    assert SavedSearch.objects.get(pk=broken.pk).due_on.year == 2020


def test_one_click_stops_it_and_a_visit_does_not(cast, search):
    posted(cast, "New map")
    with morning(cast):
        search_mails()
        deliver_due()
    headers = outbox.outbox[-1].extra_headers
    address = f"http://localhost:8000{reverse('public:search_stop', args=[search.token])}"
    assert headers["List-Unsubscribe"] == f"<{address}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    robot, path = Client(enforce_csrf_checks=True), reverse("public:search_stop", args=[search.token])
    assert robot.get(path).status_code == 200
    assert SavedSearch.objects.get().every == "day"
    assert robot.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert SavedSearch.objects.get().every == "never"
    assert robot.post(reverse("public:search_stop", args=["no-such"])).status_code == 404
