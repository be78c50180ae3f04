"""The day on which somebody wanted to write to a person they know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.proof.network.models import Kept
from firstfoot.proof.network.queries import reminders_due
from firstfoot.reactions.clocks.reminder import Reminder
from firstfoot.reactions.telling import Said, Write

EARLIEST = timedelta(days=7)  # a worker that stood still for some days tells late rather than never
A_DAY = timedelta(days=1)  # somewhere it is tomorrow


def touches(now: datetime) -> Iterator[Reminder]:
    """From the midnight of the day where the person is, so that the mail of its morning has it."""
    for kept in reminders_due((now - EARLIEST).date(), (now + A_DAY).date()):
        if kept.remind_on is not None and kept.remind_on <= clock.today(kept.person.zone):
            yield Reminder("tie", kept, kept.remind_on.isoformat(), "day", (kept.person,), _write_to(kept))


def _write_to(kept: Kept) -> Write:
    def write(_person: Person) -> Said:
        tie = kept.tie
        other = tie.second if tie.first_id == kept.person_id else tie.first
        title = _("You wanted to write to %(name)s") % {"name": other.name}
        body = kept.remind_about or _("How to reach them, and what you noted, stands on the page.")
        return Said(title, body, reverse("people:tie", args=[tie.public_id]))

    return write
