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
    "nothing_changed": _("There is nothing to publish: what you see is public already."),
    "seats_in_use": _("More seats are held or taken than the brief would have."),
    "no_seat": _("Every seat is held or taken."),
    "apply_by_passed": _("The last day to apply has passed. Set a new one first."),
}
say(WORDS)
