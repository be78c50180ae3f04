"""The life of a case, what cases are about, and what is decided."""

from datetime import timedelta

from django.db.models import IntegerChoices, TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class CaseState(TextChoices):
    OPEN = "open"
    DECIDED = "decided"
    APPEALED = "appealed"
    CLOSED = "closed"


S = CaseState
CASE = Lifecycle(
    S,
    move("decide", S.OPEN, to=S.DECIDED),
    move("appeal", S.OPEN, S.DECIDED, to=S.APPEALED),
    move("answer", S.APPEALED, to=S.CLOSED),
    move("lapse", S.OPEN, S.APPEALED, to=S.CLOSED),
    initial=S.OPEN,
    final=(S.CLOSED,),
)
LIVE = (S.OPEN, S.APPEALED)  # somebody owes an answer


class CaseKind(TextChoices):
    HELD_POST = "held_post"
    REPORT = "report"
    MESSAGE = "message"
    LOOKALIKE = "lookalike"
    HOST_CHANGED = "host_changed"  # a verified organization has another name or domain
    RENEWAL = "renewal"  # its verification is a year old
    MESSAGE_REPORT = "message_report"
    PERSON_REPORT = "person_report"
    SHOWN_REPORT = "shown_report"  # what a person shows of themselves and their work


class Severity(IntegerChoices):
    LOW = 1
    MEDIUM = 2
    HIGH = 3


# How long a case may wait; the gravest within a day.
DUE = {
    Severity.HIGH: timedelta(hours=24),
    Severity.MEDIUM: timedelta(days=3),
    Severity.LOW: timedelta(days=7),
}


class Decision(TextChoices):
    RELEASED = "released"  # it may be public
    RETURNED = "returned"  # back to its host, with the reason
    UNFOUNDED = "unfounded"  # nothing is wrong
    SETTLED = "settled"  # something was wrong, and was put right
    RENEWED = "renewed"  # the organization is still who it says it is
    SUSPENDED = "suspended"  # the organization makes no new moves
    WARNED = "warned"  # the person hears from a steward what is not all right


DECISIONS = {
    CaseKind.HELD_POST: (Decision.RELEASED, Decision.RETURNED, Decision.SUSPENDED),
    CaseKind.REPORT: (Decision.UNFOUNDED, Decision.SETTLED, Decision.SUSPENDED),
    CaseKind.MESSAGE: (Decision.UNFOUNDED, Decision.SETTLED, Decision.SUSPENDED),
    CaseKind.LOOKALIKE: (Decision.UNFOUNDED, Decision.SETTLED, Decision.SUSPENDED),
    CaseKind.HOST_CHANGED: (Decision.RENEWED, Decision.SUSPENDED),
    CaseKind.RENEWAL: (Decision.RENEWED, Decision.SUSPENDED),
    CaseKind.MESSAGE_REPORT: (Decision.UNFOUNDED, Decision.WARNED, Decision.SETTLED, Decision.SUSPENDED),
    CaseKind.PERSON_REPORT: (Decision.UNFOUNDED, Decision.WARNED, Decision.SETTLED, Decision.SUSPENDED),
    CaseKind.SHOWN_REPORT: (Decision.UNFOUNDED, Decision.WARNED, Decision.SETTLED),  # no host has part in it
}
OF_REPORTS = (CaseKind.REPORT, CaseKind.MESSAGE_REPORT, CaseKind.PERSON_REPORT, CaseKind.SHOWN_REPORT)


ABOUT_HOST = (CaseKind.HOST_CHANGED, CaseKind.RENEWAL)  # over when a steward renews the verification


class ReportReason(TextChoices):
    SCAM = "scam"
    ASKS_FOR_MONEY = "asks_for_money"
    OFF_PLATFORM = "off_platform"
    UNPAID_WORK = "unpaid_work"
    DISCRIMINATION = "discrimination"
    NOT_TRUE = "not_true"
    HARASSMENT = "harassment"
    THREAT = "threat"
    OTHER = "other"


GRAVE = (ReportReason.SCAM, ReportReason.ASKS_FOR_MONEY, ReportReason.HARASSMENT, ReportReason.THREAT)
