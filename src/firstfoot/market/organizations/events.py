"""What happens to organizations, their members and invitations."""

from django.db.models import TextChoices


class Organizations(TextChoices):
    FOUNDED = "organization.founded"
    DESCRIBED = "organization.described"
    VERIFIED = "organization.verified"
    RENEWED = "organization.renewed"
    RENEWAL_DUE = "organization.renewal_due"
    WEBSITE_CHECK_ASKED = "organization.website_check_asked"
    WEBSITE_CHECKED = "organization.website_checked"
    REJECTED = "organization.rejected"
    RESUBMITTED = "organization.resubmitted"
    SUSPENDED = "organization.suspended"
    RESTORED = "organization.restored"
    MEMBER_JOINED = "organization.member_joined"
    MEMBER_ROLE_CHANGED = "organization.member_role_changed"
    MEMBER_LEFT = "organization.member_left"
    AWAY = "organization.away"
    BACK = "organization.back"
    BLOCKED = "block.made"
    UNBLOCKED = "block.lifted"
    INVITATION_SENT = "invitation.sent"
    INVITATION_ACCEPTED = "invitation.accepted"
    INVITATION_REVOKED = "invitation.revoked"
    INVITATION_EXPIRED = "invitation.expired"
