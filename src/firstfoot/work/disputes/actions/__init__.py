"""Every write to disputes; lock order: project, engagement, dispute, then the parts of the engagement."""

from firstfoot.work.disputes.actions.answering import answer_dispute, appeal_decision, pass_dispute_on
from firstfoot.work.disputes.actions.deciding import accept_decision, decide_anew, decide_dispute, stand_decision
from firstfoot.work.disputes.actions.erasing import dispute_things, erase_disputes
from firstfoot.work.disputes.actions.leaving_off import (
    agree_settlement,
    lapse_dispute,
    propose_settlement,
    withdraw_dispute,
)
from firstfoot.work.disputes.actions.opening import open_dispute

__all__ = [
    "accept_decision",
    "agree_settlement",
    "answer_dispute",
    "appeal_decision",
    "decide_anew",
    "decide_dispute",
    "dispute_things",
    "erase_disputes",
    "lapse_dispute",
    "open_dispute",
    "pass_dispute_on",
    "propose_settlement",
    "stand_decision",
    "withdraw_dispute",
]
