"""How work that goes on stands: the counts of the early warning, read for many engagements in one query."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, IntegerField, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Greatest

from firstfoot.foundation.accounts.models import Away, Person
from firstfoot.foundation.conversations.models import Post
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.organizations.models import OrganizationAway
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.models import (
    CheckIn,
    CheckInAnswer,
    CourseAction,
    CourseCorrection,
    Deliverable,
    Engagement,
    HoursEntry,
    OnboardingStep,
    Review,
    Submission,
)
from firstfoot.work.engagements.states import (
    STILL_OPEN,
    CheckInState,
    CorrectionState,
    DeliverableState,
    EngagementState,
)
from firstfoot.work.engagements.warning import QUIET, Level, Sign, Warning, warning_from

WATCHED = (EngagementState.ONBOARDING, EngagementState.ACTIVE)
TO_AGREE_DAYS = 3  # working days in which a change of course is agreed, before it counts as late
LONGEST = 400  # days; whoever waited longer has waited long enough
_IN_A_CHUNK = 200


def warnings_of(engagements: Iterable[Engagement]) -> dict[int, Warning]:
    """How each stands, by its key; one query."""
    keys = [engagement.pk for engagement in engagements]
    counted = with_signs(Engagement.objects.filter(pk__in=keys).select_related("organization")).order_by()
    return {engagement.pk: warning_in(engagement) for engagement in counted}


def warning_of(engagement: Engagement) -> Warning:
    return warnings_of([engagement])[engagement.pk]


def warning_in(engagement: Engagement) -> Warning:
    """How an engagement from `with_signs` stands; what has not begun or is over is quiet."""
    return warning_from(_seen(engagement)) if engagement.state in WATCHED else QUIET


def engagements_at_risk(steward: Person) -> QuerySet[Engagement]:
    """What was at risk when it was looked at last, for a steward on neither side; the soonest end first."""
    if not steward.is_steward:
        return Engagement.objects.none()
    own = organizations_with_role(steward, Role.SUPERVISOR).values("pk")
    found = Engagement.objects.filter(is_at_risk=True, state__in=WATCHED)
    others = found.exclude(intern=steward).exclude(organization__in=own)
    return with_signs(others.select_related("organization", "intern", "supervisor")).order_by("end_on", "pk")


def engagements_to_note() -> list[int]:
    """The keys of those whose mark no longer says what the counts say."""
    marked = Engagement.objects.filter(Q(state__in=WATCHED) | Q(is_at_risk=True)).order_by("pk")
    keys, found = list(marked.values_list("pk", flat=True)), []
    for first in range(0, len(keys), _IN_A_CHUNK):
        some = Engagement.objects.filter(pk__in=keys[first : first + _IN_A_CHUNK]).select_related("organization")
        found += [e.pk for e in with_signs(some) if (warning_in(e).level == Level.AT_RISK) != e.is_at_risk]
    return found


def _seen(engagement: Any) -> dict[Sign, int]:
    """The counts of one engagement: working days as the host's week has them, none while a side is away."""
    host = engagement.organization
    week = Workdays(host.zone, frozenset(int(digit) for digit in host.weekend))
    if engagement.state == EngagementState.ONBOARDING:
        steps = _days(week, engagement.start_on) if engagement.sign_open_steps else 0
        return {Sign.STEPS_LATE: steps, Sign.ACTIONS_LATE: _actions_late(week, engagement)}
    host_back = max(filter(None, (engagement.sign_host_away, engagement.sign_supervisor_away)), default=None)
    waiting = min(filter(None, (engagement.sign_wrote_to_host, engagement.sign_handed_in)), default=None)
    minutes = engagement.sign_logged or engagement.sign_minutes or 0
    return {
        Sign.HOST_SILENT: _days(week, waiting, host_back),
        Sign.INTERN_SILENT: _days(week, engagement.sign_wrote_to_intern, engagement.sign_intern_away),
        Sign.CHECK_INS_MISSED: engagement.sign_missed,
        Sign.APART: engagement.sign_apart,
        Sign.RESULTS_LATE: _days(week, engagement.sign_result_due),
        Sign.REVIEWS_LATE: _days(week, engagement.sign_review_due, host_back),
        Sign.ACTIONS_LATE: _actions_late(week, engagement),
        Sign.HOURS_OVER: minutes * 100 // max(engagement.hours * 60, 60),
    }


def _actions_late(week: Workdays, engagement: Any) -> int:
    return max(_days(week, engagement.sign_action_due), _days(week, engagement.sign_to_agree_since) - TO_AGREE_DAYS)


