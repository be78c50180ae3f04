"""Reading recommendations: the host's side writes, the intern reads once the assessments are open, others as shown."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.kernel import clock
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.portfolio.models import PersonPage, Recommendation
from firstfoot.proof.portfolio.states import PageState, RecommendationState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.queries import is_open
from firstfoot.work.evaluations.states import EvaluationState

_SIGNED = (RecommendationState.SIGNED, RecommendationState.REVOKED)


def letter_for(engagement: Engagement, *, is_intern: bool) -> Recommendation | None:
    """The letter of an engagement as one side may read it.

    The intern reads it once it is signed and assessments are over: till then neither side's words move the other's.
    """
    found = _letters().filter(engagement=engagement).order_by("-pk")
    if not is_intern:
        return found.first()
    if is_kept_closed(engagement):
        return None
    return found.filter(state__in=_SIGNED).first()


def is_kept_closed(engagement: Engagement) -> bool:
    """Whether assessments are still open and in time: till then the intern reads no letter."""
    until = engagement.evaluate_by_at
    return is_open(engagement) and (until is None or clock.now() < until)


def letters_of(person: Person) -> QuerySet[Recommendation]:
    """Those the person has got, the newest first; none that they may not read yet."""
    mine = _letters().filter(engagement__intern=person, state__in=_SIGNED)
    revealed = Evaluation.objects.filter(engagement=OuterRef("engagement"), state=EvaluationState.REVEALED)
    over = Q(engagement__evaluate_by_at__lte=clock.now()) | Exists(revealed)
    ended = Q(engagement__state=EngagementState.ENDED_EARLY) & over
    return mine.filter(Q(engagement__state=EngagementState.COMPLETED) | ended).order_by("-signed_at")


def letters_on_page(person: Person) -> QuerySet[Recommendation]:
    return letters_of(person).filter(on_page=True, state=RecommendationState.SIGNED)


def letters_on_resume(person: Person) -> QuerySet[Recommendation]:
    return letters_of(person).filter(on_resume=True, state=RecommendationState.SIGNED)


def letter_at(public_id: str) -> Recommendation | None:
    """The letter whoever has its address may check: shown by its person, who is here; revoked ones say so."""
    up = PersonPage.objects.filter(person=OuterRef("engagement__intern"), state=PageState.UP)
    shown = Q(by_link=True) | Q(on_resume=True) | Q(Q(on_page=True) & Exists(up))
    here = Q(engagement__intern__state=PersonState.ACTIVE, engagement__intern__leaving_at=None)
    return _letters().filter(shown, here, public_id=public_id, state__in=_SIGNED).first()


def letter_certified_by(credential: Credential) -> Recommendation | None:
    """The letter whose signed form it is, for whoever has that file; None for one that another took the place of."""
    return _letters().filter(credential=credential).first()


def _letters() -> QuerySet[Recommendation]:
    people = ("engagement__organization", "engagement__intern", "engagement__project", "author")
    return Recommendation.objects.select_related(*people)
