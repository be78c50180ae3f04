"""Money, days and times as people read them, on pages and in mails."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone, translation

from firstfoot.foundation import phrases
from firstfoot.kernel import clock
from firstfoot.kernel.money import Money

pytestmark = pytest.mark.once

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
    assert phrases.money_text(amount) == text


def test_money_follows_the_readers_language():
    with translation.override("de"):
        assert phrases.money_text(Money(123450, "EUR")).replace("\xa0", " ") == "1.234,50 €"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2025, 12, 19), "Fri 19 December"),
        (date(2026, 1, 9), "Fri 9 January 2026"),
        (datetime(2025, 12, 19, 23, 30, tzinfo=UTC), "Fri 19 December"),
    ],
)
def test_day(value, text):
    assert phrases.day_text(value) == text


def test_day_and_time_are_those_of_the_reader():
    late = datetime(2025, 12, 19, 23, 30, tzinfo=UTC)
    with timezone.override("Europe/Lisbon"):
        assert phrases.when_text(late) == "Fri 19 December, 23:30"
    with timezone.override("Asia/Tokyo"):
        assert phrases.when_text(late) == "Sat 20 December, 08:30"
        assert phrases.day_text(late) == "Sat 20 December"
    assert phrases.when_text(late, "America/New_York") == "Fri 19 December, 18:30"


def test_mails_write_the_weekday_in_full():
    late = datetime(2026, 12, 19, 23, 30, tzinfo=UTC)
    assert phrases.day_text(late, in_full=True) == "Saturday 19 December 2026"
    with timezone.override("Asia/Tokyo"):
        assert phrases.when_text(late, in_full=True) == "Sunday 20 December 2026, 08:30"
