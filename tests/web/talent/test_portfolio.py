"""Writing what one did, sending it to the host, and who sees it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.proof.portfolio.queries import item_of
from tests.cast import enter
from tests.factories.engagements import make_completed
from tests.factories.portfolio import TEXT, ask, make_page, show

FORM = {**TEXT, "results": ["1"], "quote": "", "decision": "hand_in", "seen": "0"}


def address(engagement, name="portfolio_item"):
    return reverse(f"talent:{name}", args=[engagement.public_id])


def test_the_form_begins_with_the_record(cast, client):
    engagement = make_completed(cast)
    enter(client, cast.sam)
    form = client.get(address(engagement)).context["form"]
    assert form.initial["problem"] == engagement.application.brief_version.brief.problem


def test_a_draft_that_may_not_name_begins_without_names(cast, client):
    engagement = make_completed(cast, portfolio="redacted", problem="Brindle Bakery wants to know. Ask Hugo Marsh.")
    enter(client, cast.sam)
    form = client.get(address(engagement)).context["form"]
    assert form.initial["problem"] == "the host wants to know. Ask the host."


def test_finished_then_shown_then_read_by_a_visitor(cast, client):
    engagement = make_completed(cast)
    enter(client, cast.sam)
    assert client.post(address(engagement), FORM).status_code == 302
    client.post(address(engagement, "portfolio_show"), {"visibility": "link"})
    item = item_of(engagement)
    client.logout()
    page = client.get(reverse("public:shown_item", args=[item.public_id]))
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex")
    for words in (TEXT["title"], TEXT["did"], "Brindle Bakery", "Hugo Marsh", "Sam Okoro"):
        assert words in page.content.decode()


def test_the_card_names_nobody_but_its_person(cast, client):
    engagement = make_completed(cast, portfolio="none", title="Prices of Brindle Bakery", category="research")
    enter(client, cast.sam)
    client.post(address(engagement, "portfolio_show"), {"visibility": "link"})
    client.logout()
    text = client.get(reverse("public:shown_item", args=[item_of(engagement).public_id])).content.decode()
    assert "Research project for a small business" in text
    for words in ("Brindle", "Hugo", "Prices", engagement.public_id):
        assert words not in text


def test_a_name_that_is_left_is_said_at_the_form(cast, client):
    engagement = make_completed(cast, portfolio="redacted")
    enter(client, cast.sam)
    answer = client.post(address(engagement), {**FORM, "did": "I asked Hugo Marsh."})
    assert (answer.status_code, "Found: Hugo Marsh." in answer.content.decode()) == (422, True)
    assert item_of(engagement).state == "drafted"


@pytest.mark.parametrize(("answer", "state"), [("yes", "cleared"), ("no", "declined")])
def test_the_host_reads_both_and_answers(cast, client, answer, state):
    engagement = make_completed(cast, portfolio="redacted")
    item = ask(engagement)
    enter(client, cast.hugo)
    url = reverse("work:showing", args=[engagement.public_id])
    page = client.get(url)
    assert (page.context["it"].for_whom, page.context["before"]["title"]) == ("a small business", engagement.title)
    seen = page.context["form"].initial["seen"]
    client.post(url, {"seen": seen, "answer": answer, "note": "The title."})
    item.refresh_from_db()
    assert item.state == state
    enter(client, cast.sam)
    told = client.get(address(engagement)).content.decode()
    assert ("The title." in told) is (answer == "no")


def test_the_host_sees_no_draft(cast, client):
    engagement = make_completed(cast, portfolio="full")
    ask(engagement)
    enter(client, cast.hugo)
    assert client.get(reverse("work:showing", args=[engagement.public_id])).status_code == 404


def test_what_waits_is_the_hosts_move(cast, client):
    engagement = make_completed(cast, portfolio="on_request")
    ask(engagement)
    enter(client, cast.hugo)
    desk = client.get(reverse("hosts:desk")).content.decode()
    assert f"Read what {cast.sam.name} wants to show" in desk


def test_a_suspended_person_shows_nothing(cast, client):
    item = show(ask(make_completed(cast)))
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(state="suspended")
    assert client.get(reverse("public:shown_item", args=[item.public_id])).status_code == 404


def test_on_a_page_that_is_down_it_opens_for_nobody_and_says_so(cast, client):
    engagement = make_completed(cast)
    show(ask(engagement))
    enter(client, cast.sam)
    assert "It opens once your page is up." in client.get(address(engagement)).content.decode()
    make_page(cast.sam, "sam")
    assert "See it as others do" in client.get(address(engagement)).content.decode()
