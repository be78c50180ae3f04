"""The lifecycles of a project and of a public question about it, and the reasons of their endings."""

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
    move("pause_longer", S.PAUSED, to=S.PAUSED),
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


class HeldMove(TextChoices):
    """What a held project waits to do; until then the public sees what it saw before."""

    PUBLISH = "publish"
    CHANGES = "changes"
    REOPEN = "reopen"


class PauseReason(TextChoices):
    HOST = "host"
    SILENCE = "silence"
    SUSPENDED = "suspended"
    FULL = "full"  # as many wait as the host can answer; its clocks go on


class QuestionState(TextChoices):
    ASKED = "asked"
    ANSWERED = "answered"
    SET_ASIDE = "set_aside"
    TAKEN_BACK = "taken_back"


Q = QuestionState
PUBLIC_QUESTION = Lifecycle(
    Q,
    move("answer", Q.ASKED, to=Q.ANSWERED),
    move("set_aside", Q.ASKED, to=Q.SET_ASIDE),
    move("take_back", Q.ASKED, to=Q.TAKEN_BACK),
    initial=Q.ASKED,
    final=(Q.ANSWERED, Q.SET_ASIDE, Q.TAKEN_BACK),
)


class SetAside(TextChoices):
    """Why a question gets no public answer; it reaches the asker in words. The last is the clock's own."""

    IN_BRIEF = "in_brief"
    OFF_TOPIC = "off_topic"
    PRIVATE = "private"
    CLOSED = "closed"
