"""What follows from what: every kind of fact, and the reactions to it, read top to bottom."""

from __future__ import annotations

from collections.abc import Callable

from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.selfid.events import Audits
from firstfoot.market.applications.events import (
    Applications,
    Interviews,
    ProjectInvitations,
    Reviews,
)
from firstfoot.market.fairpay.events import FairPay
from firstfoot.market.moderation.events import Moderation
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.projects.events import Projects
from firstfoot.market.searches.events import Searches
from firstfoot.market.sourcing.events import Sourcing
from firstfoot.market.suggestions.events import Suggestions
from firstfoot.market.talent.events import Talent
from firstfoot.market.vocabulary.events import Vocabulary
from firstfoot.proof.credentials.events import Credentials
from firstfoot.proof.network.events import Network
from firstfoot.proof.pathways.events import Pathways
from firstfoot.proof.portfolio.events import Portfolio
from firstfoot.reactions import cases, erasing, exporting, follow, websites
from firstfoot.reactions.tell import (
    after,
    agreements,
    amendments,
    applications,
    disputes,
    engagements,
    interviews,
    invitations,
    moderation,
    organizations,
    parting,
    payments,
    portfolio,
    projects,
    questions,
    silence,
    sourcing,
    starting,
    ties,
    work,
)
from firstfoot.work.disputes.events import Disputes
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.evaluations.events import Evaluations
from firstfoot.work.payments.events import Payments

type Reaction = Callable[..., None]

