"""The sentences for refusals about an engagement and what it holds."""

from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    # Who
    "not_party": _("You are not part of this project."),
    "own_work": _("You are the intern here, so someone of the host does this."),
    "host_stopped": _(
        "This organization is stopped for now, so it cannot make new moves. The intern can always end safely."
    ),
    "signers_only": _("An agreement binds the organization: an owner or recruiter signs for it."),
    "reviewers_only": _("The supervisor, the cover or an owner answers what was handed in."),
    "guides_only": _("The supervisor or the cover does this for the host."),
    "staff_only": _("An owner or recruiter decides who guides the work."),
    "intern_only": _("Only the intern can do this."),
    "other_side": _("This step belongs to the other side."),
    "own_evaluation": _("You cannot answer your own assessment."),
    "not_member": _("Choose someone who belongs to the organization."),
    # Agreement
    "offer_over": _("The time for this offer is over. Write to the host if you still want it."),
    "no_supervisor": _("Nobody guides this project at the moment. Write to the host: they name someone first."),
    "other_version": _("Another version of the agreement is on the table by now. Read it, then sign that one."),
    "already_signed": _("Your side signed this version already."),
    "name_missing": _("Type your full name to sign."),
    "nothing_changed": _("These are the terms that stand already. Change something, or sign them."),
    "pay_missing": _("The pay must be above zero."),
    "hours_missing": _("Say how many hours the work takes."),
    "dates_out_of_order": _("The last day comes before the first."),
    "due_outside": _("Each due date lies between the first and the last day."),
    "cadence": _("Check in at least once a month."),
    "title_missing": _("Each result needs a title."),
    "criteria_missing": _("Each criterion needs a text."),
    "pay_under_floor": _("This is under the least pay an hour here. Raise the pay or lower the hours."),
    "nothing_required": _("At least one required result has to be left."),
    "outcome_missing": _("Say what the outcome is."),
    "amendment_open": _("A change of the agreement waits for an answer. Settle that one first."),
    "not_amendment": _("This is the first agreement. Sign it, or propose other terms."),
    "other_proposal": _("The other side proposed this. Sign it, propose something else, or say no."),
    "result_settled": _(
        "A result that this changes is handed in or accepted by now. What was said of it stands: propose the rest anew."
    ),
    "already_started": _("The work began, so the first day stands."),
    "due_past": _("This day has passed. Choose one that is still to come."),
    "due_outside_work": _(
        "This lies outside the agreed days. Choose a day between the first and the last, or propose other terms."
    ),
    # Start
    "steps_open": _("Some required steps are still open."),
    "too_early": _("Its day has not come."),
    "start_past": _("This day has passed. Choose one that is still to come."),
    "nothing_proposed": _("The other side has not proposed anything yet."),
    "own_proposal": _("You proposed this; now the other side answers."),
    "already_proposed": _("This was proposed already."),
    # Work
    "not_now": _("This is not possible at this point of the project."),
    "not_yet": _("An earlier check-in comes first."),
    "no_situation": _("Choose what is in the way."),
    "no_feedback": _("There is no feedback here to speak of yet."),
    "already_agreed": _("This was agreed meanwhile."),
    "no_actions": _("Name at least one thing to do."),
    "nothing_handed_in": _("Add a file, a link or a note."),
    "newer_submission": _("A newer version was handed in meanwhile. Look at that one."),
    "criteria_unmarked": _("Mark each criterion."),
    "not_yet_needs_comment": _("Say what is missing for each “not yet”."),
    "criteria_not_met": _("Every required criterion must be met before you accept."),
    "return_needs_comment": _("Say what should change."),
    "host_has_time": _("The host still has time to answer. Decide after 10 business days without a word."),
    "not_third_party": _("Only a steward decides between the two sides."),
    "third_party_is_party": _("You belong to one of the two sides, so another steward decides."),
    # After
    "part_pay_too_much": _("The part cannot be more than the agreed pay."),
    "day_ahead": _("This day has not come yet."),
    "not_signed": _("Pay is recorded once both have signed."),
    "amount_missing": _("Type an amount above zero."),
    "more_than_there": _("This is more than there is left."),
    "more_than_due": _("This is more than what is due."),
    "nothing_due": _("Nothing is due now."),
    "nothing_on_its_way": _("Nothing is on its way now."),
    "reference_missing": _("Name a reference, such as the number of the order."),
    "not_accepted": _("Choose a result that is accepted."),
    "stays_recorded": _("Entries of this kind stay: both sides agreed on them, or the agreement says so."),
    "taken_back": _("This entry was taken back already."),
    "moved_on": _("The amount has moved on since. Take the later entry back first."),
    "asked_already": _("Another amount is asked to be written off. Wait for the answer."),
    "nothing_asked_off": _("Nothing is asked to be written off now."),
    "intern_has_time": _("The intern has 14 days to answer this."),
    "looks_like_number": _("This looks like a number of the form or the person. Write only where it lies."),
    "marks_missing": _("Give a mark for each question."),
    "replied": _("Your side answered this already."),
    "reply_missing": _("Write your answer first."),
    "already_offered": _("What comes next was said already."),
    "nothing_asked": _("There is nothing to answer here: it was said so that you know."),
    "hand_over_first": _("This member still guides a project. Name someone else there first."),
    "hand_over_projects_first": _("This member still guides an open project. Hand it over first."),
}
