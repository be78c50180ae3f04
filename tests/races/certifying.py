"""Races about credentials: eight clicks on one, and one that is taken back while it is checked."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.kernel import clock
from firstfoot.proof.credentials.actions import ask_for_credential
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.publishing import our_key_of, status_list
from firstfoot.proof.credentials.queries import answer_to
from firstfoot.proof.credentials.vc.checking import check, is_revoked
from firstfoot.work.engagements.models import Engagement
from tests.factories import engagements as work
from tests.races.contest import Answer, Move
from tests.races.race import Race, facts_of, winners

VALID, REVOKED = "this is genuine and counts", "This no longer counts"


class EightClicksOnOne(Race):
    """The work is completed; sam asks eight times at once."""

    title = "eight clicks on one credential"
    ground = "active"
    ruled = (Credential,)
    is_asked_less = True

    def prepare(self) -> None:
        self.engagement = completed(Engagement.objects.get(pk=self.thing["engagement"]), self.place)

    def moves(self) -> list[Move]:
        return [self.post("sam", "work:credential", self.engagement.public_id) for _click in range(8)]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        found = Credential.objects.filter(engagement=self.engagement)
        if (len(found), len(winners(answers))) != (1, 1):
            yield f"{len(found)} were made, let through: {winners(answers)}"
        for credential in found:
            if answer_to(credential.token.encode()).verdict != "valid":
                yield "what was made does not verify"


class TakenBackWhileChecked(Race):
    """Sam and a steward take it back, each twice, while four others check its file."""

    title = "revoke against verify"
    ground = "active"
    ruled = (Credential,)
    is_asked_less = True
    may_answer = (200, 429)  # the page that checks; it is asked often from one address here

    def prepare(self) -> None:
        engagement = completed(Engagement.objects.get(pk=self.thing["engagement"]), self.place)
        self.credential = ask_for_credential(engagement_id=engagement.pk, actor=self.people["sam"])

    def moves(self) -> list[Move]:
        engagement = self.credential.engagement.public_id
        back = [
            self.post("sam", "work:credential_take_back", engagement),
            self.post("stella", "stewards:credential", self.credential.public_id, reason="wrong_fact"),
        ]
        checks = [self.post("otto", "public:verify", text=self.credential.token) for _check in range(4)]
        return [*back, *checks, *back]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        row = Credential.objects.get(pk=self.credential.pk)
        won = [n for n in (0, 1, 6, 7) if answers[n].status == 302]
        facts = facts_of(row, "credential.revoked")
        if (row.state, len(facts), len(won)) != ("revoked", 1, 1):
            yield f"{row.state}, {len(facts)} facts, let through: {won}"
        elif row.revoked_for != {0: "holder", 1: "wrong_fact"}[won[0] % 6]:
            yield f"{row.revoked_for}, let through: {won}"
        for n in range(2, 6):
            said = (VALID in answers[n].page) + (REVOKED in answers[n].page)
            if answers[n].status == 200 and said != 1:
                yield f"a check says neither: {answers[n].page[:200]}"
        verdict = answer_to(row.document.encode()).verdict
        published = status_list(row.list.address)
        genuine = check(row.token.encode(), our_key_of())
        if published is None or not is_revoked(genuine, published["document"].encode(), our_key_of(), clock.now()):
            yield "its bit is not set"
        if verdict != "revoked":
            yield f"afterwards it is {verdict}"


def completed(engagement: Engagement, place: int) -> Engagement:
    """All accepted, both assessed each other."""
    for thing in engagement.deliverables.order_by("number"):
        work.submit(engagement, thing.number, key=f"before {place} {thing.number}")
        work.accept(engagement, thing.number)
    engagement.refresh_from_db()
    for person in (engagement.intern, engagement.supervisor):
        work.evaluate(engagement, person)
    engagement.refresh_from_db()
    return engagement
