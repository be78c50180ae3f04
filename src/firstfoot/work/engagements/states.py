"""Lifecycles of engagements and of what they hold: agreements, check-ins, deliverables, course corrections."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class Side(TextChoices):
    """The two sides of an engagement; fixed when it begins."""

    HOST = "host"
    INTERN = "intern"

    @property
    def other(self) -> "Side":
        return Side.INTERN if self == Side.HOST else Side.HOST


class EngagementState(TextChoices):
    AGREEING = "agreeing"
    ONBOARDING = "onboarding"
    ACTIVE = "active"
    CLOSING = "closing"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"


E = EngagementState
ENGAGEMENT = Lifecycle(
    E,
    move("sign", E.AGREEING, to=E.ONBOARDING),
    move("start", E.ONBOARDING, to=E.ACTIVE),
    move("finish", E.ACTIVE, to=E.CLOSING),
    move("complete", E.CLOSING, to=E.COMPLETED),
    move("end_early", E.AGREEING, E.ONBOARDING, E.ACTIVE, E.CLOSING, to=E.ENDED_EARLY),
    initial=E.AGREEING,
    final=(E.COMPLETED, E.ENDED_EARLY),
)
LIVE = (E.AGREEING, E.ONBOARDING, E.ACTIVE, E.CLOSING)
BEFORE_START = (E.AGREEING, E.ONBOARDING)
AMENDABLE = (E.ONBOARDING, E.ACTIVE)


class AgreementState(TextChoices):
    PROPOSED = "proposed"
    COUNTERED = "countered"
    SIGNED = "signed"
    SUPERSEDED = "superseded"
    DECLINED = "declined"
    VOID = "void"


A = AgreementState
AGREEMENT = Lifecycle(
    A,
    move("counter", A.PROPOSED, to=A.COUNTERED),
    move("sign", A.PROPOSED, to=A.SIGNED),
    move("supersede", A.SIGNED, to=A.SUPERSEDED),
    move("decline", A.PROPOSED, to=A.DECLINED),
    move("void", A.PROPOSED, to=A.VOID),
    initial=A.PROPOSED,
    final=(A.COUNTERED, A.SUPERSEDED, A.DECLINED, A.VOID),
)


class DeliverableState(TextChoices):
    EXPECTED = "expected"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    LEFT_OUT = "left_out"  # by a later version of the agreement


D = DeliverableState
DELIVERABLE = Lifecycle(
    D,
    move("submit", D.EXPECTED, D.RETURNED, to=D.SUBMITTED),
    move("return", D.SUBMITTED, to=D.RETURNED),
    move("accept", D.SUBMITTED, to=D.ACCEPTED),
    move("uphold", D.SUBMITTED, D.RETURNED, to=D.ACCEPTED),  # by the third party, in a dispute
    move("leave_out", D.EXPECTED, D.RETURNED, to=D.LEFT_OUT),
    initial=D.EXPECTED,
    final=(D.ACCEPTED, D.LEFT_OUT),
)
STILL_OPEN = (D.EXPECTED, D.RETURNED)  # not handed in, or to be handed in again
NOT_ACCEPTED = (*STILL_OPEN, D.SUBMITTED)


class CheckInState(TextChoices):
    SCHEDULED = "scheduled"
    ANSWERED = "answered"
    MISSED = "missed"
    SKIPPED = "skipped"


C = CheckInState
CHECK_IN = Lifecycle(
    C,
    move("answer", C.SCHEDULED, to=C.ANSWERED),
    move("miss", C.SCHEDULED, to=C.MISSED),
    move("skip", C.SCHEDULED, to=C.SKIPPED),
    initial=C.SCHEDULED,
    final=(C.ANSWERED, C.MISSED, C.SKIPPED),
)


class KickoffState(TextChoices):
    OFFERED = "offered"
    CHOSEN = "chosen"


Q = KickoffState
KICKOFF = Lifecycle(
    Q,
    move("offer", Q.OFFERED, Q.CHOSEN, to=Q.OFFERED),  # other times, by either side
    move("choose", Q.OFFERED, to=Q.CHOSEN),
    initial=Q.OFFERED,
)


class AccessKind(TextChoices):
    """What kind of thing the intern is given."""

    ACCOUNT = "account"
    TOOL = "tool"
    FOLDER = "folder"
    DEVICE = "device"
    KEY = "key"
    OTHER = "other"


class AccessMark(TextChoices):
    """What is said of a thing on the list of access."""

    GIVEN = "given"
    GOT = "got"
    TAKEN_BACK = "taken_back"


class Moment(TextChoices):
    """The moments of short work that a supervisor reads a card about."""

    BEFORE_START = "before_start"
    DAY_ONE = "day_one"
    FIRST_CHECK_IN = "first_check_in"
    FIRST_HAND_IN = "first_hand_in"
    SLIPS = "slips"
    AT_END = "at_end"


class CorrectionState(TextChoices):
    OPEN = "open"
    AGREED = "agreed"
    DONE = "done"


K = CorrectionState
COURSE_CORRECTION = Lifecycle(
    K,
    move("agree", K.OPEN, to=K.AGREED),
    move("close", K.OPEN, K.AGREED, to=K.DONE),
    initial=K.OPEN,
    final=(K.DONE,),
)


class CorrectionCause(TextChoices):
    """Why a change of course was opened; all but the first and the last are situations that somebody names."""

    DIVERGENCE = "divergence"
    STUCK = "stuck"
    WRONG_LEVEL = "wrong_level"
    SILENT_SUPERVISOR = "silent_supervisor"
    SILENT_INTERN = "silent_intern"
    SCOPE_TOO_BIG = "scope_too_big"
    QUALITY = "quality"
    ACCESS_MISSING = "access_missing"
    HOURS_OVERRUNNING = "hours_overrunning"
    ASKED = "asked"


SITUATIONS = tuple(cause for cause in CorrectionCause if cause not in ("divergence", "asked"))


class PartPayState(TextChoices):
    PROPOSED = "proposed"
    AGREED = "agreed"
    DECIDED = "decided"  # by the third party


P = PartPayState
PART_PAY = Lifecycle(
    P,
    move("answer", P.PROPOSED, to=P.PROPOSED),
    move("agree", P.PROPOSED, to=P.AGREED),
    move("decide", P.PROPOSED, to=P.DECIDED),
    initial=P.PROPOSED,
    final=(P.AGREED, P.DECIDED),
)


class Progress(TextChoices):
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    STUCK = "stuck"


class Confidence(TextChoices):
    HIGH = "high"
    SOME = "some"
    LOW = "low"


class Blocked(TextChoices):
    NO = "no"
    A_LITTLE = "a_little"
    YES = "yes"


class Helped(TextChoices):
    """Whether the supervisor's feedback helped, as the intern says later."""

    YES = "yes"
    A_LITTLE = "a_little"
    NO = "no"


class EndReason(TextChoices):
    """Why an engagement ends early."""

    PLANS_CHANGED = "plans_changed"
    NOT_A_FIT = "not_a_fit"
    NO_TIME = "no_time"
    ILLNESS = "illness"
    NO_ANSWER = "no_answer"
    SILENCE = "silence"  # counted from what happened, never typed
    NOT_SIGNED = "not_signed"
    TERMS = "terms"
    OTHER = "other"
    DECIDED = "decided"  # by the third party, in a dispute


_STEPS = [str(p) for p in Progress]


def diverges(host: str, intern: str) -> bool:
    """Whether two answers to "progress" lie two steps apart, or one side alone is stuck.

    >>> diverges("ahead", "on_track"), diverges("on_track", "stuck")
    (False, True)
    """
    if (host == Progress.STUCK) != (intern == Progress.STUCK):
        return True
    return abs(_STEPS.index(host) - _STEPS.index(intern)) >= 2
