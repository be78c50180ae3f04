"""The pages of the pay after an early end: for both sides, and for the steward who decides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.insights.moves.engagements import engagement_move
from firstfoot.kernel import clock
from firstfoot.work.engagements.models import PartPay
from tests.factories.engagements import accept, end, make_active, make_closing, make_parted, submit

pytestmark = pytest.mark.django_db
WEEKS = timedelta(days=14)


def open_page(client, person, engagement, name="part_pay"):
    client.force_login(person)
    return client.get(reverse(f"work:{name}", args=[engagement.public_id]))


def say(client, person, engagement, **data):
    client.force_login(person)
    return client.post(reverse("work:part_pay", args=[engagement.public_id]), data)


def move(engagement, person):
    found = engagement_move(engagement, person)
    return found.code, found.is_mine


def test_the_form_begins_with_what_the_facts_show_and_says_how(cast, client):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    response = open_page(client, cast.sam, engagement, "end")
    facts = response.context["form"]["part_pay"]
    assert facts.value() * 100 == engagement.pay_minor // engagement.deliverables.count()
    assert f"1 of {engagement.deliverables.count()} results are accepted" in str(facts.help_text)


def test_finished_work_asks_for_no_amount(cast, client):
    assert "part_pay" not in open_page(client, cast.sam, make_closing(cast), "end").context["form"].fields


def test_the_move_is_the_answering_sides(cast):
    engagement = make_parted(cast, part_minor=20000)
    assert [move(engagement, who) for who in (cast.hana, cast.sam)] == [
        ("part_pay.answer", True), ("part_pay.answer", False),
    ]  # fmt: skip


def test_another_amount_with_a_word_then_the_same(cast, client):
    engagement = make_parted(cast, part_minor=20000)
    assert open_page(client, cast.sam, engagement).context["part_mine"] is False
    seen = open_page(client, cast.hana, engagement).context["part"].version
    assert say(client, cast.hana, engagement, amount="150", note="", seen=seen).status_code == 422
    assert say(client, cast.hana, engagement, amount="99999", note="All.", seen=seen).status_code == 422
    assert say(client, cast.hana, engagement, amount="150", note="Half is open.", seen=seen).status_code == 302
    assert "Half is open." in open_page(client, cast.sam, engagement).content.decode()
    assert say(client, cast.sam, engagement, agree="yes", seen=seen).status_code == 409
    assert say(client, cast.sam, engagement, agree="yes", seen=seen + 1).status_code == 302
    part = PartPay.objects.get()
    assert (part.state, part.settled_minor, move(engagement, cast.hana)) == ("agreed", 15000, ("pay.mark", True))


def test_both_pages_show_how_it_stands(cast, client):
    engagement = make_parted(cast, part_minor=20000)
    for name in ("engagement", "money"):
        assert "part-h" in open_page(client, cast.hana, engagement, name).content.decode()


def test_an_unanswered_proposal_says_plainly_what_stands(cast, client):
    engagement = make_parted(cast, part_minor=20000)
    with clock.at(clock.now() + WEEKS):
        assert "nothing more is due yet" in open_page(client, cast.sam, engagement).content.decode()


def test_where_nothing_is_talked_about_there_is_no_page(cast, client):
    assert open_page(client, cast.sam, make_active(cast)).status_code == 404


def test_the_steward_reads_the_record_and_decides(cast, client):
    engagement = make_parted(cast, part_minor=20000)
    address = reverse("stewards:part_pay", args=[engagement.part_pay.public_id])
    client.force_login(cast.stella)
    assert client.get(address).status_code == 404
    with clock.at(clock.now() + WEEKS):
        client.force_login(cast.stella)
        assert engagement.title in client.get(reverse("stewards:part_pays")).content.decode()
        page = client.get(address)
        assert (page.context["low"].minor, page.context["high"].minor) == (0, 20000)
        said = {"reason": "The log shows it.", "seen": page.context["part"].version}
        assert client.post(address, {**said, "amount": "201"}).status_code == 422
        assert client.post(address, {**said, "amount": "120"}).status_code == 302
    part = PartPay.objects.get()
    assert (part.state, part.settled_minor) == ("decided", 12000)
    assert "The log shows it." in open_page(client, cast.sam, engagement).content.decode()


def test_the_words_of_the_end_stand_where_it_ended(cast, client):
    engagement = end(make_active(cast), cast.hugo, part_minor=10000)
    page = open_page(client, cast.sam, engagement, "story").content.decode()
    assert f"{cast.hugo.name} named an amount for what was done" in page


def test_more_than_the_pay_stays_on_the_page(cast, client):
    address = reverse("work:end", args=[make_active(cast).public_id])
    client.force_login(cast.hugo)
    assert client.post(address, {"reason": "other", "note": "x", "part_pay": "9999"}).status_code == 422
