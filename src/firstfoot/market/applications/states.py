"""The lifecycle of an application and the reasons of its endings."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class ApplicationState(TextChoices):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    SHORTLISTED = "shortlisted"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    LAPSED = "lapsed"
    EXPIRED = "expired"


S = ApplicationState
APPLICATION = Lifecycle(
    S,
    move("submit", S.DRAFT, to=S.SUBMITTED),
    move("shortlist", S.SUBMITTED, to=S.SHORTLISTED),
    move("unshortlist", S.SHORTLISTED, to=S.SUBMITTED),
    move("offer", S.SHORTLISTED, to=S.OFFERED),
    move("rescind", S.OFFERED, to=S.SHORTLISTED),
    move("accept", S.OFFERED, to=S.ACCEPTED),
    move("refuse", S.OFFERED, to=S.REFUSED),
    move("decline", S.SUBMITTED, S.SHORTLISTED, to=S.DECLINED),
    move("withdraw", S.DRAFT, S.SUBMITTED, S.SHORTLISTED, S.OFFERED, to=S.WITHDRAWN),
    move("lapse", S.DRAFT, S.SUBMITTED, S.SHORTLISTED, to=S.LAPSED),
    move("expire", S.OFFERED, to=S.EXPIRED),
    initial=S.DRAFT,
    final=(S.ACCEPTED, S.DECLINED, S.WITHDRAWN, S.REFUSED, S.LAPSED, S.EXPIRED),
)
LIVE = (S.DRAFT, S.SUBMITTED, S.SHORTLISTED, S.OFFERED, S.ACCEPTED)
ENDED = tuple(s for s in S if s not in LIVE or s == S.ACCEPTED)
# What the host may know of: never a draft.
SEEN_BY_HOST = tuple(s for s in S if s != S.DRAFT)
# Name, school, links and files are shown from here on.
REVEALED = (S.SHORTLISTED, S.OFFERED, S.ACCEPTED)


class InterviewState(TextChoices):
    OFFERED = "offered"
    CHOSEN = "chosen"
    NONE_FIT = "none_fit"
    OVER = "over"


I = InterviewState  # noqa: E741
INTERVIEW = Lifecycle(
    I,
    move("choose", I.OFFERED, to=I.CHOSEN),
    move("pass", I.OFFERED, I.CHOSEN, to=I.NONE_FIT),
    move("end", I.OFFERED, I.CHOSEN, to=I.OVER),
    initial=I.OFFERED,
    final=(I.NONE_FIT, I.OVER),
)
INTERVIEW_LIVE = (I.OFFERED, I.CHOSEN)
# Two meet to talk only while the one is wanted: otherwise what was arranged is void.
INTERVIEWED = (S.SHORTLISTED, S.OFFERED)


class DeclineReason(TextChoices):
    """Each reason reaches the person in words."""

    SKILLS_FIT = "skills_fit"
    EXPERIENCE_SHOWN = "experience_shown"
    ANSWERS_THIN = "answers_thin"
    HOURS_DATES = "hours_dates"
    OTHERS_CLOSER = "others_closer"
    SCOPE_CHANGED = "scope_changed"


class RescindReason(TextChoices):
    """Why an offer was taken back; it reaches the person in words."""

    PLANS_CHANGED = "plans_changed"
    BUDGET_GONE = "budget_gone"
    MADE_IN_ERROR = "made_in_error"
    NO_REPLY = "no_reply"


class LapseReason(TextChoices):
    FILLED = "filled"
    CLOSED = "closed"
    SILENCE = "silence"
    NEVER_SENT = "never_sent"
    RESERVE_RELEASED = "reserve_released"


class Source(TextChoices):
    APPLIED = "applied"
    INVITED = "invited"
    ALLOCATED = "allocated"


class ProjectInvitationState(TextChoices):
    SENT = "sent"
    TAKEN_UP = "taken_up"
    REFUSED = "refused"
    ENDED = "ended"


P = ProjectInvitationState
PROJECT_INVITATION = Lifecycle(
    P,
    move("take_up", P.SENT, to=P.TAKEN_UP),
    move("refuse", P.SENT, to=P.REFUSED),
    move("end", P.SENT, to=P.ENDED),
    initial=P.SENT,
    final=(P.TAKEN_UP, P.REFUSED, P.ENDED),
)
