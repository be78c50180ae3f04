"""Invariant 7: the entries of each stipend sum to zero, and to what it says stands where; it promises what is owed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Max

from firstfoot.kernel import clock
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault
from firstfoot.work.payments.models import Stipend, StipendEntry
from firstfoot.work.payments.queries import owed_minor
from firstfoot.work.payments.states import HELD, OPEN, Account

FOLLOWS_WITHIN = timedelta(hours=1)  # the stipend follows its agreement by a reaction, some moments later
_GONE = (Account.SENT, Account.RECEIVED, Account.WRITTEN_OFF)


def stipend_faults() -> Iterator[Fault]:
    stipends = Stipend.objects.select_related("engagement").annotate(
        agreed_at=Max("engagement__agreement_versions__signed_at")
    )
    for chunk in _chunks(stipends.order_by("pk").iterator(ROWS_AT_A_TIME)):
        stands = _stands(chunk)
        for stipend in chunk:
            yield from _faults(stipend, stands[stipend.pk])


def _chunks(stipends: Iterator[Stipend]) -> Iterator[list[Stipend]]:
    chunk: list[Stipend] = []
    for stipend in stipends:
        chunk.append(stipend)
        if len(chunk) == ROWS_AT_A_TIME:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _stands(chunk: list[Stipend]) -> dict[int, dict[str, int]]:
    """What stands on each account of each stipend, by its entries."""
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    entries = StipendEntry.objects.filter(stipend__in=[stipend.pk for stipend in chunk]).order_by("stipend", "number")
    for stipend_id, source, target, amount in entries.values_list("stipend", "source", "target", "amount_minor"):
        found[stipend_id][source] -= amount
        found[stipend_id][target] += amount
    return found


def _faults(stipend: Stipend, stands: dict[str, int]) -> Iterator[Fault]:
    if any(stands[account] != stipend.minor(account) for account in HELD) or sum(stands.values()) != 0:
        yield Fault(
            7, stipend.thing, "entries_off",
            "Its entries do not add up to what it says. Compare the entries with its facts in the journal.",
        )  # fmt: skip
    changed_at = stipend.engagement.ended_at or stipend.agreed_at  # type: ignore[attr-defined]
    is_settled = changed_at is None or changed_at < clock.now() - FOLLOWS_WITHIN
    if is_settled and stipend.minor(*HELD) not in {owed_minor(stipend.engagement), stipend.minor(*_GONE)}:
        yield Fault(
            7, stipend.thing, "pledge_off",
            "What it promises is not what the agreement pays. Run the reactions to the change of the agreement again.",
        )  # fmt: skip
    if stipend.is_open != (stipend.minor(*OPEN) > 0):
        yield Fault(7, stipend.thing, "open_off", "It is listed as open while it is settled, or the other way round.")
