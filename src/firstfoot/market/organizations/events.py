"""What happens to organizations, their members and invitations."""

from django.db.models import TextChoices


class Organizations(TextChoices):
    FOUNDED = "organization.founded"
    DESCRIBED = "organization.described"
    VERIFIED = "organization.verified"
    REJECTED = "organization.rejected"
    RESUBMITTED = "organization.resubmitted"
    SUSPENDED = "organization.suspended"
    RESTORED = "organization.restored"
    MEMBER_JOINED = "organization.member_joined"
    MEMBER_ROLE_CHANGED = "organization.member_role_changed"
    MEMBER_LEFT = "organization.member_left"
    AWAY = "organization.away"
    BACK = "organization.back"
    INVITATION_SENT = "invitation.sent"
    INVITATION_ACCEPTED = "invitation.accepted"
    INVITATION_REVOKED = "invitation.revoked"
    INVITATION_EXPIRED = "invitation.expired"
