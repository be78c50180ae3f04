"""What the tests of reactions share: who was told what, and the days clocks count."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.reactions.worker import drain

# A Monday morning: five business days end on the next Monday.
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def day(number: int, hour: int = 9) -> datetime:
    """The n-th day after that Monday."""
    return MONDAY.replace(hour=hour) + timedelta(days=number)


def settle(now: datetime | None = None) -> None:
    """Drain, and see that nothing failed."""
    drain(now or clock.now())
    failed = ReactionRun.objects.exclude(state=RunState.DONE).values_list("reaction", "error")
    assert list(failed) == []


def forget() -> None:
    """Let go of what was told so far."""
    Notice.objects.all().delete()
    Mail.objects.all().delete()


def told(kind: str) -> set[str]:
    """The first names of those who have a notice of this kind."""
    people = Notice.objects.filter(kind=kind).values_list("recipient__chosen_name", flat=True)
    return {name.split()[0].lower() for name in people}


def mailed(kind: str) -> set[str]:
    """The addresses, before the @, of mails of this kind."""
    return {address.partition("@")[0] for address in Mail.objects.filter(kind=kind).values_list("address", flat=True)}


def everything_told() -> dict[str, set[str]]:
    """Kinds of notices, and who has them."""
    return {kind: told(kind) for kind in Notice.objects.values_list("kind", flat=True).distinct()}
