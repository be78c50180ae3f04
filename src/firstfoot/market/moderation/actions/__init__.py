"""Every write to cases and reports."""

from firstfoot.market.moderation.actions.appealing import answer_appeal, appeal_case
from firstfoot.market.moderation.actions.deciding import decide_case, hand_on_case, lapse_case, take_case
from firstfoot.market.moderation.actions.erasing import erase_reports
from firstfoot.market.moderation.actions.opening import open_case, report_project

__all__ = [
    "answer_appeal",
    "appeal_case",
    "decide_case",
    "erase_reports",
    "hand_on_case",
    "lapse_case",
    "open_case",
    "report_project",
    "take_case",
]
