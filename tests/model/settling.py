"""Of the picture, what is settled: entries and balances of the pay, the talk about a part of it, disputes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.models import PartPay
from firstfoot.work.payments.models import Stipend
from tests.model.disputing import Disputing
from tests.model.paying import ACCOUNTS

ENTRY = ("number", "kind", "source", "target", "amount_minor", "on")
DISPUTE = (
    "cause", "side", "deliverable__number", "state", "due_at", "decision", "amount_minor", "host_accepts",
    "intern_accepts", "appeal_side", "final_decision", "final_amount_minor", "settle_side", "is_carried_out",
)  # fmt: skip


def of_reference(work: Disputing) -> dict[str, Any]:
    talk = work.talk
    return {
        "talk": talk and (
            talk.state, talk.said.get("host"), talk.said.get("intern"), talk.turn, talk.answer_by, talk.settled,
            talk.words,
        ),
        "entries": [
            (number, e.kind, e.source, e.target, e.amount, e.on) for number, e in enumerate(work.entries, start=1)
        ],
        "money": {"pay by": work.pay_by, "asked": work.asked, **work.money} if work.entries else {},
        "disputes": [
            (
                d.cause, d.side, d.number, d.state, d.due, d.decision, d.amount, "host" in d.accepted,
                "intern" in d.accepted, d.appeal_side, d.final, d.final_amount, d.settle_side, d.carried, d.decided_by,
            )
            for d in work.disputes
        ],
    }  # fmt: skip


def of_database(pk: int, name: Callable[[int | None], str]) -> dict[str, Any]:
    stipend = Stipend.objects.filter(engagement=pk).first()
    money: dict[str, Any] = {}
    if stipend:
        money = {"pay by": stipend.due_on, "asked": stipend.asked_minor}
        money |= {account: getattr(stipend, f"{account}_minor") for account in ACCOUNTS}
    talk = PartPay.objects.filter(engagement=pk).first()
    disputes = Dispute.objects.filter(engagement=pk).order_by("pk").values_list(*DISPUTE, "decided_by")
    return {
        "talk": talk and (
            talk.state, talk.by_host_minor, talk.by_intern_minor, talk.turn, talk.answer_by_at, talk.settled_minor,
            talk.words.count(),
        ),
        "entries": list(stipend.entries.order_by("number").values_list(*ENTRY)) if stipend else [],
        "money": money,
        "disputes": [(*row, name(decided_by)) for *row, decided_by in disputes],
    }  # fmt: skip
