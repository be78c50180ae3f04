"""The sentences for refusals about applications and offers, for both sides."""

from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "no_lists_here": _("This site makes no lists of its own. Search and filters find every open project."),
    "sourcing_off": _("The list of people who agreed to be found is off."),
    "not_possible_here": _("This is not possible right now."),
    "member_of_host": _("You belong to this organization, so you cannot apply to its projects."),
    "own_application": _("This is your own application; someone else of the organization has to answer it."),
    "not_invited": _("This project is by invitation only."),
    "not_applicant": _("Only the person who applied can do this."),
    "not_reviewer": _("Only recruiters and the project's own supervisor and cover see its applicants."),
    "project_not_open": _("This project takes no applications at the moment."),
    "project_full": _(
        "This host has as many applications as it can answer well. Your draft is kept: it opens by itself once some"
        " are answered."
    ),
    "deadline_passed": _("The last day to apply has passed."),
    "project_filled": _("Every seat of this project is taken."),
    "declined_before": _("This host already answered you for this project. Other projects are open."),
    "already_applied": _("You already applied for this project."),
    "application_incomplete": _("Something the host asks for is still missing."),
    "questions_changed": _(
        "The host changed the questions while you wrote. Your text is kept: look at each answer again."
    ),
    "brief_changed": _(
        "The host changed the terms while you wrote. Your text is kept: read what changed, then send it."
    ),
    "too_many_unanswered": _(
        "This host has as many applications as it can answer well. Your draft is kept: try again in a day or two."
    ),
    "is_reserve": _("This person is your reserve until the date they were told. Call them, or decline kindly."),
    "not_reserve": _("This person is not in reserve."),
    "offer_over": _("The time to accept this offer is over. Write to the host if you still want it."),
    "no_conversation_yet": _("The conversation opens with the shortlist."),
    "no_mark_yet": _("A written mark comes first: hand in yours, then you can shortlist and see who it is."),
    "nobody_else": _(
        "Nobody else of your organization could answer. Invite a colleague as recruiter first, then step aside."
    ),
    "mark_after_reveal": _("Marks are written blind. Someone already saw who this is, so no more are taken."),
    "conflict_of_interest": _("You declared a conflict of interest, so someone else decides about this application."),
    "interview_in_past": _("This time has passed. Choose a later one."),
    "not_a_slot": _("This time is not offered any more. Choose another."),
    "not_your_profile": _("Only its own person changes a profile."),
    "not_your_page": _("Only its own person changes a page."),
    "address_taken": _("This address is, or was, somebody else's. Choose another."),
    "address_unfit": _("This address does not fit. Choose another."),
    "being_read": _("The host reads this text right now. Take it back first, then change it."),
    "text_missing": _("Write a title and what you did first."),
    "card_only": _("The agreement lets you show the card without names, and nothing more of this work."),
    "alt_missing": _("Say what each file shows, in a sentence of words."),
    "paper_redacted": _(
        "A text without names shows pictures only: a PDF holds more than what is seen, such as who made it. Show a"
        " picture of its page instead, or leave it out."
    ),
    "picture_unreadable": _("A picture cannot be read, or is too large to be shown. Leave it out."),
    "files_not_ready": _("The files are not ready yet. Send it once more."),
    "names_left": _("This text still names the host or its people. Take the names out, then send it."),
}
