"""The host's time to read what an intern wants to show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.proof.portfolio.models import PortfolioItem
from firstfoot.proof.portfolio.states import ItemState
from firstfoot.reactions.clocks import stages
from firstfoot.reactions.clocks.reminder import Reminder
from firstfoot.reactions.people import PARTIES_OF_PART, guides
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.telling import Said, Write

AHEAD = timedelta(days=21)
HALF_OF_FIVE = 2


def showings(now: datetime) -> Iterator[Reminder]:
    """Half-way and on the last day, whoever guides."""
    asked = PortfolioItem.objects.filter(state=ItemState.ASKED, answer_by_at__range=(now, now + AHEAD))
    for item in asked.select_related(*PARTIES_OF_PART):
        end, workdays = item.answer_by_at, workdays_of_organization(item.engagement.organization)
        if end is None or not (reached := stages.stage(workdays, end, half=HALF_OF_FIVE)):
            continue
        key = workdays.date_of(end).isoformat()
        yield Reminder("showing", item, key, reached, tuple(guides(item.engagement)), _asked(item, end))


def _asked(item: PortfolioItem, end: datetime) -> Write:
    def write(_person: Person) -> Said:
        engagement = item.engagement
        title = _("%(intern)s waits to show the work: %(title)s") % {
            "intern": engagement.intern.name, "title": engagement.title,
        }  # fmt: skip
        body = _("Read it by %(day)s. After that they hear that no answer came.") % {"day": day_text(end)}
        return Said(title, body, reverse("work:showing", args=[engagement.public_id]))

    return write
