"""Races about letters: two colleagues sign one at once; one is taken back while its file is made."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.kernel import clock
from firstfoot.market.projects.brief import content_hash
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.publishing import our_key_of, status_list
from firstfoot.proof.credentials.vc.checking import check, is_revoked
from firstfoot.proof.portfolio.models import Recommendation
from firstfoot.work.engagements.models import Engagement
from tests.factories import engagements as work
from tests.factories import portfolio as make
from tests.races.certifying import completed
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


class EightFilesOfOneLetter(Race):
    """Sam asks for the signed form of a letter eight times at once."""

    title = "eight clicks on the file of one letter"
    ground = "active"
    ruled = (Credential,)
    is_asked_less = True

    def prepare(self) -> None:
        self.letter = signed_letter(self)

    def moves(self) -> list[Move]:
        return [self.post("sam", "work:letter_credential", self.letter.engagement.public_id) for _click in range(8)]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        found = Credential.objects.filter(engagement=self.letter.engagement)
        if (len(found), len(winners(answers))) != (1, 1):
            yield f"{len(found)} were made, let through: {winners(answers)}"
        self.letter.refresh_from_db()
        if [one.pk for one in found] != [self.letter.credential_id]:
            yield "the letter knows another one"


class TakenBackWhileItsFileIsMade(Race):
    """Hugo takes his letter back while Sam asks for its signed form; none may count afterwards."""

    title = "revoke a letter against its file"
    ground = "active"
    ruled = (Recommendation, Credential)
    is_asked_less = True

    def prepare(self) -> None:
        self.letter = signed_letter(self)

    def moves(self) -> list[Move]:
        work_id = self.letter.engagement.public_id
        ask = self.post("sam", "work:letter_credential", work_id)
        back = self.post("hugo", "work:letter_revoke", work_id, reason="No.")
        return [ask, back] * 4

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        self.letter.refresh_from_db()
        backs = facts_of(self.letter, "letter.revoked")
        if (self.letter.state, len(backs)) != ("revoked", 1):
            yield f"the letter is {self.letter.state}, {len(backs)} facts"
        for row in Credential.objects.filter(engagement=self.letter.engagement):
            published = status_list(row.list.address)
            genuine = check(row.token.encode(), our_key_of())
            is_listed = published is not None and is_revoked(
                genuine, published["document"].encode(), our_key_of(), clock.now()
            )
            if (row.state, row.revoked_for, is_listed) != ("revoked", "author", True):
                yield f"its file is {row.state} {row.revoked_for}, listed: {is_listed}"


def signed_letter(race: Race) -> Recommendation:
    """Of work that is completed."""
    engagement = completed(Engagement.objects.get(pk=race.thing["engagement"]), race.place)
    return make.make_letter(engagement)
