"""Invariant 5: nothing is accepted without a review that met all required criteria, or a third party's word."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault
from firstfoot.work.engagements.models import Criterion, CriterionMark, Deliverable, Review


def acceptance_faults() -> Iterator[Fault]:
    met = CriterionMark.objects.filter(review=OuterRef(OuterRef("pk")), criterion=OuterRef("pk"), is_met=True)
    unmet = Criterion.objects.filter(~Exists(met), deliverable=OuterRef("submission__deliverable"), required=True)
    rightful = Review.objects.filter(submission__deliverable=OuterRef("pk"), is_accepted=True).filter(
        Q(by_third_party=True) | ~Exists(unmet)
    )
    accepted = Deliverable.objects.filter(~Exists(rightful), state="accepted", is_upheld=False)
    for deliverable in accepted.order_by("pk").iterator(ROWS_AT_A_TIME):
        yield Fault(
            5, deliverable.thing, "accepted_without_review",
            "No review met all its required criteria. Ask the supervisor to review it, or the third party to decide.",
        )  # fmt: skip
