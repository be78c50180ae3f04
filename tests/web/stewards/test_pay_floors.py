"""The steward's table of floors of pay."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.fairpay.actions import set_pay_floor
from firstfoot.market.fairpay.queries import pay_floors

PAGE = reverse("stewards:pay_floors")


def row(**other: str) -> dict[str, str]:
    return {"country": "JP", "currency": "JPY", "hourly": "1118", "from_on": "2026-10-01", "source": "Tokyo", **other}


def test_a_row_is_added_in_the_coins_of_its_currency_and_withdrawn(cast, client):
    client.force_login(cast.stella)

    assert client.post(PAGE, row()).url == PAGE
    assert client.post(PAGE, row(country="DE", currency="EUR", hourly="13.90")).status_code == 302
    assert [(f.country, f.hourly_minor) for f in pay_floors()] == [("DE", 1390), ("JP", 1118)]

    again = client.post(PAGE, row())
    assert (again.status_code, list(again.context["form"].errors)) == (422, ["from_on"])
    assert 'value="Tokyo"' in again.content.decode()

    japan = pay_floors().get(country="JP")
    client.post(reverse("stewards:pay_floor_withdraw", args=[japan.public_id]))
    assert [f.country for f in pay_floors()] == ["DE"]


def test_bad_figures_are_named_at_their_field(cast, client):
    client.force_login(cast.stella)
    for wrong, field in [({"hourly": "0"}, "hourly"), ({"hourly": "11.5"}, "hourly"), ({"source": ""}, "source"),
                         ({"country": "XX"}, "country"), ({"from_on": "soon"}, "from_on")]:  # fmt: skip
        answer = client.post(PAGE, row(**wrong))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field]), wrong


def test_says_which_row_counts_now(cast, client):
    client.force_login(cast.stella)
    today = clock.today(cast.stella.zone)
    for days in (-400, -30, 30):
        set_pay_floor(
            country="DE", currency="EUR", hourly_minor=1300 + days, from_on=today + timedelta(days=days), source="Law",
            actor=cast.stella,
        )  # fmt: skip
    [(country, rows)] = client.get(PAGE).context["countries"]
    assert (country, [standing for _, standing in rows]) == ("Germany", ["coming", "now", "past"])
