"""Disputes in each state of life, made through the real actions."""

from __future__ import annotations

from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.work.disputes.actions import answer_dispute, appeal_decision, decide_dispute, open_dispute
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.models import Engagement
from tests.cast import Cast
from tests.factories import engagements as work


def make_returned(cast: Cast, **options: Any) -> Engagement:
    """At work; the first result came back."""
    engagement = work.make_active(cast, **options)
    work.submit(engagement)
    work.send_back(engagement)
    return engagement


def open_about(engagement: Engagement, actor: Person | None = None, **changes: Any) -> Dispute:
    """The intern disputes that the first result came back, unless something else is said."""
    said = {"cause": "not_accepted", "result": 1, "statement": "All three points are met.", **changes}
    return open_dispute(engagement_id=engagement.pk, actor=actor or engagement.intern, **said)


def make_dispute(cast: Cast, **options: Any) -> Dispute:
    """The intern disputes a result that came back: `open`."""
    return open_about(make_returned(cast, **options))


def answer(dispute: Dispute, actor: Person | None = None) -> Dispute:
    """The supervisor says how the host sees it: `to_decide`."""
    actor = actor or dispute.engagement.supervisor
    return answer_dispute(dispute_id=dispute.pk, statement="The sources are missing.", actor=actor)


def make_answered(cast: Cast, **options: Any) -> Dispute:
    return answer(make_dispute(cast, **options))


def decide(dispute: Dispute, actor: Person, decision: str = "accepted", minor: int | None = None) -> Dispute:
    """The third party decides: `decided`."""
    return decide_dispute(
        dispute_id=dispute.pk, decision=decision, amount_minor=minor, reason="Each point is met.", actor=actor
    )


def make_decided(cast: Cast, decision: str = "accepted", **options: Any) -> Dispute:
    return decide(make_answered(cast, **options), cast.stella, decision)


def appeal(dispute: Dispute, actor: Person | None = None) -> Dispute:
    """The supervisor appeals: `appealed`."""
    actor = actor or dispute.engagement.supervisor
    return appeal_decision(dispute_id=dispute.pk, text="The second point was overlooked.", actor=actor)


def make_appealed(cast: Cast, **options: Any) -> Dispute:
    return appeal(make_decided(cast, **options))
