"""Deadlines and initials as people read them."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone, translation

from firstfoot.kernel import clock
from firstfoot.web.shared import words

NOON = datetime(2025, 12, 16, 12, tzinfo=UTC)  # a Tuesday


@pytest.fixture(autouse=True)
def _at_noon():
    with clock.at(NOON), timezone.override("UTC"), translation.override("en"):
        yield


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\xa0", " ")


def test_a_day_is_never_broken_over_two_lines():
    assert words.day_text(date(2025, 12, 19)) == "Fri\xa019\xa0December"


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
        (datetime(2025, 12, 19, 23, 59, tzinfo=UTC), "by Fri 19 December", ""),
        (datetime(2025, 12, 19, 7, 59, tzinfo=UTC), "by Fri 19 December, 07:59", ""),  # a day that ends elsewhere
    ],
)
def test_deadline(value, text, urgency):
    assert (plain(words.by_when_text(value)), words.urgency(value)) == (text, urgency)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Kelp & Co", "KC"), ("Inês Duarte", "ID"), ("Ada", "AD"), ("Jean Luc de Groot", "JG"), ("", "?"), ("&", "?")],
)
def test_initials(name, letters):
    assert words.initials_of(name) == letters
