"""Engagements in each state of life, made through the real actions."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.actions import store_file
from firstfoot.kernel import clock
from firstfoot.market.projects.brief import content_hash
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import current_brief
from firstfoot.proof.pathways.follow_ups import ask_later
from firstfoot.proof.pathways.models import FollowUp
from firstfoot.proof.pathways.states import AFTER_DAYS
from firstfoot.work.engagements.actions import (
    accept_offer,
    answer_check_in,
    end_early,
    propose_amendment,
    propose_due,
    review_deliverable,
    sign_agreement,
    start_engagement,
    submit_deliverable,
    tick_step,
)
from firstfoot.work.engagements.models import AgreementVersion, CheckIn, Deliverable, Engagement, Review, Submission
from firstfoot.work.engagements.queries import terms_now
from firstfoot.work.evaluations.actions import asked_of, save_evaluation
from firstfoot.work.evaluations.appeals import appeal_evaluation
from firstfoot.work.evaluations.models import Evaluation
from tests.cast import Cast
from tests.factories.applications import make_offered
from tests.factories.projects import make_open_project
from tests.remembering import remembered

_keys = itertools.count(1)


@remembered
def make_offer(cast: Cast, person: Person | None = None, project: Project | None = None, **brief: Any) -> Any:
    """An open offer of Brindle Bakery, to sam unless another person is named."""
    project = project or make_open_project(cast, **brief)
    answers = ["I would begin with the order figures." for _question in current_brief(project).questions]
    return make_offered(cast, person or cast.sam, project, answers=answers)


@remembered
def make_engagement(
    cast: Cast, person: Person | None = None, project: Project | None = None, **brief: Any
) -> Engagement:
    """Sam said yes: an engagement in `agreeing`, its agreement proposed."""
    person = person or cast.sam
    application = make_offer(cast, person, project, **brief)
    return accept_offer(application_id=application.pk, actor=person)


def proposed(engagement: Engagement) -> AgreementVersion:
    """The version that waits for signatures."""
    return AgreementVersion.objects.get(engagement=engagement, state="proposed")


def sign(engagement: Engagement, *people: Person) -> Engagement:
    """Each signs what is proposed, with the formal name."""
    agreement = proposed(engagement)
    for person in people:
        sign_agreement(
            agreement_id=agreement.pk, content_hash=agreement.content_hash, typed_name=person.formal_name, actor=person
        )
    engagement.refresh_from_db()
    return engagement


def sign_both(cast: Cast, engagement: Engagement) -> Engagement:
    """Hana signs for the host, then the intern: `onboarding`."""
    return sign(engagement, cast.hana, engagement.intern)


def tick_all(engagement: Engagement) -> Engagement:
    """Each side ticks all of its own steps."""
    for step in engagement.onboarding_steps.all():
        actor = engagement.intern if step.side == "intern" else engagement.supervisor
        tick_step(step_id=step.pk, done=True, actor=actor)
    engagement.refresh_from_db()
    return engagement


@remembered
def make_signed(cast: Cast, **options: Any) -> Engagement:
    return sign_both(cast, make_engagement(cast, **options))


def start(cast: Cast, engagement: Engagement) -> Engagement:
    """From `agreeing` or `onboarding` to `active`."""
    if engagement.state == "agreeing":
        sign_both(cast, engagement)
    tick_all(engagement)
    start_engagement(engagement_id=engagement.pk, actor=engagement.intern)
    engagement.refresh_from_db()
    return engagement


@remembered
def make_active(cast: Cast, **options: Any) -> Engagement:
    return start(cast, make_engagement(cast, **options))


def propose_change(engagement: Engagement, actor: Person, *, note: str = "The oven broke.", **changes: Any) -> Any:
    """An amendment made from what stands now."""
    stands = content_hash(terms_now(engagement))
    return propose_amendment(engagement_id=engagement.pk, stands=stands, changes=changes, note=note, actor=actor)


def wish(engagement: Engagement, actor: Person, number: int = 1, *, days: int = 1) -> Deliverable:
    """The actor asks for another due date, a day later."""
    thing = deliverable(engagement, number)
    day = thing.due_on + timedelta(days=days)
    return propose_due(deliverable_id=thing.pk, seen=thing.version, due_on=day, actor=actor)


@remembered
def make_amending(cast: Cast, **options: Any) -> Engagement:
    """At work; hana asks for five hours more, with their pay, and a week."""
    engagement = make_active(cast, **options)
    terms = {"hours": engagement.hours + 5, "pay_minor": engagement.pay_minor + 12000}
    propose_change(engagement, cast.hana, end_on=engagement.end_on + timedelta(days=7), **terms)
    return engagement


def deliverable(engagement: Engagement, number: int = 1) -> Deliverable:
    return Deliverable.objects.get(engagement=engagement, number=number)


def upload(person: Person, name: str = "comparison.pdf", body: bytes = b"%PDF-1.7 compared") -> int:
    """The id of a file that the person stored."""
    return store_file(upload=SimpleUploadedFile(name, body), actor=person).pk


def submit(engagement: Engagement, number: int = 1, *, files: Iterable[int] = (), **changes: Any) -> Submission:
    """The intern hands in the next version."""
    thing = deliverable(engagement, number)
    details: dict[str, Any] = {
        "seen": thing.version, "note": "Here is what I found.", "links": ["https://example.org/result"],
        "files": list(files), "key": f"key-{next(_keys)}", **changes,
    }  # fmt: skip
    return submit_deliverable(deliverable_id=thing.pk, actor=engagement.intern, **details)


def marks_for(thing: Deliverable, *, not_yet: Iterable[int] = ()) -> dict[int, tuple[bool, str]]:
    """Every criterion met, but for those named."""
    missing = set(not_yet)
    return {
        c.number: (c.number not in missing, "A source is missing." if c.number in missing else "")
        for c in thing.criteria.all()
    }


def accept(engagement: Engagement, number: int = 1, actor: Person | None = None) -> Review:
    thing = deliverable(engagement, number)
    return review_deliverable(
        deliverable_id=thing.pk, submission_number=thing.submissions_count, marks=marks_for(thing), accept=True,
        comment="Clear and complete.", actor=actor or engagement.supervisor,
    )  # fmt: skip


def send_back(engagement: Engagement, number: int = 1, actor: Person | None = None) -> Review:
    """The first criterion is not yet met."""
    thing = deliverable(engagement, number)
    return review_deliverable(
        deliverable_id=thing.pk, submission_number=thing.submissions_count, marks=marks_for(thing, not_yet=[1]),
        accept=False, comment="Nearly there.", actor=actor or engagement.supervisor,
    )  # fmt: skip


def accept_all(engagement: Engagement) -> Engagement:
    """Everything handed in and accepted: `closing`."""
    for thing in engagement.deliverables.order_by("number"):
        submit(engagement, thing.number)
        accept(engagement, thing.number)
    engagement.refresh_from_db()
    return engagement


def make_closing(cast: Cast, **options: Any) -> Engagement:
    return accept_all(make_active(cast, **options))


def make_parted(
    cast: Cast, *, part_minor: int | None = None, actor: Person | None = None, **options: Any
) -> Engagement:
    """Ended early after the start, by the intern if nobody else; the other side has not answered about the pay."""
    return end(make_active(cast, **options), actor, part_minor=part_minor)


def end(engagement: Engagement, actor: Person | None = None, *, part_minor: int | None = None) -> Engagement:
    return end_early(
        engagement_id=engagement.pk, reason="no_time", note="A term began.", handed_over="The table so far.",
        part_pay_minor=part_minor, actor=actor or engagement.intern,
    )  # fmt: skip


def check_in(engagement: Engagement, number: int = 1) -> CheckIn:
    return CheckIn.objects.get(engagement=engagement, number=number)


def answer(engagement: Engagement, actor: Person, number: int = 1, **changes: Any) -> CheckIn:
    details = {
        "progress": "on_track", "confidence": "high", "blocked": "no", "note": f"Note by {actor.name}",
        **changes,
    }  # fmt: skip
    return answer_check_in(check_in_id=check_in(engagement, number).pk, actor=actor, **details)


def evaluate(engagement: Engagement, actor: Person, *, submit: bool = True, **changes: Any) -> Evaluation:
    side = engagement.side_of(actor.pk)
    details: dict[str, Any] = {
        "marks": dict.fromkeys(asked_of(side), 3), "went_well": f"Went well, says {actor.name}",
        "do_differently": "Start a day earlier.", "would_again": True, "quote": f"A good fortnight, says {actor.name}",
        **changes,
    }  # fmt: skip
    return save_evaluation(engagement_id=engagement.pk, actor=actor, submit=submit, **details)


def make_completed(cast: Cast, **options: Any) -> Engagement:
    """Both assessed each other: `completed`."""
    engagement = make_closing(cast, **options)
    evaluate(engagement, engagement.intern)
    evaluate(engagement, engagement.supervisor)
    engagement.refresh_from_db()
    return engagement


def at_day(engagement: Engagement, days: int) -> Any:
    """The clock, moved to noon that many days from the start of the work."""
    from datetime import UTC, datetime, time, timedelta

    return clock.at(datetime.combine(engagement.start_on + timedelta(days=days), time(12), UTC))


def make_follow_up(engagement: Engagement, months: int = 3) -> FollowUp:
    """The question what came of it, asked today, as if the work had been over for so many months."""
    done = Engagement.objects.values_list("completed_at", flat=True).get(pk=engagement.pk)
    long_ago = clock.now() - timedelta(days=AFTER_DAYS[months] + 1)
    Engagement.objects.filter(pk=engagement.pk).update(completed_at=long_ago)
    asked = ask_later(engagement_id=engagement.pk)
    Engagement.objects.filter(pk=engagement.pk).update(completed_at=done)
    return asked


def make_appealed(engagement: Engagement, part: str = "went_well", words: str = "That was another week.") -> Evaluation:
    """The intern calls a statement of the host's assessment wrong."""
    theirs = Evaluation.objects.get(engagement=engagement, side="host")
    return appeal_evaluation(evaluation_id=theirs.pk, part=part, words=words, actor=engagement.intern)
