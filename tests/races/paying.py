"""Races for pay: four people of a host say at once that they paid; both sides speak at once of a part."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.work.engagements.models import Engagement, PartPay, PartPayWord
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


class PartPaySaid(Race):
    """Two of a host agree to what the intern proposed, two name another amount, from pages that were open before."""

    title = "pay after an early end, agreed against answered"
    ground = "active"
    ruled = (PartPayWord, Stipend, StipendEntry)
    is_asked_less = True

    def prepare(self) -> None:
        self.engagement = Engagement.objects.get(pk=self.thing["engagement"])
        stipend(self.engagement)
        self.part = work.end(self.engagement, part_minor=20000).part_pay

    def moves(self) -> list[Move]:
        seen = {"seen": self.part.version}
        agree, other = {"agree": "yes", **seen}, {"amount": "150", "note": "Half is open.", **seen}
        by_host = [
            self.post(who, "work:part_pay", self.engagement.public_id, **said)
            for who, said in (("hana", agree), ("rita", other), ("hugo", agree), ("hana", other), ("rita", agree))
        ]
        by_intern = [self.post("sam", "work:part_pay", self.engagement.public_id, **said) for said in (agree, other)]
        return [*by_host, *by_intern, self.post("sam", "work:part_pay", self.engagement.public_id, **other)]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        part, won = PartPay.objects.get(pk=self.part.pk), winners(answers)
        words = list(part.words.values_list("side", "amount_minor"))
        facts = facts_of(part, "part_pay.agreed"), facts_of(part, "part_pay.answered")
        if len(won) != 1 or len(words) != 2 or sum(map(len, facts)) != 1:
            yield f"let through {won}, said {words}, {len(facts[0])} agreed and {len(facts[1])} answered"
            return
        owed = Engagement.objects.values_list("part_pay_minor", flat=True).get(pk=self.engagement.pk)
        row = Stipend.objects.get(engagement=self.engagement.pk)
        is_agreed = won[0] in {0, 2, 4}
        if (owed, row.due_minor) != ((20000, 20000) if is_agreed else (None, 0)):
            yield f"{owed} owed and {row.due_minor} due after move {won[0]}"
