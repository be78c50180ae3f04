"""The sentences behind the refusals of projects."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from firstfoot.web.shared.reasons import say

WORDS: dict[str, Any] = {
    "not_recruiter": _("Only recruiters and owners of the organization may do this."),
    "organization_not_verified": _("This is possible once a steward has verified the organization."),
    "organization_suspended": _("The organization is suspended, so it cannot make new moves."),
    "organization_rejected": _("The organization was not accepted. Its owner can ask for another look."),
    "own_organization": _("You belong to this organization, so another steward decides."),
    "scope_blockers": _("Something in the brief must be put right before it can be posted."),
    "not_a_member": _("This person is not a member of the organization."),
    "cover_is_supervisor": _("Choose someone else: the cover answers when the supervisor is away."),
    "no_such_starter": _("There is no such template."),
    "not_over": _("A project can be repeated once it is closed or every seat is taken."),
    "nothing_changed": _("There is nothing to publish: what you see is public already."),
    "seats_in_use": _("More seats are held or taken than the brief would have."),
    "no_seat": _("Every seat is held or taken."),
    "proofread_over": _("This link to the draft has ended."),
    "no_such_part": _("The brief has no such part."),
    "too_many_remarks": _("There are many remarks at once. Wait some minutes, then try again."),
    "held_for_a_look": _("A steward looks at it already. You hear from us either way."),
    "not_held": _("This is not held any more. Look at it again."),
    "nothing_to_appeal": _("It is public as it is, so there is nothing to appeal."),
    "appealed_once": _("You appealed already. Another steward answers, and that answer stands."),
    "asks_own_host": _("You belong to this organization. Questions are for those who look at it from outside."),
    "not_for_the_public": _(
        "Question and answer become public. Leave out money, bank data, addresses and numbers, or answer nothing here."
    ),
    "not_answering": _("Recruiters, owners and the project's supervisor answer questions."),
    "not_asker": _("Only whoever asked may take a question back."),
    "question_open": _("You asked about this project already, and the answer is still to come."),
    "no_questions_now": _("This project takes no questions at the moment."),
    "question_too_long": _("A question has at most 1,000 characters."),
    "too_many_questions": _("You asked ten questions within a day. Ask again tomorrow."),
    "never_worked_here": _("Only somebody who worked with you can be invited without an address."),
    "already_member": _("This person is a member of the organization."),
    "invited_before": _("You invited them to this project already."),
    "not_read_by_address": _("Only a project that its address opens can be invited to."),
    "too_many_project_invitations": _("Your organization sent twenty invitations within a day. Go on tomorrow."),
    "not_in_list": _("This person is no longer on your list."),
    "too_many_from_list": _("You invited five people from the list of this project within a day. Go on tomorrow."),
    "apply_by_passed": _("The last day to apply has passed. Set a new one first."),
}
say(WORDS)
