"""The parts of one engagement that its reader already may see."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from firstfoot.kernel import clock
from firstfoot.market.fairpay.queries import floors_in
from firstfoot.work.engagements.models import (
    AgreementVersion,
    CheckIn,
    CheckInAnswer,
    CourseCorrection,
    Criterion,
    CriterionMark,
    Deliverable,
    Engagement,
    Submission,
    SubmissionFile,
)
from firstfoot.work.engagements.states import (
    STILL_OPEN,
    AgreementState,
    CheckInState,
    DeliverableState,
    EngagementState,
    Side,
)
from firstfoot.work.engagements.terms import PAY_WITHIN_DAYS, moved


def agreements_of(engagement: Engagement) -> QuerySet[AgreementVersion]:
    """Every version, oldest first, with its signatures."""
    return engagement.agreement_versions.select_related("proposed_by").prefetch_related("signatures__signer")


def floor_of(engagement: Engagement) -> int:
    """The least pay an hour where the host is, in minor units of the engagement's currency; 0 where none is set."""
    host = engagement.organization
    return floors_in(host.country, clock.today(host.zone)).get(engagement.currency, 0)


def agreement_of(engagement: Engagement) -> AgreementVersion | None:
    """The version that stands: the signed one, else the newest."""
    versions = list(agreements_of(engagement))
    signed = [v for v in versions if v.state == AgreementState.SIGNED]
    return (signed or versions)[-1] if versions else None


def standing_agreement(engagement: Engagement) -> AgreementVersion | None:
    """The version that stands: the signed one, else the newest."""
    versions = list(engagement.agreement_versions.all())
    signed = [v for v in versions if v.state == AgreementState.SIGNED]
    return (signed or versions)[-1] if versions else None


def standing_terms(engagement: Engagement) -> dict[str, Any]:
    """The terms that stand."""
    version = standing_agreement(engagement)
    return version.terms if version else {}


def terms_now(engagement: Engagement) -> dict[str, Any]:
    """The signed terms with the days as they stand: a start or a due date may have moved since by a word of both."""
    signed = engagement.agreement_versions.get(state=AgreementState.SIGNED)
    due = {d.number: d.due_on.isoformat() for d in engagement.deliverables.exclude(state=DeliverableState.LEFT_OUT)}
    terms = moved(signed.terms, engagement.start_on)
    terms["end_on"] = engagement.end_on.isoformat()
    for item in terms["deliverables"]:
        item["due_on"] = due.get(item["number"], item["due_on"])
    return terms


def is_amendment_open(engagement: Engagement) -> bool:
    """Whether a change of the signed terms waits for signatures."""
    return (
        engagement.signed_at is not None
        and engagement.agreement_versions.filter(state=AgreementState.PROPOSED).exists()
    )


def settled_results(engagement: Engagement) -> set[int]:
    """The numbers of results that no change of terms may touch now: handed in, or accepted."""
    settled = engagement.deliverables.exclude(state__in=STILL_OPEN)
    return set(settled.values_list("number", flat=True))


def unmet_criteria(engagement: Engagement) -> set[int]:
    """The keys of those criteria that the accepting review of their result left open."""
    marks = CriterionMark.objects.filter(
        review__submission__deliverable__engagement=engagement, review__is_accepted=True, is_met=False
    )
    return set(marks.values_list("criterion", flat=True))


def deliverables_of(engagement: Engagement) -> QuerySet[Deliverable]:
    return engagement.deliverables.select_related("accepted_by").prefetch_related(_current())


def current_criteria(deliverable: Deliverable) -> QuerySet[Criterion]:
    """By which it is accepted, as the standing version of the agreement says."""
    return deliverable.criteria.filter(is_current=True)


def _current() -> Prefetch[str]:
    return Prefetch("criteria", Criterion.objects.filter(is_current=True))