def _days(week: Workdays, since: date | datetime | None, back_on: date | None = None) -> int:
    """Working days after that day up to today; those of an absence do not count."""
    if since is None:
        return 0
    day = week.date_of(since) if isinstance(since, datetime) else since
    today = clock.today(week.zone)
    day = max(day, back_on or day, today - timedelta(days=LONGEST))
    return sum(week.is_workday(day + timedelta(days=n)) for n in range(1, (today - day).days + 1))


def with_signs(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Adds every count that the early warning needs, for `warning_in`."""
    answered = _of(CheckIn).filter(state=CheckInState.ANSWERED)
    by_intern = Q(author=OuterRef("intern"))
    lives = {
        "sign_host_life": Greatest(
            _life(_posts(~by_intern), "posted_at"),
            _life(_of(Review, "submission__deliverable__engagement"), "reviewed_at"),
            _life(answered, "closed_at"),
        ),
        "sign_intern_life": Greatest(
            _life(_posts(by_intern), "posted_at"),
            _life(_of(Submission, "deliverable__engagement"), "submitted_at"),
            _life(answered, "closed_at"),
        ),
        "sign_answered": Coalesce(_last(answered, "number"), 0),
    }
    after_host, after_intern = {"posted_at__gt": OuterRef("sign_host_life")}, OuterRef("sign_intern_life")
    handed_in = _of(Deliverable).filter(state=DeliverableState.SUBMITTED, submitted_at__gt=OuterRef("sign_host_life"))
    unsettled = CourseCorrection.objects.exclude(state=CorrectionState.DONE).filter(check_in=OuterRef("pk"))
    missed = _of(CheckIn).filter(state=CheckInState.MISSED, number__gt=OuterRef("sign_answered"))
    agreed = _of(CourseAction, "correction__engagement").filter(correction__state=CorrectionState.AGREED, done_at=None)
    said = _of(CheckInAnswer, "check_in__engagement").exclude(check_in__state=CheckInState.SCHEDULED)
    today = clock.today()
    return engagements.annotate(**lives).annotate(
        sign_wrote_to_host=_first(_posts(by_intern).filter(**after_host), "posted_at"),
        sign_handed_in=_first(handed_in, "submitted_at"),
        sign_wrote_to_intern=_first(_posts(~by_intern).filter(posted_at__gt=after_intern), "posted_at"),
        sign_missed=_count(missed),
        sign_apart=_count(_of(CheckIn).filter(Exists(unsettled), is_divergent=True)),
        sign_result_due=_first(_of(Deliverable).filter(state__in=STILL_OPEN, required=True), "due_on"),
        sign_review_due=_first(_of(Deliverable).filter(state=DeliverableState.SUBMITTED), "review_by_at"),
        sign_action_due=_first(agreed, "due_on"),
        sign_to_agree_since=_first(_of(CourseCorrection).filter(state=CorrectionState.OPEN), "opened_at"),
        sign_minutes=_last(said, "minutes"),
        sign_logged=Subquery(_grouped(_of(HoursEntry)).annotate(found=Sum("minutes")).values("found")),
        sign_open_steps=Exists(_of(OnboardingStep).filter(required=True, done_at=None)),
        sign_host_away=_away(OrganizationAway.objects.filter(organization=OuterRef("organization")), today),
        sign_supervisor_away=_away(Away.objects.filter(person=OuterRef("supervisor")), today),
        sign_intern_away=_away(Away.objects.filter(person=OuterRef("intern")), today),
    )


def _of(model: Any, path: str = "engagement") -> Any:
    return model._default_manager.filter(**{path: OuterRef("pk")}).order_by()


def _posts(which: Q) -> QuerySet[Post]:
    return Post.objects.filter(which, thread=OuterRef("thread")).order_by()


def _life(rows: QuerySet[Any], field: str) -> Coalesce:
    """The last of these signs of life, or the beginning where there is none."""
    return Coalesce(_last(rows, field), "started_at", "signed_at", "begun_at")


def _first(rows: QuerySet[Any], field: str) -> Subquery:
    return Subquery(_grouped(rows).annotate(found=Min(field)).values("found"))


def _last(rows: QuerySet[Any], field: str) -> Subquery:
    return Subquery(_grouped(rows).annotate(found=Max(field)).values("found"))


def _count(rows: QuerySet[Any]) -> Coalesce:
    return Coalesce(
        Subquery(_grouped(rows).annotate(found=Count("pk")).values("found")), 0, output_field=IntegerField()
    )


def _grouped(rows: QuerySet[Any]) -> Any:
    """One group of all rows, so that an aggregate of a subquery is one row or none."""
    return rows.annotate(all=Value(1)).values("all")


def _away(aways: QuerySet[Any], today: date) -> Subquery:
    """The last day of the absences that have begun."""
    return _last(aways.filter(first_on__lte=today).order_by(), "last_on")
