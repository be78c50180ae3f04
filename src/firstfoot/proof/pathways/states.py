"""The lifecycles of a pathway offer and of the question what came of it, and their kinds."""

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
    INTERNSHIP = "internship"
    PART_TIME = "part_time"
    FULL_TIME = "full_time"
    KEEP_IN_TOUCH = "keep_in_touch"
    NOTHING_NOW = "nothing_now"


# These wait for a yes or a no; the others are told, and that is all.
ASKS = (
    PathwayKind.AGAIN, PathwayKind.INTERVIEW, PathwayKind.INTERNSHIP, PathwayKind.PART_TIME, PathwayKind.FULL_TIME,
)  # fmt: skip


class FollowUpState(TextChoices):
    ASKED = "asked"
    ANSWERED = "answered"
    LAPSED = "lapsed"


F = FollowUpState
FOLLOW_UP = Lifecycle(
    F,
    move("answer", F.ASKED, to=F.ANSWERED),
    move("lapse", F.ASKED, to=F.LAPSED),
    initial=F.ASKED,
    final=(F.ANSWERED, F.LAPSED),
)
AFTER_DAYS = {3: 91, 6: 182, 12: 365}  # months after the completion, and their days


class WithHost(TextChoices):
    """What came of it with this host, the closest to a job first."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    INTERNSHIP = "internship"
    INTERVIEW = "interview"
    AGAIN = "again"
    IN_TOUCH = "in_touch"
    NOTHING = "nothing"


class Doing(TextChoices):
    """What the person does now."""

    WORKS_IN_IT = "works_in_it"  # in the kind of work they tried
    WORKS_ELSEWHERE = "works_elsewhere"
    OWN_BUSINESS = "own_business"
    STUDIES = "studies"
    LOOKS = "looks"
    SOMETHING_ELSE = "something_else"


# What shows that a yes to an offer came true.
KEPT_BY = {
    PathwayKind.AGAIN: frozenset({WithHost.AGAIN}),
    PathwayKind.INTERVIEW: frozenset({WithHost.INTERVIEW, WithHost.INTERNSHIP, WithHost.PART_TIME, WithHost.FULL_TIME}),
    PathwayKind.INTERNSHIP: frozenset({WithHost.INTERNSHIP, WithHost.PART_TIME, WithHost.FULL_TIME}),
    PathwayKind.PART_TIME: frozenset({WithHost.PART_TIME, WithHost.FULL_TIME}),
    PathwayKind.FULL_TIME: frozenset({WithHost.FULL_TIME}),
}
