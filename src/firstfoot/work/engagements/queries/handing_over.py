"""What is handed over: the accepted results with the version that was accepted, and what the intern wrote of them."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from firstfoot.work.engagements.models import Deliverable, Engagement, Handover, Submission, SubmissionFile
from firstfoot.work.engagements.queries.reading import deliverables_of
from firstfoot.work.engagements.states import DeliverableState


def handover_of(engagement: Engagement) -> Handover | None:
    """What the intern wrote, or that the host asked for it."""
    return Handover.objects.filter(engagement=engagement).first()


def results_to_hand_over(engagement: Engagement) -> QuerySet[Deliverable]:
    """The accepted results, each with its points and the accepted version alone, in `accepted`."""
    version = Submission.objects.filter(review__is_accepted=True).select_related("review")
    files = Prefetch("files", SubmissionFile.objects.select_related("file"))
    accepted = Prefetch("submissions", version.prefetch_related(files, "review__marks"), to_attr="accepted")
    return deliverables_of(engagement).filter(state=DeliverableState.ACCEPTED).prefetch_related(accepted)
