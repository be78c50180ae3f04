"""Money, days, deadlines and initials as people read them."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone, translation

from firstfoot.kernel import clock
from firstfoot.kernel.money import Money
from firstfoot.web.shared import words

NOON = datetime(2025, 12, 16, 12, tzinfo=UTC)  # a Tuesday


@pytest.fixture(autouse=True)
def _at_noon():
    with clock.at(NOON), timezone.override("UTC"), translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Money(36000, "USD"), "$360"),
        (Money(36050, "USD"), "$360.50"),
        (Money(1234500, "GBP"), "£12,345"),
        (Money(1100, "JPY"), "¥1,100"),
        (Money(0, "EUR"), "€0"),
        (Money(72000, "CAD"), "CA$720"),
    ],
)
def test_money(amount, text):
    assert words.money_text(amount) == text


def test_money_follows_the_readers_language():
    with translation.override("de"):
        assert words.money_text(Money(123450, "EUR")).replace("\xa0", " ") == "1.234,50 €"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2025, 12, 19), "Fri 19 December"),
        (date(2026, 1, 9), "Fri 9 January 2026"),
        (datetime(2025, 12, 19, 23, 30, tzinfo=UTC), "Fri 19 December"),
    ],
)
def test_day(value, text):
    assert words.day_text(value) == text


def test_day_and_time_are_those_of_the_reader():
    late = datetime(2025, 12, 19, 23, 30, tzinfo=UTC)
    with timezone.override("Europe/Lisbon"):
        assert words.when_text(late) == "Fri 19 December, 23:30"
    with timezone.override("Asia/Tokyo"):
        assert words.when_text(late) == "Sat 20 December, 08:30"
        assert words.day_text(late) == "Sat 20 December"
    assert words.when_text(late, "America/New_York") == "Fri 19 December, 18:30"


@pytest.mark.parametrize(
    ("value", "text", "urgency"),
    [
        (date(2025, 12, 15), "was due Mon 15 December", "late"),
        (NOON.replace(hour=11), "was due Tue 16 December", "late"),
        (date(2025, 12, 16), "by today", "soon"),
        (NOON.replace(hour=17), "by today 17:00", "soon"),
        (NOON.replace(day=17, hour=9), "by tomorrow 09:00", "soon"),
        (date(2025, 12, 18), "by Thu 18 December", "soon"),
        (date(2025, 12, 19), "by Fri 19 December", ""),
    ],
)
def test_deadline(value, text, urgency):
    assert (words.by_when_text(value), words.urgency(value)) == (text, urgency)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Kelp & Co", "KC"), ("Inês Duarte", "ID"), ("Ada", "AD"), ("Jean Luc de Groot", "JG"), ("", "?"), ("&", "?")],
)
def test_initials(name, letters):
    assert words.initials_of(name) == letters
