"""The lifecycle of a pathway offer and its kinds."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class PathwayState(TextChoices):
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"


S = PathwayState
PATHWAY = Lifecycle(
    S,
    move("accept", S.OFFERED, to=S.ACCEPTED),
    move("decline", S.OFFERED, to=S.DECLINED),
    move("expire", S.OFFERED, to=S.EXPIRED),
    initial=S.OFFERED,
    final=(S.ACCEPTED, S.DECLINED, S.EXPIRED),
)


class PathwayKind(TextChoices):
    """What comes next, as the host says it at the end."""

    AGAIN = "again"
    INTERVIEW = "interview"
    KEEP_IN_TOUCH = "keep_in_touch"
    NOTHING_NOW = "nothing_now"


# These two wait for a yes or a no; the others are told, and that is all.
ASKS = (PathwayKind.AGAIN, PathwayKind.INTERVIEW)
