"""The moves of a dispute: whose turn it is, for its two sides and for a third party."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.moves.duty import View, of_side
from firstfoot.insights.moves.move import Move, Whose
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.queries import disputes_to_decide
from firstfoot.work.disputes.states import WITH_THIRD_PARTY, DisputeState
from firstfoot.work.engagements.states import Side

MOST = 20
# What a dispute holds is nobody's move meanwhile.
HELD = frozenset({"deliverable.review", "pay.mark", "part_pay.answer"})


def dispute_moves(view: View, dispute: Dispute) -> Iterator[tuple[str, Whose, str]]:
    """The code, whose turn it is, and the name of whom it waits for."""
    if dispute.settle_side:
        other = of_side(Side(dispute.settle_side).other)
        yield ("dispute.settle", *view.whose(other))
    if dispute.state == DisputeState.OPEN:
        yield ("dispute.answer", *view.whose(of_side(dispute.other_side)))
    elif dispute.state in WITH_THIRD_PARTY:
        yield ("dispute.wait", Whose.THEM, "")
    elif dispute.state == DisputeState.DECIDED:
        for which in Side:
            if not dispute.has_accepted(which):
                yield ("dispute.accept", *view.whose(of_side(which)))


def disputes_to_look_at(person: Person) -> list[Move]:
    """What waits for a steward's decision; one query."""
    return [
        Move(
            "dispute.decide", dispute, Whose.ME, "", dispute.due_at, dispute.since_at, dispute.engagement.title,
            {"side": "steward"},
        )
        for dispute in disputes_to_decide(person)[:MOST]
    ]  # fmt: skip
