"""Races about disputes: two stewards decide at once, and a dispute is opened while the result is accepted."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.models import Deliverable, Engagement
from tests.factories import disputes as make
from tests.factories import engagements as work
from tests.races.contest import Answer, Move
from tests.races.race import Race, facts_of, winners


class StewardsDecideAtOnce(Race):
    """Stella says that the result is accepted, vera that it goes back; each has the page open four times."""

    title = "two stewards decide one dispute"
    ground = "active"
    ruled = (Dispute,)
    is_asked_less = True
    may_answer = (403,)  # who decided it does not decide it again

    def prepare(self) -> None:
        engagement = Engagement.objects.get(pk=self.thing["engagement"])
        work.submit(engagement, key=f"before {self.place}")
        work.send_back(engagement)
        self.dispute = make.answer(make.open_about(engagement))

    def moves(self) -> list[Move]:
        said = {"stella": "accepted", "vera": "returned"}
        return [
            self.post(who, "stewards:dispute_decide", self.dispute.public_id, decision=said[who], reason=f"Says {who}.")
            for _window in range(4)
            for who in ("stella", "vera")
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        row = Dispute.objects.get(pk=self.dispute.pk)
        facts, won = facts_of(row, "dispute.decided"), winners(answers)
        if (row.state, len(facts), len(won)) != ("decided", 1, 1):
            yield f"{row.state}, {len(facts)} facts, let through: {won}"
            return
        wanted = ("accepted", "Says stella.") if won[0] % 2 == 0 else ("returned", "Says vera.")
        if (row.decision, row.reason) != wanted:
            yield f"{row.decision} with {row.reason}, let through: {won}"


class DisputeAgainstAcceptance(Race):
    """The result came late to its answer: sam disputes while hugo and hana accept it; only one of both happens."""

    title = "dispute against acceptance"
    ground = "active"
    ruled = (Dispute,)
    is_asked_less = True
    may_answer = (422,)  # the form says that there is no such matter any more

    def prepare(self) -> None:
        self.engagement = Engagement.objects.get(pk=self.thing["engagement"])
        work.submit(self.engagement, key=f"before {self.place}")
        Deliverable.objects.filter(engagement=self.engagement).update(review_by_at=self.engagement.begun_at)

    def moves(self) -> list[Move]:
        thing = work.deliverable(self.engagement)
        marks = {f"met_{c.number}": "met" for c in thing.criteria.all()}
        accepted = {"submission": thing.submissions_count, "decision": "accept", **marks}
        disputed = {"cause": "not_accepted", "result": thing.number, "statement": "It is all there."}
        accept = [
            self.post(who, "work:deliverable_review", self.engagement.public_id, thing.number, **accepted)
            for who in ("hugo", "hana") * 2
        ]
        return [*accept, *(self.post("sam", "work:disputes", self.engagement.public_id, **disputed) for _ in range(4))]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        thing, won = work.deliverable(self.engagement), winners(answers)
        engagement = Engagement.objects.get(pk=self.engagement.pk)
        found = Dispute.objects.filter(engagement=engagement).count()
        happened = (thing.state, engagement.is_held, found, len(won))
        if happened not in {("accepted", False, 0, 1), ("submitted", True, 1, 1)}:
            yield f"{happened}, let through: {won}"
