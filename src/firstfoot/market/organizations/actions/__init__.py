"""Every write to organizations, their members and invitations."""

from firstfoot.market.organizations.actions.blocking import block, erase_blocks, lift_block
from firstfoot.market.organizations.actions.describing import (
    add_organization_away,
    describe_organization,
    found_organization,
    remove_organization_away,
)
from firstfoot.market.organizations.actions.erasing import erase_traces
from firstfoot.market.organizations.actions.inviting import (
    accept_invitation,
    expire_invitation,
    invite_member,
    revoke_invitation,
)
from firstfoot.market.organizations.actions.members import change_role, end_membership, leave_empty
from firstfoot.market.organizations.actions.proving import ask_for_website_check, note_website_check
from firstfoot.market.organizations.actions.seeing import (
    confirm_document,
    deny_document,
    note_document,
    take_back_document,
)
from firstfoot.market.organizations.actions.verifying import (
    ask_for_renewal,
    reject_organization,
    renew_verification,
    restore_organization,
    resubmit_organization,
    suspend_organization,
    verify_organization,
)

__all__ = [
    "accept_invitation",
    "add_organization_away",
    "ask_for_renewal",
    "ask_for_website_check",
    "block",
    "change_role",
    "confirm_document",
    "deny_document",
    "describe_organization",
    "end_membership",
    "erase_blocks",
    "erase_traces",
    "expire_invitation",
    "found_organization",
    "invite_member",
    "leave_empty",
    "lift_block",
    "note_document",
    "note_website_check",
    "reject_organization",
    "remove_organization_away",
    "renew_verification",
    "restore_organization",
    "resubmit_organization",
    "revoke_invitation",
    "suspend_organization",
    "take_back_document",
    "verify_organization",
]
