"""A race for pay: four people of a host say at once that they paid all of it."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments.models import Stipend, StipendEntry
from tests.factories import engagements as work
from tests.factories.payments import stipend
from tests.races.contest import Answer, Move
from tests.races.race import Race, facts_of, winners


class PaidTwice(Race):
    """Each has the page open twice; all that is due can be paid once."""

    title = "pay recorded by four"
    ground = "active"
    ruled = (Stipend, StipendEntry)
    is_asked_less = True

    def prepare(self) -> None:
        self.engagement = Engagement.objects.get(pk=self.thing["engagement"])
        work.submit(self.engagement, key=f"before {self.place}")
        work.accept(self.engagement)
        self.stipend = stipend(self.engagement)

    def moves(self) -> list[Move]:
        paid = {"paid-day": self.stipend.entries.latest("number").on.isoformat()}
        return [
            self.post(who, "work:paid", self.engagement.public_id, **paid, **{"paid-key": f"{who}{window}"})
            for window in "ab"
            for who in ("hana", "rita", "hugo", "cora")
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        row = Stipend.objects.get(pk=self.stipend.pk)
        entries = list(row.entries.filter(kind="released").values_list("amount_minor", flat=True))
        facts = facts_of(row, "stipend.released")
        if entries != [self.engagement.pay_minor] or len(facts) != 1 or len(winners(answers)) != 1:
            yield f"paid {entries}, {len(facts)} facts, let through: {winners(answers)}"
        if (row.due_minor, row.sent_minor) != (0, self.engagement.pay_minor):
            yield f"{row.due_minor} due, {row.sent_minor} sent"
