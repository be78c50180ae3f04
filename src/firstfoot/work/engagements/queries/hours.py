"""Reading the log of hours, which both sides see."""

from __future__ import annotations

from django.db.models import QuerySet, Sum

from firstfoot.work.engagements.models import Engagement, HoursEntry
from firstfoot.work.engagements.queries.reading import standing_terms
from firstfoot.work.engagements.tally import Tally, tally


def is_log_kept(engagement: Engagement) -> bool:
    """Whether hours are logged: the intern began it, or the agreement asks for it."""
    return engagement.keeps_hours or bool(standing_terms(engagement).get("hours_log"))


def hours_of(engagement: Engagement) -> QuerySet[HoursEntry]:
    """The entries, the newest day first."""
    return engagement.hours_entries.all()


def minutes_logged(engagement: Engagement) -> int | None:
    """The minutes in all; None where nothing is logged."""
    found: int | None = engagement.hours_entries.aggregate(all=Sum("minutes"))["all"]
    return found


def tally_of(engagement: Engagement) -> Tally:
    """What the log comes to, beside what is agreed."""
    rows = engagement.hours_entries.order_by().values_list("day", "minutes")
    return tally(
        rows, hours=engagement.hours, pay_minor=engagement.pay_minor, first=engagement.start_on, last=engagement.end_on
    )
