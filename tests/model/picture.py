"""One picture of an engagement, drawn from the reference and from the database; the two must be equal."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from firstfoot.work.engagements.models import (
    AgreementVersion,
    CheckIn,
    CheckInAnswer,
    CourseCorrection,
    Deliverable,
    Engagement,
    OnboardingStep,
    Signature,
    Submission,
)
from firstfoot.work.engagements.queries import answers_shown_to, check_ins_of, engagements_visible_to, warning_of
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.queries import evaluations_visible_to
from tests.model import settling
from tests.model.disputing import Disputing as Work
from tests.model.site import Site, columns_of, names_of


def of_reference(work: Work) -> dict[str, Any]:
    return {
        "engagement": {
            "state": work.state, "start": work.start, "end": work.end, "pay": work.terms["pay"],
            "hours": work.terms["hours"], "every": work.terms["every"], "new start": work.new_start,
            "new start by": work.new_start_by, "was started": work.was_started, "evaluate by": work.evaluate_by,
            "ended by": work.ended_by,
            "part pay": work.part_pay, "paid": work.paid,
            "received": work.received, "supervisor": work.supervisor, "cover": work.cover, "posts": work.posts,
            "seats taken": int(work.seat_taken), "held": work.held,
        },
        "versions": {v.number: (v.state, v.side, v.sign_by["host"], v.sign_by["intern"]) for v in work.versions},
        "signatures": {v.number: v.signed for v in work.versions if v.signed},
        "steps": {step.number: (step.side, step.done) for step in work.steps},
        "results": {r.number: (r.state, r.due, len(r.handed), r.new_due, r.new_due_by) for r in work.results},
        "handed in": {
            (r.number, version): answer for r in work.results for version, answer in enumerate(r.handed, start=1)
        },
        "check-ins": {c.number: (c.state, c.due, c.closes, c.skip_by, c.divergent) for c in work.check_ins},
        "answers": {(c.number, side): said for c in work.check_ins for side, said in c.said.items()},
        "corrections": [(c.cause, c.opened_by, c.state, c.proposed_by) for c in work.corrections],
        "assessments": {side: (each.state, each.replied) for side, each in work.assessments.items()},
        **settling.of_reference(work),
    }  # fmt: skip


def of_database(site: Site) -> dict[str, Any]:
    pk, name = site.pk, names_of(site.cast)
    row = columns_of(pk)
    versions = AgreementVersion.objects.filter(engagement=pk)
    signatures = defaultdict(set)
    for number, side in Signature.objects.filter(agreement__engagement=pk).values_list("agreement__number", "side"):
        signatures[number].add(side)
    handed = Submission.objects.filter(deliverable__engagement=pk).values_list(
        "deliverable__number", "number", "review__is_accepted", "review__by_third_party"
    )
    check_ins = CheckIn.objects.filter(engagement=pk)
    answers = CheckInAnswer.objects.filter(check_in__engagement=pk)
    return {
        "engagement": {
            "state": row["state"], "start": row["start_on"], "end": row["end_on"], "pay": row["pay_minor"],
            "hours": row["hours"], "every": row["check_in_every_days"], "new start": row["new_start_on"],
            "new start by": row["new_start_by"], "was started": row["started_at"] is not None,
            "evaluate by": row["evaluate_by_at"],
            "ended by": row["ended_side"],
            "part pay": row["part_pay_minor"], "paid": row["paid_on"], "received": row["received_on"],
            "supervisor": name(row["supervisor_id"]), "cover": name(row["cover_id"]), "posts": row["posts"],
            "seats taken": row["seats"], "held": row["held_at"] is not None,
        },
        "versions": _by_number(versions, "state", "proposed_side", "sign_by_host_at", "sign_by_intern_at"),
        "signatures": dict(signatures),
        "steps": {
            number: (side, done is not None)
            for number, side, done in OnboardingStep.objects.filter(engagement=pk).values_list(
                "number", "side", "done_at"
            )
        },
        "results": _by_number(
            Deliverable.objects.filter(engagement=pk), "state", "due_on", "submissions_count", "new_due_on",
            "new_due_by",
        ),
        "handed in": {(number, version): _answer(*review) for number, version, *review in handed},
        "check-ins": _by_number(check_ins, "state", "due_on", "closes_at", "skip_side", "is_divergent"),
        "answers": {(n, side): said for n, side, said in answers.values_list("check_in__number", "side", "progress")},
        "corrections": list(
            CourseCorrection.objects.filter(engagement=pk)
            .order_by("pk")
            .values_list("cause", "opened_side", "state", "proposed_side")
        ),
        "assessments": {
            side: (state, replied is not None)
            for side, state, replied in Evaluation.objects.filter(engagement=pk).values_list(
                "side", "state", "replied_at"
            )
        },
        **settling.of_database(pk, name),
    }  # fmt: skip


def signs_by_reference(work: Work, _who: str) -> tuple[int, int]:
    return work.missed, work.apart


def signs_on_site(site: Site, _work: Work, _who: str) -> tuple[int, int]:
    """How many check-ins in a row were missed, and how many sides stand apart, as the early warning counts them."""
    reasons = warning_of(Engagement.objects.get(pk=site.pk)).reasons
    counts = {str(reason.sign): reason.count for reason in reasons}
    return counts.get("check_ins_missed", 0), counts.get("apart", 0)


def seen_by_reference(work: Work, who: str) -> bool:
    return work.sees(who)


def seen_on_site(site: Site, work: Work, who: str) -> bool:
    """Whether this person may know of the engagement."""
    return engagements_visible_to(site.person(who)).filter(pk=site.pk).exists()


def answers_by_reference(work: Work, who: str) -> dict[int, set[str]]:
    return {check_in.number: work.reads(who, check_in) for check_in in work.check_ins}


def answers_on_site(site: Site, work: Work, who: str) -> dict[int, set[str]]:
    """Whose answers to each check-in this person may read, asked as the page asks."""
    engagement, notes = site.engagement, who == "sam" or work.guides(who)
    side = engagement.side_of(site.person(who).pk)
    return {c.number: {a.side for a in answers_shown_to(c, side, notes=notes)} for c in check_ins_of(engagement)}


def assessments_by_reference(work: Work, who: str) -> set[str]:
    return work.reads_assessments(who)


def assessments_on_site(site: Site, work: Work, who: str) -> set[str]:
    """Whose assessments this person may read."""
    return set(evaluations_visible_to(site.person(who)).filter(engagement=site.pk).values_list("side", flat=True))


WHAT = {
    "signs": (signs_by_reference, signs_on_site),
    "seen": (seen_by_reference, seen_on_site),
    "answers": (answers_by_reference, answers_on_site),
    "assessments": (assessments_by_reference, assessments_on_site),
}


def _by_number(rows: Any, *fields: str) -> dict[int, tuple[Any, ...]]:
    return {number: tuple(rest) for number, *rest in rows.values_list("number", *fields)}


def _answer(is_accepted: bool | None, by_third_party: bool | None) -> str:
    if is_accepted is None:
        return ""
    if not is_accepted:
        return "returned"
    return "on record" if by_third_party else "accepted"
