"""Every write to organizations, their members and invitations."""

from firstfoot.market.organizations.actions.describing import (
    add_organization_away,
    describe_organization,
    found_organization,
    remove_organization_away,
)
from firstfoot.market.organizations.actions.inviting import (
    accept_invitation,
    expire_invitation,
    invite_member,
    revoke_invitation,
)
from firstfoot.market.organizations.actions.members import change_role, end_membership
from firstfoot.market.organizations.actions.verifying import (
    reject_organization,
    restore_organization,
    resubmit_organization,
    suspend_organization,
    verify_organization,
)

__all__ = [
    "accept_invitation",
    "add_organization_away",
    "change_role",
    "describe_organization",
    "end_membership",
    "expire_invitation",
    "found_organization",
    "invite_member",
    "reject_organization",
    "remove_organization_away",
    "restore_organization",
    "resubmit_organization",
    "revoke_invitation",
    "suspend_organization",
    "verify_organization",
]
