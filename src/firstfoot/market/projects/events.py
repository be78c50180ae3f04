"""What happens to projects."""

from django.db.models import TextChoices


class Projects(TextChoices):
    STARTED = "project.started"
    SUBMITTED = "project.submitted"
    PUBLISHED = "project.published"
    RETURNED = "project.returned"
    HELD = "project.held"
    HOLD_RETURNED = "project.hold_returned"
    PAUSED = "project.paused"
    RESUMED = "project.resumed"
    CLOSED = "project.closed"
    REOPENED = "project.reopened"
    BRIEF_CHANGED = "project.brief_changed"
    SEAT_HELD = "project.seat_held"
    SEAT_RELEASED = "project.seat_released"
    SEAT_TAKEN = "project.seat_taken"
    SEAT_FREED = "project.seat_freed"
    PROOFREAD_SHARED = "project.proofread_shared"
    PROOFREAD_ENDED = "project.proofread_ended"
    REMARK_LEFT = "project.remark_left"
    REMARK_SETTLED = "project.remark_settled"
    QUESTION_ASKED = "question.asked"
    QUESTION_ANSWERED = "question.answered"
    QUESTION_SET_ASIDE = "question.set_aside"
    QUESTION_TAKEN_BACK = "question.taken_back"