REACTIONS: dict[str, tuple[Reaction, ...]] = {
    # People: their own account, which they see; clocks read times away when they ring.
    Accounts.PERSON_JOINED: (),
    Accounts.PERSON_CHANGED: (),
    Accounts.PERSON_CONSENTED: (),
    Accounts.PERSON_AWAY: (),
    Accounts.PERSON_BACK: (),
    Accounts.PERSON_MADE_STEWARD: (),
    Accounts.PERSON_SUSPENDED: (follow.revoke_links_of_person,),  # their sign-in says it
    Accounts.PERSON_RESTORED: (),
    Accounts.PASSWORD_CHANGED: (),  # allauth's mail says it at once
    Accounts.PERSON_SIGNED_OUT: (),
    Accounts.EXPORT_ASKED: (exporting.make_export,),
    Accounts.LEAVING_ASKED: (erasing.erase,),
    Accounts.LEAVING_STOPPED: (),  # told by the erasing that stopped
    Accounts.PERSON_ERASED: (),  # nobody is left to tell
    # The fairness audit: the page says who read it
    Audits.OPENED: (),
    Audits.EXPORTED: (),
    # Organizations
    Organizations.FOUNDED: (organizations.tell_stewards, cases.open_for_likeness),
    Organizations.DESCRIBED: (follow.find_by_new_name, cases.open_for_likeness, cases.open_for_changed_host),
    Organizations.VERIFIED: (organizations.tell_owners_verified, follow.publish_waiting_projects),
    Organizations.RENEWED: (organizations.tell_owners_renewed, cases.close_of_renewed_host),
    Organizations.RENEWAL_DUE: (organizations.mail_renewal_due, cases.open_for_renewal),
    Organizations.WEBSITE_CHECK_ASKED: (websites.note,),
    Organizations.WEBSITE_CHECKED: (),  # stands on the page of its owner, who asked
    Organizations.REJECTED: (organizations.tell_owners_rejected,),
    Organizations.RESUBMITTED: (organizations.tell_stewards,),
    Organizations.SUSPENDED: (organizations.tell_of_suspension, follow.pause_open_projects),
    Organizations.RESTORED: (organizations.tell_restored, follow.resume_paused_projects),
    Organizations.MEMBER_JOINED: (organizations.tell_owners_joined,),
    Organizations.MEMBER_ROLE_CHANGED: (organizations.tell_member_role, follow.revoke_links_of_member),
    Organizations.MEMBER_LEFT: (organizations.tell_member_left, follow.revoke_links_of_member),
    Organizations.AWAY: (),
    Organizations.BACK: (),
    Organizations.BLOCKED: (),  # the other side is not told
    Organizations.UNBLOCKED: (),
    # Documents that stewards saw: a note stands on the desk of the others, its answer on the organization's page
    Organizations.DOCUMENT_NOTED: (),
    Organizations.DOCUMENT_CONFIRMED: (),
    Organizations.DOCUMENT_DENIED: (),
    Organizations.DOCUMENT_TAKEN_BACK: (),
    Organizations.DOCUMENT_OUTDATED: (),
    Organizations.INVITATION_SENT: (organizations.mail_invitation,),
    Organizations.INVITATION_ACCEPTED: (),  # the joining is told
    Organizations.INVITATION_REVOKED: (),
    Organizations.INVITATION_EXPIRED: (organizations.tell_inviter_expired,),
    # Talent profiles
    **dict.fromkeys((Talent.PROFILE_STARTED, Talent.PROFILE_CHANGED, Talent.SKILLS_SHOWN), (follow.find_by_skills,)),
    # The list of people who agreed to be found
    Sourcing.TURNED_ON: (sourcing.tell_everybody_it_is_on,),
    Sourcing.TURNED_OFF: (sourcing.tell_listed_it_is_off,),
    **dict.fromkeys((Sourcing.LISTED, Sourcing.LEFT), ()),  # a person's own
    # The vocabulary of the installation
    Vocabulary.WORD_READ: (follow.read_claims_again, follow.read_briefs_again),
    Vocabulary.WORD_LEFT: (),
    Vocabulary.SKILLS_MERGED: (follow.read_claims_again, follow.read_briefs_again),
    Vocabulary.IMPORTED: (follow.read_claims_again, follow.read_briefs_again),
    Vocabulary.UNDONE: (follow.read_claims_again, follow.read_briefs_again),
    # Searches that people keep: they see them; the clock tells what is new
    Searches.SAVED: (),
    Searches.CHANGED: (),
    Searches.DELETED: (),
    Searches.STOPPED: (),
    # What people want of their lists: it counts from the next list on
    Suggestions.WISH_STATED: (),
    Suggestions.WISH_CHANGED: (),
    # Floors of pay: what is posted from then on meets them
    FairPay.FLOOR_SET: (),
    FairPay.FLOOR_WITHDRAWN: (),
    # Projects
    Projects.STARTED: (),
    Projects.SUBMITTED: (projects.tell_stewards, cases.open_for_held_project),
    Projects.PUBLISHED: (projects.tell_host_published, follow.hear_words_of_brief),
    Projects.RETURNED: (projects.tell_host_returned,),
    Projects.HELD: (cases.open_for_held_project,),
    Projects.HOLD_RETURNED: (projects.tell_host_returned,),
    Projects.PAUSED: (projects.tell_of_pause,),
    Projects.RESUMED: (follow.restart_answers, projects.tell_of_resuming, follow.pause_when_full),
    Projects.CLOSED: (
        projects.tell_host_closed,
        follow.end_waiting_applications,
        follow.end_open_questions,
        cases.lapse_of_closed_project,
        follow.end_invitations,
    ),
    Projects.REOPENED: (projects.tell_applicants_of_change, follow.hear_words_of_brief),
    Projects.BRIEF_CHANGED: (projects.tell_applicants_of_change, follow.hear_words_of_brief),
    Projects.SEAT_HELD: (),  # the offer, the answer to it and the end of it are told
    Projects.SEAT_RELEASED: (),
    Projects.SEAT_TAKEN: (),
    Projects.SEAT_FREED: (projects.tell_host_seat_free,),
    Projects.PROOFREAD_SHARED: (),
    Projects.PROOFREAD_ENDED: (),
    Projects.REMARK_LEFT: (projects.tell_remark,),
    Projects.REMARK_SETTLED: (),
    Projects.QUESTION_ASKED: (questions.tell_host_asked,),
    Projects.QUESTION_ANSWERED: (questions.mail_answer, questions.tell_applicants_answered),
    Projects.QUESTION_SET_ASIDE: (questions.tell_set_aside,),
    Projects.QUESTION_TAKEN_BACK: (),
    # Applications
    Applications.STARTED: (),
    Applications.SUBMITTED: (applications.tell_host_submitted, follow.take_up_invitation),
    Applications.SHORTLISTED: (applications.tell_shortlisted, follow.lift_silence, follow.open_when_answered),
    Applications.UNSHORTLISTED: (applications.tell_unshortlisted, follow.end_interviews_of),
    Applications.OFFERED: (applications.mail_offer,),
    Applications.EXTENDED: (applications.mail_offer_extended,),
    Applications.RESCINDED: (applications.mail_offer_rescinded,),
    Applications.ACCEPTED: (applications.tell_host_accepted, follow.end_interviews_of),
    Applications.REFUSED: (applications.tell_host_refused, follow.end_interviews_of),
    Applications.DECLINED: (
        applications.tell_declined,
        follow.lift_silence,
        follow.open_when_answered,
        follow.end_interviews_of,
    ),
    Applications.WITHDRAWN: (
        applications.tell_host_withdrawn,
        follow.lift_silence,
        follow.open_when_answered,
        follow.end_interviews_of,
    ),
    Applications.LAPSED: (applications.tell_lapsed, follow.open_when_answered, follow.end_interviews_of),
    Applications.EXPIRED: (applications.tell_expired, follow.end_interviews_of),
    Applications.RESERVED: (applications.tell_reserved,),
    Applications.POSTED: (applications.tell_posted, cases.open_for_message),
    Applications.ANSWER_DUE_MOVED: (),  # the resuming is told
    # Talks
    Interviews.OFFERED: (interviews.mail_times,),
    Interviews.CHOSEN: (interviews.mail_chosen,),
    Interviews.NONE_FIT: (interviews.tell_none_fit,),
    Interviews.ENDED: (),  # newer times, or the end of the application, are told
    # Reviewers write for themselves and each other: who applied hears the answer, not each mark
    Reviews.RUBRIC_DRAFTED: (),
    Reviews.RUBRIC_CHANGED: (),
    Reviews.MARK_GIVEN: (),
    Reviews.MARK_CHANGED: (),
    Reviews.CONFLICT_DECLARED: (),
    # Moderation
    Moderation.OPENED: (moderation.tell_stewards,),
    Moderation.REPORTED: (),  # the case is told; whoever reported sees that it stands
    Moderation.TAKEN: (),
    Moderation.HANDED_ON: (moderation.tell_new_owner,),
    Moderation.DECIDED: (
        moderation.tell_reporters,
        moderation.mail_warning,
    ),  # the host is told by the move of the project
    Moderation.APPEALED: (moderation.tell_stewards_of_appeal,),
    Moderation.APPEAL_ANSWERED: (moderation.mail_appeal_answer,),
    Moderation.LAPSED: (),
    Moderation.EVIDENCE_OPENED: (),  # stands in the history of the case
    # Invitations to apply; the host is told nothing of what becomes of them
    ProjectInvitations.SENT: (invitations.pass_on,),
    ProjectInvitations.TAKEN_UP: (),
    ProjectInvitations.REFUSED: (),
    ProjectInvitations.ENDED: (),
    ProjectInvitations.UNWANTED: (follow.forget_bench_note,),
    ProjectInvitations.WANTED_AGAIN: (),
    # Engagements and agreements
    Engagements.BEGUN: (engagements.tell_supervisor_begun,),
    Engagements.SIGNED: (follow.release_reserve_of_project, follow.follow_pay),
    Engagements.STARTED: (engagements.tell_started,),
    Engagements.FINISHED: (engagements.tell_finished, follow.follow_pay),
    Engagements.COMPLETED: (
        engagements.tell_completed,
        follow.count_finished,
        follow.show_skills_of_brief,
        portfolio.tell_letter_ready,
    ),
    Engagements.ENDED_EARLY: (engagements.tell_ended_early, follow.follow_pay),
    Engagements.ONBOARDING_STEP_DONE: (engagements.tell_ready,),
    Engagements.ONBOARDING_STEP_UNDONE: (),
    Engagements.ONBOARDING_STEP_ADDED: (starting.tell_step_added,),
    Engagements.ONBOARDING_STEP_CHANGED: (),  # stands in the plan, with its day
    Engagements.ONBOARDING_STEP_REMOVED: (),
    Engagements.ONBOARDING_PLAN_TAKEN: (starting.tell_plan_taken,),
    Engagements.KICKOFF_OFFERED: (starting.mail_kickoff_times,),
    Engagements.KICKOFF_CHOSEN: (starting.mail_kickoff_chosen,),
    Engagements.KICKOFF_AGENDA_WORDED: (),  # stands on the page of the talk
    Engagements.ACCESS_LISTED: (),  # stands on the list, which the plan leads to
    Engagements.ACCESS_UNLISTED: (),
    Engagements.ACCESS_MARKED: (starting.tell_access_given,),
    Engagements.ACCESS_UNMARKED: (),
    Engagements.LEARNING_GOAL_SET: (engagements.tell_learning_goal,),
    Engagements.START_PROPOSED: (engagements.tell_start_proposed,),
    Engagements.START_MOVED: (engagements.tell_start_moved,),
    Engagements.SUPERVISOR_CHANGED: (engagements.tell_supervisor_changed,),
    Engagements.SUPERVISOR_AWAY: (engagements.tell_supervisor_away,),
    Engagements.SUPERVISOR_BACK: (engagements.tell_supervisor_back,),
    Engagements.PAID: (),  # the entry of the stipend is told
    Engagements.PAY_RECEIVED: (),
    Engagements.PAY_REOPENED: (),
    Engagements.PART_PAY_SET: (follow.follow_pay,),  # what was agreed or decided is told
    Engagements.CLOSING_NOTED: (),
    Engagements.AMENDED: (follow.follow_pay,),  # its signed text is sent to both
    Engagements.POSTED: (engagements.tell_posted,),
    Engagements.HANDOVER_ASKED: (engagements.tell_handover_asked,),
    Engagements.HANDOVER_WRITTEN: (engagements.tell_handover_written,),
    Engagements.POST_EDITED: (),  # what it said before stands beside it
    Engagements.AT_RISK: (engagements.tell_at_risk,),
    Engagements.HOURS_LOG_BEGUN: (engagements.tell_hours_log_begun,),
    Engagements.HOURS_LOGGED: (follow.open_talk_of_overrun,),
    Engagements.HOURS_CHANGED: (follow.open_talk_of_overrun,),
    Engagements.HOURS_REMOVED: (),
    Engagements.RISK_OVER: (engagements.tell_risk_over,),
    Engagements.SUCCESSOR_SOUGHT: (),  # the seat that came free is told
    Engagements.SILENCE_NOTED: (silence.tell_silent_side, silence.tell_waiting_side),
    Engagements.SILENCE_OVER: (silence.tell_over,),
    Engagements.HELD: (),  # the dispute is told
    Engagements.HOLD_LIFTED: (follow.reveal_when_both_are_in,),
    Engagements.AGREEMENT_PROPOSED: (agreements.mail_signature_asked,),
    Engagements.AGREEMENT_COUNTERED: (),  # the next version is told
    Engagements.AGREEMENT_SIGNED_BY_ONE: (agreements.mail_signature_received,),
    Engagements.AGREEMENT_SIGNED: (agreements.mail_copies,),
    Engagements.AGREEMENT_EXTENDED: (agreements.tell_extended,),
    Engagements.AGREEMENT_SEALED: (),  # its person asked for it; the other side's page says so
    Engagements.AGREEMENT_OPENED: (),
    Engagements.AGREEMENT_UNSEALED_FOR_GOOD: (),
    Engagements.AGREEMENT_VOIDED: (),  # the end of the work is told
    Engagements.AGREEMENT_SUPERSEDED: (),  # what took its place is told
    Engagements.AGREEMENT_DECLINED: (amendments.tell_declined,),
    Engagements.AGREEMENT_WITHDRAWN: (amendments.tell_withdrawn,),
    Engagements.AGREEMENT_LAPSED: (amendments.tell_lapsed,),
    # Results, check-ins, course corrections
    Engagements.DELIVERABLE_EXPECTED: (),
    Engagements.DELIVERABLE_LEFT_OUT: (),  # it stands in the change that both signed
    Engagements.DELIVERABLE_DUE_PROPOSED: (amendments.tell_due_proposed,),
    Engagements.DELIVERABLE_DUE_MOVED: (amendments.tell_due_moved,),
    Engagements.DELIVERABLE_DUE_KEPT: (amendments.tell_due_kept,),
    Engagements.DELIVERABLE_SUBMITTED: (work.tell_handed_in,),
    Engagements.DELIVERABLE_RETURNED: (work.mail_returned,),
    Engagements.DELIVERABLE_ACCEPTED: (work.tell_accepted,),
    Engagements.CHECK_IN_SCHEDULED: (),
    Engagements.CHECK_IN_ANSWERED_BY_ONE: (),  # unseen by the other, even whether it exists
    Engagements.CHECK_IN_ANSWERED: (work.tell_check_in_answered, follow.note_risk_of_check_in),
    Engagements.CHECK_IN_FEEDBACK_RATED: (work.tell_feedback_rated,),
    Engagements.CHECK_IN_MISSED: (work.tell_check_in_missed, follow.note_risk_of_check_in),
    Engagements.CHECK_IN_SKIP_PROPOSED: (work.tell_skip_proposed,),
    Engagements.CHECK_IN_SKIPPED: (work.tell_skipped,),
    Engagements.CORRECTION_OPENED: (work.tell_correction_opened,),
    Engagements.CORRECTION_PROPOSED: (work.tell_correction_proposed,),
    Engagements.CORRECTION_AGREED: (work.tell_correction_agreed,),
    Engagements.CORRECTION_CLOSED: (work.tell_correction_closed,),
    Engagements.PART_PAY_PROPOSED: (parting.tell_proposed,),
    Engagements.PART_PAY_ANSWERED: (parting.tell_proposed,),
    Engagements.PART_PAY_AGREED: (parting.tell_settled,),
    Engagements.PART_PAY_DECIDED: (parting.tell_settled,),
    # After the work
    Evaluations.STARTED: (),
    Evaluations.SUBMITTED: (),  # unseen until both are in
    Evaluations.REVEALED: (after.tell_revealed, portfolio.tell_letter_revealed),
    Evaluations.APPEALED: (after.tell_evaluation_appealed,),
    Evaluations.APPEAL_DECIDED: (after.tell_evaluation_appeal_decided,),
    Evaluations.REPLIED: (after.tell_replied,),
    # Disputes
    Disputes.OPENED: (disputes.mail_opened,),
    Disputes.ANSWERED: (disputes.tell_answered,),
    Disputes.PASSED_ON: (disputes.tell_passed_on,),
    Disputes.DECIDED: (disputes.mail_decided,),
    Disputes.DECISION_ACCEPTED: (disputes.tell_accepted,),
    Disputes.STOOD: (disputes.tell_stands,),
    Disputes.APPEALED: (disputes.mail_appealed,),
    Disputes.DECIDED_ANEW: (disputes.mail_decided,),
    Disputes.SETTLEMENT_PROPOSED: (disputes.tell_settlement,),
    Disputes.SETTLED: (disputes.tell_over,),
    Disputes.WITHDRAWN: (disputes.tell_over,),
    Disputes.LAPSED: (disputes.tell_over,),
    # Money facts
    Payments.PLEDGED: (),  # both signed it
    Payments.LOWERED: (),  # the amendment or the early end is told
    Payments.FUNDED: (payments.tell_funded,),
    Payments.DUE: (payments.tell_part_due,),
    Payments.RELEASED: (payments.tell_paid,),
    Payments.PART_PAID: (payments.tell_paid,),
    Payments.RECEIVED: (payments.tell_received,),
    Payments.NOT_RECEIVED: (payments.tell_not_received,),
    Payments.WRITE_OFF_ASKED: (payments.tell_write_off_asked,),
    Payments.WRITE_OFF_REFUSED: (payments.tell_write_off_answered,),
    Payments.WRITTEN_OFF: (payments.tell_write_off_answered,),
    Payments.REVERSED: (payments.tell_reversed,),
    Payments.TAX_FORM_NOTED: (),  # stands on the page of both
    # Credentials: whoever holds one asks for it, shows it, and sees it
    Credentials.ISSUED: (),
    Credentials.SUPERSEDED: (),  # by the one that they asked for
    Credentials.REVOKED: (after.tell_credential_revoked,),
    Credentials.SHARED: (),
    Credentials.KEPT_PRIVATE: (),
    Credentials.KEY_MADE: (),
    Credentials.KEY_RETIRED: (),
    Credentials.KEY_SEALED_ANEW: (),
    Pathways.OFFERED: (after.tell_pathway_offered,),
    Pathways.ACCEPTED: (after.tell_pathway_accepted,),
    Pathways.DECLINED: (after.tell_pathway_declined,),
    Pathways.EXPIRED: (after.tell_pathway_expired,),
    Pathways.ASKED_LATER: (after.tell_asked_later,),
    Pathways.TOLD_LATER: (),  # it goes into figures
    Pathways.NEVER_TOLD: (),
    # People who know each other: a no, silence and a parting are told to nobody
    Network.ASKED: (ties.tell_asked,),
    Network.AGREED: (ties.tell_agreed,),
    **dict.fromkeys((Network.DECLINED, Network.LAPSED, Network.TAKEN_BACK, Network.PARTED), ()),
    **dict.fromkeys((Network.KEPT, Network.KEPT_CHANGED), ()),  # a person's own
    **dict.fromkeys((Network.LISTED, Network.UNLISTED), ()),  # it stands on the page of the host's alumni
    Network.BENCH_NOTED: (),
    # Showing the work
    Portfolio.ITEM_BEGUN: (),  # nobody else reads a draft
    Portfolio.ITEM_CHANGED: (),
    Portfolio.ITEM_FINISHED: (),  # by the intern's own right
    Portfolio.ITEM_SHOWN: (),
    Portfolio.ITEM_ASKED: (portfolio.tell_item_asked,),
    Portfolio.ITEM_APPROVED: (portfolio.tell_item_approved,),
    Portfolio.ITEM_DECLINED: (portfolio.tell_item_declined,),
    Portfolio.ITEM_LAPSED: (portfolio.tell_item_lapsed,),
    Portfolio.ITEM_TAKEN_BACK: (portfolio.tell_item_taken_back,),
    Portfolio.PAGE_BEGUN: (),  # a person's own page, which they see
    Portfolio.PAGE_CHANGED: (),
    Portfolio.PAGE_PUT_UP: (),
    Portfolio.PAGE_TAKEN_DOWN: (),
    Portfolio.LETTER_BEGUN: (),  # nobody but the host's side reads a draft
    Portfolio.LETTER_SIGNED: (portfolio.tell_letter_signed,),
    Portfolio.LETTER_REVOKED: (portfolio.tell_letter_revoked,),
    Portfolio.LETTER_SHOWN: (),
    Portfolio.RESUME_BEGUN: (),
    Portfolio.RESUME_CHANGED: (),
}


def name_of(reaction: Reaction) -> str:
    """The name under which a run keeps a reaction, such as "applications.mail_offer"."""
    return f"{reaction.__module__.rpartition('.')[2]}.{reaction.__name__}"


# What takes long is done before the transaction of its reaction, which is handed what came of it.
BEFOREHAND: dict[Reaction, Callable[[Fact], object]] = {
    exporting.make_export: exporting.pack,
    websites.note: websites.look,
}


def reaction_named(kind: str, name: str) -> Reaction | None:
    return next((reaction for reaction in REACTIONS.get(kind, ()) if name_of(reaction) == name), None)
