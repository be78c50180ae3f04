"""Every write to cases and reports."""

from firstfoot.market.moderation.actions.appealing import answer_appeal, appeal_case
from firstfoot.market.moderation.actions.deciding import decide_case, hand_on_case, lapse_case, take_case
from firstfoot.market.moderation.actions.erasing import case_things, erase_evidence, erase_reports
from firstfoot.market.moderation.actions.opening import open_case, report_project
from firstfoot.market.moderation.actions.reporting import (
    open_evidence,
    report_applicant,
    report_in_application,
    report_message,
    report_person,
    report_shown,
)

__all__ = [
    "answer_appeal",
    "appeal_case",
    "case_things",
    "decide_case",
    "erase_evidence",
    "erase_reports",
    "hand_on_case",
    "lapse_case",
    "open_case",
    "open_evidence",
    "report_applicant",
    "report_in_application",
    "report_message",
    "report_person",
    "report_project",
    "report_shown",
    "take_case",
]
