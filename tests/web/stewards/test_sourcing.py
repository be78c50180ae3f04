"""The steward's page of the list: off at first, what was measured beside the switch, and a word before it is on."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.foundation.selfid.keys import keys_of
from firstfoot.foundation.selfid.models import SelfIdentification
from firstfoot.kernel import clock
from firstfoot.market.sourcing.models import SourcingSwitch
from firstfoot.market.sourcing.queries import period_now
from firstfoot.reactions.models import SourcingCount
from tests.cast import enter, join
from tests.factories.applications import make_profile
from tests.factories.sourcing import make_asking

PAGE, TURN, COUNT = (reverse(f"stewards:{name}") for name in ("sourcing", "sourcing_turn", "sourcing_count"))


@pytest.fixture
def stella(cast, client):
    enter(client, cast.stella)
    return cast.stella


def test_on_takes_a_word_and_off_takes_none(cast, client, stella):
    assert client.get(PAGE).context["is_on"] is False
    assert client.post(TURN, {"do": "on", "seen": 0}).status_code == 422
    assert period_now() is None
    assert client.post(TURN, {"do": "on", "seen": 0, "understood": "on"}).status_code == 302
    page = client.get(PAGE)
    assert (page.context["is_on"], [row["who"] for row in page.context["turns"]]) == (True, [stella])
    assert client.post(TURN, {"do": "off", "seen": 0}).status_code == 409
    assert client.post(TURN, {"do": "off", "seen": SourcingSwitch.objects.get().version}).status_code == 302
    assert period_now() is None


def test_counted_by_a_press_and_shown_beside_the_switch(cast, client, stella):
    make_asking(cast)
    for n in range(20):
        person = join(f"P{n} Lee")
        make_profile(person, skills=["SQL", "Figma"] if n % 2 else ["Welding"], hours_a_week=10)
        sex = "male" if n % 2 else "female"
        SelfIdentification.objects.create(key=keys_of(person.public_id)[0], sex=sex, answered_on=clock.today())
    assert client.post(COUNT).status_code == 302
    (count,) = client.get(PAGE).context["counts"]
    rows = count["tables"][0]["rows"]
    assert [(row["label"], row["rate"], row["ratio"]) for row in rows] == [
        ("Female", "0.0%", "0.00"), ("Male", "100.0%", "1.00")
    ]  # fmt: skip
    assert (count["people"], count["projects"]) == (20, 1)
    assert client.post(COUNT).status_code == 409
    assert SourcingCount.objects.count() == 1


@pytest.mark.parametrize("who", ["hana", "sam"])
def test_nobody_else(cast, client, who):
    enter(client, getattr(cast, who))
    assert {client.get(PAGE).status_code, client.post(TURN).status_code, client.post(COUNT).status_code} == {403}