def deliverable_of(engagement: Engagement, number: int) -> Deliverable | None:
    """One result with all that was handed in and answered."""
    return with_versions(engagement.deliverables.select_related("accepted_by").filter(number=number)).first()


def result_of(engagement: Engagement, number: int) -> Deliverable | None:
    """One result with what was promised; its versions are read apart, for there may be many."""
    return deliverables_of(engagement).filter(number=number).first()


def versions_of(deliverable: Deliverable) -> QuerySet[Submission]:
    """What was handed in, the newest first, with files, answers and their marks."""
    found = Submission.objects.filter(deliverable=deliverable).select_related("submitted_by", "review__reviewer")
    return found.order_by("-number").prefetch_related(*_of_versions())


def _of_versions(within: str = "") -> list[Prefetch[str]]:
    return [
        Prefetch(f"{within}files", SubmissionFile.objects.select_related("file")),
        Prefetch(f"{within}review__marks", CriterionMark.objects.select_related("criterion")),
    ]


def with_versions(deliverables: QuerySet[Deliverable]) -> QuerySet[Deliverable]:
    """With what was promised, every version handed in, and the answers."""
    return deliverables.prefetch_related(
        _current(),
        Prefetch("submissions", Submission.objects.select_related("submitted_by", "review__reviewer")),
        *_of_versions("submissions__"),
    )


def check_ins_of(engagement: Engagement) -> QuerySet[CheckIn]:
    return engagement.check_ins.prefetch_related(_answers())


def with_answers(check_ins: list[CheckIn]) -> list[CheckIn]:
    """The same check-ins, with what was answered; one query."""
    prefetch_related_objects(check_ins, _answers())
    return check_ins


def _answers() -> Prefetch[str]:
    return Prefetch("answers", CheckInAnswer.objects.select_related("person"))


def check_in_of(engagement: Engagement, number: int) -> CheckIn | None:
    return check_ins_of(engagement).filter(number=number).first()


def answers_shown_to(check_in: CheckIn, side: Side | None, *, notes: bool) -> list[CheckInAnswer]:
    """The answers one side may see now: its own, and the other's once the check-in closed.

    `notes` is False for owners and recruiters who do not guide the work: they see that it
    happened, nothing more.
    """
    if not notes:
        return []
    closed = check_in.state != CheckInState.SCHEDULED
    return [answer for answer in check_in.answers.all() if closed or answer.side == side]


def is_answerable(check_in: CheckIn, engagement: Engagement) -> bool:
    """Whether it may be answered: its day has come, or it is the next one."""
    if check_in.state != CheckInState.SCHEDULED or engagement.state != EngagementState.ACTIVE:
        return False
    if check_in.due_on <= clock.today(engagement.organization.zone):
        return True
    earlier = engagement.check_ins.filter(number__lt=check_in.number, state=CheckInState.SCHEDULED)
    return not earlier.exists()


def corrections_of(engagement: Engagement) -> QuerySet[CourseCorrection]:
    return engagement.course_corrections.all()


def correction_of(engagement: Engagement, public_id: str) -> CourseCorrection | None:
    """One change of course with what is to be done about it."""
    found = corrections_of(engagement).filter(public_id=public_id)
    return found.select_related("check_in").prefetch_related("actions").first()


def submission_by_key(deliverable: Deliverable, key: str) -> Submission | None:
    """What the same form handed in before, when it was sent twice."""
    return Submission.objects.filter(deliverable=deliverable, idempotency_key=key).first()


def is_contact_shown(engagement: Engagement) -> bool:
    """Addresses and telephone numbers are shown from the signing on."""
    return engagement.signed_at is not None


def pay_due_on(engagement: Engagement) -> date | None:
    """The last day on which the pay is in time, once the work is finished."""
    done = engagement.finished_at or engagement.ended_at
    if done is None or engagement.started_at is None:
        return None
    return done.astimezone(engagement.organization.zone).date() + timedelta(days=PAY_WITHIN_DAYS)
