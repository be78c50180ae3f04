"""What happens to projects."""

from django.db.models import TextChoices


class Projects(TextChoices):
    STARTED = "project.started"
    SUBMITTED = "project.submitted"
    PUBLISHED = "project.published"
    RETURNED = "project.returned"
    PAUSED = "project.paused"
    RESUMED = "project.resumed"
    CLOSED = "project.closed"
    REOPENED = "project.reopened"
    BRIEF_CHANGED = "project.brief_changed"
    SEAT_HELD = "project.seat_held"
    SEAT_RELEASED = "project.seat_released"
    SEAT_TAKEN = "project.seat_taken"
    SEAT_FREED = "project.seat_freed"
