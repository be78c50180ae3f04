"""Which engagements a reader may know of, the files in them, and how far each has come."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import PostFile
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel.load import Stretch
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.models import Deliverable, Engagement, OnboardingStep, SubmissionFile
from firstfoot.work.engagements.queries.due import deliverables_on_record, engagements_held
from firstfoot.work.engagements.queries.rescue import handed_to
from firstfoot.work.engagements.states import LIVE, STILL_OPEN, DeliverableState, EngagementState

# How far the door stands open: a brief's is at .22, a finished engagement's at 1.
_OPEN_AT = {
    EngagementState.AGREEING: 0.22,
    EngagementState.ONBOARDING: 0.3,
    EngagementState.CLOSING: 0.9,
    EngagementState.COMPLETED: 1.0,
}
_WORK_FROM, _WORK_TO = 0.35, 0.85


def engagements_visible_to(reader: Person) -> QuerySet[Engagement]:
    """Those the reader does, guides or covers, and for owners and recruiters all of their host's."""
    return _with_counts(Engagement.objects.filter(pk__in=engagements_seen_by(reader)))


def engagements_of_intern(reader: Person) -> QuerySet[Engagement]:
    """Those the reader does."""
    return _with_counts(Engagement.objects.filter(intern=reader))


def engagements_hosted_by(reader: Person) -> QuerySet[Engagement]:
    """Those on whose host's side the reader stands."""
    return _with_counts(Engagement.objects.filter(pk__in=_hosted(reader)).exclude(intern=reader))


def stretches_of_intern(reader: Person) -> list[Stretch]:
    """When the reader works, and how many hours, by the terms of what goes on."""
    working = (EngagementState.AGREEING, EngagementState.ONBOARDING, EngagementState.ACTIVE)
    mine = Engagement.objects.filter(intern=reader, state__in=working)
    return [Stretch(*row) for row in mine.order_by("start_on").values_list("start_on", "end_on", "hours")]


def live_first(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """What goes on before what is over, the newest first in each."""
    over = Case(When(state__in=[str(s) for s in LIVE], then=0), default=1)
    return engagements.order_by(over, "-begun_at", "-pk")


def file_visible_to(reader: Person, public_id: str) -> StoredFile | None:
    """The file with this id, of the plan, handed in or sent in talk, where the reader may see its engagement now.

    One that was handed in, also where they decide as third party.
    """
    shown = Q(submission__deliverable__engagement__in=engagements_seen_by(reader)) | handed_to(reader.pk)
    if reader.is_steward:
        shown |= Q(submission__deliverable__in=deliverables_on_record(reader).order_by().values("pk"))
        shown |= Q(submission__deliverable__engagement__in=engagements_held(reader).order_by().values("pk"))
    planned = OnboardingStep.objects.filter(engagement__in=engagements_seen_by(reader), file__public_id=public_id)
    if step := planned.select_related("file").first():
        return step.file
    held = SubmissionFile.objects.filter(shown, file__public_id=public_id).select_related("file").first()
    if held is None:
        threads = Engagement.objects.filter(pk__in=engagements_seen_by(reader)).order_by().values("thread")
        sent = PostFile.objects.filter(post__thread__in=threads, file__public_id=public_id).select_related("file")
        return sent[0].file if sent else None
    return held.file


def progress(engagement: Engagement) -> float:
    """How far it has come, from 0 to 1: its state, and while it is active the share of accepted results."""
    state = EngagementState(engagement.state)
    if state in _OPEN_AT:
        return _OPEN_AT[state]
    total, accepted, submitted = _counts(engagement)
    share = (accepted + submitted / 2) / total if total else 0.0
    return round(_WORK_FROM + (_WORK_TO - _WORK_FROM) * share, 2)


def engagements_seen_by(reader: Person) -> QuerySet[Engagement, Any]:
    """The keys of what the reader does, and of what they host."""
    return Engagement.objects.filter(intern=reader).order_by().values("pk").union(*_hosted_parts(reader), all=True)


def _hosted(reader: Person) -> QuerySet[Engagement, Any]:
    """The keys of what the reader leads by role, and of what they guide or cover as a member."""
    first, *rest = _hosted_parts(reader)
    return first.union(*rest, all=True)


def _hosted_parts(reader: Person) -> list[QuerySet[Engagement, Any]]:
    """Each part by an index of its own: with OR between them PostgreSQL looks through all engagements."""
    led = organizations_with_role(reader, Role.RECRUITER).order_by().values("pk")
    own = organizations_with_role(reader, Role.SUPERVISOR).order_by().values("pk")
    parts = [Q(organization__in=led), Q(supervisor=reader, organization__in=own), Q(cover=reader, organization__in=own)]
    return [Engagement.objects.filter(part).order_by().values("pk") for part in parts]


def _with_counts(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    return engagements.select_related("organization", "project", "intern", "supervisor", "cover").annotate(
        results_total=_count(Q()),
        results_accepted=_count(Q(state=DeliverableState.ACCEPTED)),
        results_submitted=_count(Q(state=DeliverableState.SUBMITTED)),
        next_due_on=Subquery(_next_due()),
    )


def _next_due() -> QuerySet[Deliverable, Any]:
    """The day of what is to be handed in first, which may be over."""
    to_come = Deliverable.objects.filter(engagement=OuterRef("pk"), state__in=STILL_OPEN)
    return to_come.order_by("due_on").values("due_on")[:1]


def _count(condition: Q) -> Coalesce:
    counted = (
        Deliverable.objects.filter(condition, engagement=OuterRef("pk"), required=True)
        .exclude(state=DeliverableState.LEFT_OUT)
        .order_by()
        .values("engagement")
        .annotate(n=Count("pk"))
        .values("n")
    )
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _counts(engagement: Engagement) -> tuple[int, int, int]:
    known = [getattr(engagement, f"results_{name}", None) for name in ("total", "accepted", "submitted")]
    if None not in known:
        return known[0], known[1], known[2]  # type: ignore[return-value]
    counted = engagement.deliverables.filter(required=True).exclude(state=DeliverableState.LEFT_OUT)
    states = list(counted.values_list("state", flat=True))
    return len(states), states.count(DeliverableState.ACCEPTED), states.count(DeliverableState.SUBMITTED)
