"""The site, where pay is written down and disputes are held: each move calls the real action."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel import clock
from firstfoot.work.disputes import actions as disputing
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.models import PartPay
from firstfoot.work.payments import actions as paying
from firstfoot.work.payments.models import Stipend

_keys = count(1)


def seen(thing: Chained, *, fresh: bool) -> int:
    """The version a form was made from: the present one, or one before it."""
    return thing.version if fresh else thing.version - 1


class Settling:
    """Moves of money and of disputes, of the engagement with this key."""

    pk: int

    def person(self, who: str) -> Person:
        raise NotImplementedError

    def follow(self) -> None:
        paying.follow_agreement(engagement_id=self.pk)

    # what each side writes down

    def fund(self, who: str, amount: int) -> None:
        paying.fund_stipend(amount_minor=amount, on=clock.today(), reference="A 1", **self._said(who))

    def part_due(self, who: str, number: int, amount: int) -> None:
        paying.make_part_due(result=number, amount_minor=amount, **self._said(who))

    def release(self, who: str, amount: int | None, day: date) -> None:
        paying.release_pay(amount_minor=amount, on=day, reference="", **self._said(who))

    def receive(self, who: str, amount: int | None, day: date) -> None:
        paying.confirm_received(amount_minor=amount, on=day, **self._said(who))

    def miss_pay(self, who: str) -> None:
        paying.report_not_received(**self._said(who))

    def take_back(self, who: str, number: int) -> None:
        paying.take_entry_back(engagement_id=self.pk, number=number, actor=self.person(who))

    def ask_off(self, who: str, amount: int) -> None:
        paying.ask_write_off(
            engagement_id=self.pk, amount_minor=amount, reason="otherwise", note="", actor=self.person(who)
        )

    def answer_off(self, who: str, fresh: bool, agree: bool) -> None:
        stipend = Stipend.objects.get(engagement=self.pk)
        paying.answer_write_off(
            engagement_id=self.pk, agree=agree, seen=seen(stipend, fresh=fresh), actor=self.person(who)
        )

    def _said(self, who: str) -> dict[str, Any]:
        return {"engagement_id": self.pk, "key": f"{self.pk}-{next(_keys)}", "actor": self.person(who)}

    # the talk about a part of it

    def say_part(self, who: str, fresh: bool, amount: int) -> None:
        paying.answer_part_pay(
            engagement_id=self.pk, amount_minor=amount, note="", seen=self._talk_seen(fresh), actor=self.person(who)
        )

    def set_part(self, who: str, fresh: bool, amount: int, reason: str) -> None:
        paying.decide_part_pay(
            engagement_id=self.pk, amount_minor=amount, reason=reason, seen=self._talk_seen(fresh),
            actor=self.person(who),
        )  # fmt: skip

    def _talk_seen(self, fresh: bool) -> int | None:
        talk = PartPay.objects.filter(engagement=self.pk).first()
        return seen(talk, fresh=fresh) if talk else None

    # disputes

    def newest_dispute(self) -> Dispute:
        return Dispute.objects.filter(engagement=self.pk).latest("pk")

    def dispute(self, who: str, cause: str, number: int, text: str) -> None:
        disputing.open_dispute(
            engagement_id=self.pk, cause=cause, result=number, statement=text, actor=self.person(who)
        )

    def answer_dispute(self, who: str, fresh: bool, text: str) -> None:
        disputing.answer_dispute(statement=text, **self._read(who, fresh))

    def rule(self, who: str, fresh: bool, decision: str, amount: int | None, text: str) -> None:
        disputing.decide_dispute(decision=decision, amount_minor=amount, reason=text, **self._read(who, fresh))

    def rule_anew(self, who: str, fresh: bool, decision: str, amount: int | None, text: str) -> None:
        disputing.decide_anew(decision=decision, amount_minor=amount, reason=text, **self._read(who, fresh))

    def accept_decision(self, who: str, fresh: bool) -> None:
        disputing.accept_decision(**self._read(who, fresh))

    def appeal(self, who: str, fresh: bool, text: str) -> None:
        disputing.appeal_decision(text=text, **self._read(who, fresh))

    def propose_settlement(self, who: str) -> None:
        disputing.propose_settlement(dispute_id=self.newest_dispute().pk, note="", actor=self.person(who))

    def agree_settlement(self, who: str, fresh: bool) -> None:
        disputing.agree_settlement(**self._read(who, fresh))

    def withdraw_dispute(self, who: str) -> None:
        disputing.withdraw_dispute(dispute_id=self.newest_dispute().pk, actor=self.person(who))

    def clock_stands(self) -> None:
        disputing.stand_decision(dispute_id=self.newest_dispute().pk)

    def clock_gives_up(self) -> None:
        disputing.lapse_dispute(dispute_id=self.newest_dispute().pk)

    def _read(self, who: str, fresh: bool) -> dict[str, Any]:
        dispute = self.newest_dispute()
        return {"dispute_id": dispute.pk, "seen": seen(dispute, fresh=fresh), "actor": self.person(who)}
