"""What the states of a dispute are called, and all that was said in it, for its sides and for a third party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel.money import Money
from firstfoot.reactions.dispute_words import DECISIONS, THEN

type Lazy = str | Promise

# state -> word, color, icon
STATES: dict[str, tuple[Lazy, str, str]] = {
    "open": (_("Waits for the other side"), "warn", "clock"),
    "to_decide": (_("Waits for a decision"), "warn", "scale"),
    "decided": (_("Decided"), "info", "gavel"),
    "appealed": (_("Appealed"), "warn", "scale"),
    "closed": (_("Decided for good"), "ok", "circle-check"),
    "settled": (_("Settled by both"), "ok", "handshake"),
    "withdrawn": (_("Taken back"), "line", "undo-2"),
    "lapsed": (_("Not decided"), "line", "history"),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One thing that somebody said: who, when, in which words; a decision with what it means."""

    code: str
    title: str
    who: str
    at: datetime | None
    text: str
    decision: Lazy = ""
    amount: Money | None = None
    then: Lazy = ""


def voices(dispute: Any) -> Iterator[Voice]:
    """All that was said, in its order."""
    sides = {"intern": dispute.engagement.intern.name, "host": dispute.engagement.organization.name}
    first = gettext("How %(side)s sees it") % {"side": sides[dispute.side]}
    yield Voice("statement", first, dispute.opened_by.name, dispute.opened_at, dispute.statement)
    if dispute.answered_at:
        answer = gettext("How %(side)s sees it") % {"side": sides[dispute.other_side]}
        yield Voice("answer", answer, dispute.answered_by.name, dispute.answered_at, dispute.answer)
    if dispute.decided_at:
        yield _decided(
            "decision", gettext("What was decided"), dispute.decided_by, dispute.decided_at, dispute.reason,
            dispute.decision, dispute.amount,
        )  # fmt: skip
    if dispute.appealed_at:
        appeal = gettext("%(side)s appeals") % {"side": sides[dispute.appeal_side]}
        yield Voice("appeal", appeal, dispute.appealed_by.name, dispute.appealed_at, dispute.appeal)
    if dispute.final_at:
        yield _decided(
            "final", gettext("What was decided after the appeal"), dispute.final_by, dispute.final_at,
            dispute.final_reason, dispute.final_decision, dispute.final_amount,
        )  # fmt: skip


def _decided(  # noqa: PLR0917  # as the columns stand
    code: str, title: str, who: Any, at: datetime, reason: str, decision: str, amount: Money | None
) -> Voice:
    named = gettext("%(name)s, steward") % {"name": who.name}
    return Voice(code, title, named, at, reason, DECISIONS[decision], amount, THEN[decision])
