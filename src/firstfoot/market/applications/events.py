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
