"""The lifecycle of a project and the reasons for which it closes."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class ProjectState(TextChoices):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


S = ProjectState
PROJECT = Lifecycle(
    S,
    move("submit", S.DRAFT, to=S.IN_REVIEW),
    move("publish", S.IN_REVIEW, to=S.OPEN),
    move("return", S.IN_REVIEW, to=S.DRAFT),
    move("pause", S.OPEN, to=S.PAUSED),
    move("resume", S.PAUSED, to=S.OPEN),
    move("close", S.OPEN, S.PAUSED, to=S.CLOSED),
    move("reopen", S.CLOSED, to=S.OPEN),
    initial=S.DRAFT,
)


class CloseReason(TextChoices):
    DEADLINE = "deadline"
    FILLED = "filled"
    SILENCE = "silence"
    WITHDRAWN = "withdrawn"
    HOST = "host"


class PauseReason(TextChoices):
    HOST = "host"
    SILENCE = "silence"
    SUSPENDED = "suspended"
