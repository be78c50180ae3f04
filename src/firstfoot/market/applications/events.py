"""What happens to applications."""

from django.db.models import TextChoices


class Applications(TextChoices):
    STARTED = "application.started"
    SUBMITTED = "application.submitted"
    SHORTLISTED = "application.shortlisted"
    UNSHORTLISTED = "application.unshortlisted"
    OFFERED = "application.offered"
    EXTENDED = "application.extended"
    RESCINDED = "application.rescinded"
    ACCEPTED = "application.accepted"
    REFUSED = "application.refused"
    DECLINED = "application.declined"
    WITHDRAWN = "application.withdrawn"
    LAPSED = "application.lapsed"
    EXPIRED = "application.expired"
    RESERVED = "application.reserved"
    POSTED = "application.posted"  # someone wrote in its conversation
    ANSWER_DUE_MOVED = "application.answer_due_moved"  # the host's clock began anew


class Interviews(TextChoices):
    """What happens to the times that a host offers for a talk."""

    OFFERED = "interview.offered"
    CHOSEN = "interview.chosen"
    NONE_FIT = "interview.none_fit"
    ENDED = "interview.ended"


class Reviews(TextChoices):
    """What reviewers do; each fact is about their own mark, or about the rubric."""

    RUBRIC_DRAFTED = "rubric.drafted"
    RUBRIC_CHANGED = "rubric.changed"
    MARK_GIVEN = "mark.given"
    MARK_CHANGED = "mark.changed"
    CONFLICT_DECLARED = "mark.conflict_declared"


class ProjectInvitations(TextChoices):
    """What happens to invitations to apply."""

    SENT = "project_invitation.sent"
    TAKEN_UP = "project_invitation.taken_up"
    REFUSED = "project_invitation.refused"
    ENDED = "project_invitation.ended"
    UNWANTED = "project_invitation.unwanted"
    WANTED_AGAIN = "project_invitation.wanted_again"
