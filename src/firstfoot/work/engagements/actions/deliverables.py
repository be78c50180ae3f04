"""Handing results in, and answering them criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.models import StoredFile
from firstfoot.foundation.journal.actions import record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.work.engagements.actions.finishing import finish_work
from firstfoot.work.engagements.actions.locking import locked_part, require_not_held, require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import (
    Criterion,
    CriterionMark,
    Deliverable,
    Engagement,
    Review,
    Submission,
    SubmissionFile,
)
from firstfoot.work.engagements.policies import may_decide_on_record, may_review, may_submit
from firstfoot.work.engagements.queries.due import is_on_record
from firstfoot.work.engagements.queries.reading import current_criteria
from firstfoot.work.engagements.states import DELIVERABLE, NOT_ACCEPTED
from firstfoot.work.engagements.states import EngagementState as E

REVIEW_DAYS = 5  # business days of the host
MOST_FILES = 10

type Marks = Mapping[int, tuple[bool, str]]  # criterion number -> met, and what is missing when not yet


@transaction.atomic
def submit_deliverable(
    *, deliverable_id: int, seen: int | None, note: str, links: list[str], files: Iterable[int], key: str, actor: Person
) -> Submission:
    """Hand in the next version; the same key twice gives the same submission.

    `files` are ids of files the actor stored. Raises NotPermitted unless the actor is the
    intern, Conflict("changed") when the result moved since `seen` or the key is another
    result's, Conflict("nothing_handed_in") without file, link or note, IllegalTransition while
    a version waits for its answer.
    """
    deliverable, engagement = locked_part(Deliverable, deliverable_id)
    require(may_submit(actor, deliverable))
    before = Submission.objects.filter(idempotency_key=key).first()
    if before is not None and before.deliverable_id == deliverable.pk:
        return before
    if before is not None or (seen is not None and seen != deliverable.version):
        raise Conflict("changed", version=deliverable.version)
    require_state(engagement, E.ACTIVE)
    target = DELIVERABLE.target("submit", deliverable.state)
    handed = list(StoredFile.objects.filter(pk__in=list(files), stored_by=actor)[:MOST_FILES])
    if not (handed or links or note.strip()):
        raise Conflict("nothing_handed_in")
    now = clock.now()
    submission = Submission.objects.create(
        deliverable=deliverable, number=deliverable.submissions_count + 1, note=note.strip(), links=list(links),
        submitted_by=actor, submitted_at=now, idempotency_key=key,
    )  # fmt: skip
    SubmissionFile.objects.bulk_create(SubmissionFile(submission=submission, file=file) for file in handed)
    deliverable.state, deliverable.submitted_at = target, now
    deliverable.submissions_count = submission.number
    deliverable.new_due_on, deliverable.new_due_by = None, ""  # who handed in needs no other day
    deliverable.review_by_at = workdays_of_organization(engagement.organization).after(now, REVIEW_DAYS)
    record(
        Engagements.DELIVERABLE_SUBMITTED, deliverable, actor,
        save=["state", "submitted_at", "submissions_count", "review_by_at", "new_due_on", "new_due_by"],
        submission=submission.number,
        files=[file.sha256 for file in handed],
    )  # fmt: skip
    return submission


@transaction.atomic
def review_deliverable(
    *, deliverable_id: int, submission_number: int, marks: Marks, accept: bool, comment: str, actor: Person
) -> Review:
    """Answer the submission that the reviewer read; the last required acceptance ends the work.

    Raises NotPermitted unless the actor reviews for the host, IllegalTransition unless a version
    waits, Conflict: "held" in a dispute, "newer_submission" when it is not the one read, "criteria_unmarked",
    "not_yet_needs_comment", "criteria_not_met" (accepting with a required one unmet),
    "return_needs_comment" (returning without saying what should change).
    """
    deliverable, engagement = locked_part(Deliverable, deliverable_id)
    require(may_review(actor, deliverable))
    require_state(engagement, E.ACTIVE)
    require_not_held(engagement)
    if submission_number != deliverable.submissions_count:
        raise Conflict("newer_submission", number=deliverable.submissions_count)
    target = DELIVERABLE.target("accept" if accept else "return", deliverable.state)
    criteria = list(current_criteria(deliverable))
    _require_whole(criteria, marks, accept=accept, comment=comment)
    submission = deliverable.submissions.get(number=submission_number)
    review = Review.objects.create(
        submission=submission, reviewer=actor, is_accepted=accept, comment=comment.strip(), reviewed_at=clock.now()
    )
    CriterionMark.objects.bulk_create(
        CriterionMark(review=review, criterion=c, is_met=marks[c.number][0], comment=marks[c.number][1].strip())
        for c in criteria
    )
    deliverable.state = target
    met = sum(marks[c.number][0] for c in criteria)
    if not accept:
        record(
            Engagements.DELIVERABLE_RETURNED, deliverable, actor, save=["state"], submission=submission_number, met=met
        )
        return review
    accept_locked(deliverable, engagement, actor, met=met)
    return review


@transaction.atomic
def accept_on_record(*, deliverable_id: int, submission_number: int, reason: str, actor: Person) -> Review:
    """A third party accepts what the host left unanswered for 10 business days, on the record alone.

    Raises NotPermitted unless the actor is a steward and party to neither side,
    IllegalTransition unless a version waits, Conflict: "held" in a dispute, "newer_submission" when it is
    not the one read, "host_has_time" before the 10 days are over.
    """
    deliverable, engagement = locked_part(Deliverable, deliverable_id)
    require(may_decide_on_record(actor, deliverable))
    require_state(engagement, E.ACTIVE)
    require_not_held(engagement)
    target = DELIVERABLE.target("accept", deliverable.state)
    if submission_number != deliverable.submissions_count:
        raise Conflict("newer_submission", number=deliverable.submissions_count)
    if not is_on_record(deliverable):
        raise Conflict("host_has_time")
    review = Review.objects.create(
        submission=deliverable.submissions.get(number=submission_number), reviewer=actor, is_accepted=True,
        by_third_party=True, comment=reason.strip(), reviewed_at=clock.now(),
    )  # fmt: skip
    deliverable.state = target
    accept_locked(deliverable, engagement, actor, reason="third_party")
    return review


def _require_whole(criteria: list[Criterion], marks: Marks, *, accept: bool, comment: str) -> None:
    if {c.number for c in criteria} != set(marks):
        raise Conflict("criteria_unmarked")
    not_yet = [c for c in criteria if not marks[c.number][0]]
    if any(not marks[c.number][1].strip() for c in not_yet):
        raise Conflict("not_yet_needs_comment")
    if accept and any(c.required for c in not_yet):
        raise Conflict("criteria_not_met")
    if not accept and not not_yet and not comment.strip():
        raise Conflict("return_needs_comment")


def accept_locked(deliverable: Deliverable, engagement: Engagement, actor: Person, **codes: int | str) -> None:
    """Accept a result whose state was moved, both locked; the last required one ends the work."""
    deliverable.accepted_at, deliverable.accepted_by = clock.now(), actor
    left = engagement.deliverables.exclude(pk=deliverable.pk).filter(state__in=NOT_ACCEPTED)
    is_last = not left.filter(required=True).exists() and (deliverable.required or not left.exists())
    if is_last:
        finish_work(engagement, actor)
    record(
        Engagements.DELIVERABLE_ACCEPTED, deliverable, actor, save=["state", "accepted_at", "accepted_by", "is_upheld"],
        submission=deliverable.submissions_count, **codes,
    )  # fmt: skip
