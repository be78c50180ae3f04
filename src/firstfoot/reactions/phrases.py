"""How notices and mails are written: in the site's language, on the recipient's own clock, weekdays in full."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone, translation

from firstfoot.foundation import phrases
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.phrases import money_text, zone_text

__all__ = ["day_text", "money_text", "speaking_to", "when_text", "zone_text"]


@contextmanager
def speaking_to(person: Person) -> Iterator[None]:
    """Write in the site's language and on the person's clock for as long as the block runs."""
    with translation.override(settings.LANGUAGE_CODE), timezone.override(person.zone):
        yield


def day_text(value: date) -> str:
    """A date with its weekday, and its year when that is not the present one."""
    return phrases.day_text(value, in_full=True)


def when_text(value: datetime) -> str:
    """A day and a time of day."""
    return phrases.when_text(value, in_full=True)
