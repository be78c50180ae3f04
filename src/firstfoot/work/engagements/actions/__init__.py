"""Everything that moves an engagement or what it holds; lock order: project, application, engagement, its parts."""

from firstfoot.work.engagements.actions.accepting import accept_offer
from firstfoot.work.engagements.actions.access import list_access, mark_access, unlist_access
from firstfoot.work.engagements.actions.agreement import counter_agreement, extend_signing, sign_agreement
from firstfoot.work.engagements.actions.amending import (
    decline_amendment,
    lapse_amendment,
    propose_amendment,
    withdraw_amendment,
)
from firstfoot.work.engagements.actions.cards import put_card_away
from firstfoot.work.engagements.actions.check_ins import (
    agree_skip,
    answer_check_in,
    miss_check_in,
    propose_skip,
    rate_feedback,
)
from firstfoot.work.engagements.actions.closing import (
    complete_engagement,
    mark_paid,
    mark_received,
    note_closing,
    reopen_pay,
)
from firstfoot.work.engagements.actions.corrections import (
    agree_correction,
    close_correction,
    open_correction,
    propose_correction,
    report_stuck,
)
from firstfoot.work.engagements.actions.covering import end_away, set_away
from firstfoot.work.engagements.actions.deliverables import accept_on_record, review_deliverable, submit_deliverable
from firstfoot.work.engagements.actions.due_dates import agree_due, keep_due, propose_due
from firstfoot.work.engagements.actions.ending import end_early, end_on_record
from firstfoot.work.engagements.actions.erasing import (
    delete_old_results,
    erase_work,
    kept_files,
    seal_all,
    things_of_intern,
)
from firstfoot.work.engagements.actions.handing_over import ask_for_handover, write_handover
from firstfoot.work.engagements.actions.holding import (
    hold_engagement,
    lift_hold,
    send_back_on_record,
    uphold_result,
)
from firstfoot.work.engagements.actions.hours import (
    change_hours,
    keep_hours,
    log_hours,
    open_overrun,
    remove_hours,
)
from firstfoot.work.engagements.actions.kickoff import choose_kickoff, offer_kickoff, word_agenda
from firstfoot.work.engagements.actions.locking import require_not_held
from firstfoot.work.engagements.actions.onboarding import set_learning_goal, tick_step
from firstfoot.work.engagements.actions.people import change_supervisor, part_with_member
from firstfoot.work.engagements.actions.plan import add_step, change_step, remove_step, take_steps
from firstfoot.work.engagements.actions.reporting import report_around_work, report_in_conversation
from firstfoot.work.engagements.actions.rescuing import seek_successor
from firstfoot.work.engagements.actions.risk import note_risk
from firstfoot.work.engagements.actions.sealing import delete_seals, open_seal, sealed_agreements, what_is_sealed
from firstfoot.work.engagements.actions.silence import end_for_silence, note_silence
from firstfoot.work.engagements.actions.starting import agree_start, propose_start, start_engagement
from firstfoot.work.engagements.actions.talking import edit_in_engagement, post_in_engagement

__all__ = [
    "accept_offer",
    "accept_on_record",
    "add_step",
    "agree_correction",
    "agree_due",
    "agree_skip",
    "agree_start",
    "answer_check_in",
    "ask_for_handover",
    "change_hours",
    "change_step",
    "change_supervisor",
    "choose_kickoff",
    "close_correction",
    "complete_engagement",
    "counter_agreement",
    "decline_amendment",
    "delete_old_results",
    "delete_seals",
    "edit_in_engagement",
    "end_away",
    "end_early",
    "end_for_silence",
    "end_on_record",
    "erase_work",
    "extend_signing",
    "hold_engagement",
    "keep_due",
    "keep_hours",
    "kept_files",
    "lapse_amendment",
    "lift_hold",
    "list_access",
    "log_hours",
    "mark_access",
    "mark_paid",
    "mark_received",
    "miss_check_in",
    "note_closing",
    "note_risk",
    "note_silence",
    "offer_kickoff",
    "open_correction",
    "open_overrun",
    "open_seal",
    "part_with_member",
    "post_in_engagement",
    "propose_amendment",
    "propose_correction",
    "propose_due",
    "propose_skip",
    "propose_start",
    "put_card_away",
    "rate_feedback",
    "remove_hours",
    "remove_step",
    "reopen_pay",
    "report_around_work",
    "report_in_conversation",
    "report_stuck",
    "require_not_held",
    "review_deliverable",
    "seal_all",
    "sealed_agreements",
    "seek_successor",
    "send_back_on_record",
    "set_away",
    "set_learning_goal",
    "sign_agreement",
    "start_engagement",
    "submit_deliverable",
    "take_steps",
    "things_of_intern",
    "tick_step",
    "unlist_access",
    "uphold_result",
    "what_is_sealed",
    "withdraw_amendment",
    "word_agenda",
    "write_handover",
]
