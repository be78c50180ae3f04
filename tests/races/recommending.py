"""A race about letters: two colleagues sign one at once."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.market.projects.brief import content_hash
from firstfoot.proof.portfolio.models import Recommendation
from firstfoot.work.engagements.models import Engagement
from tests.factories import engagements as work
from tests.factories import portfolio as make
from tests.races.contest import Answer, Move
from tests.races.race import Race, facts_of, winners


class TwoSignOneLetter(Race):
    """Hugo and Cora sign the same draft; one name stands under it."""

    title = "two sign one letter"
    ground = "active"
    ruled = (Recommendation,)
    is_asked_less = True

    def prepare(self) -> None:
        self.engagement = Engagement.objects.get(pk=self.thing["engagement"])
        work.submit(self.engagement, key=f"before {self.place}")
        work.accept(self.engagement)
        self.letter = make.draft_letter(self.engagement, letter=f"Letter {self.place}")

    def moves(self) -> list[Move]:
        names = {"hugo": "Hugo Marsh", "cora": "Cora Cover"}
        return [
            self.post(
                who,
                "work:letter_sign",
                self.engagement.public_id,
                seen=self.letter.digest,
                typed_name=names[who],
                agreed="on",
            )
            for _window in range(4)
            for who in ("hugo", "cora")
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        row = Recommendation.objects.get(pk=self.letter.pk)
        facts, won = facts_of(row, "letter.signed"), winners(answers)
        if (row.state, len(facts), len(won)) != ("signed", 1, 1):
            yield f"{row.state}, {len(facts)} facts, let through: {won}"
            return
        name = "Hugo Marsh" if won[0] % 2 == 0 else "Cora Cover"
        if (row.typed_name, row.content["signer"], row.content_hash) != (name, name, content_hash(row.content)):
            yield f"{row.typed_name}, {row.content['signer']}, let through: {won}"
