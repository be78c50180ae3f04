"""The signed form of a letter: asked for by the intern, made anew, gone with the letter."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.proof.credentials.actions import issue, require_earned, shown_like, superseded
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.queries import standing_credential
from firstfoot.proof.credentials.states import CredentialKind
from firstfoot.proof.portfolio.actions.letters import locked_letter
from firstfoot.proof.portfolio.letter_wording import letter_body
from firstfoot.proof.portfolio.models import Recommendation
from firstfoot.proof.portfolio.policies import may_show_letter
from firstfoot.proof.portfolio.queries import is_kept_closed
from firstfoot.proof.portfolio.states import RecommendationState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState

KIND = CredentialKind.RECOMMENDATION


@transaction.atomic
def ask_for_letter_credential(*, letter_id: int, actor: Person) -> Credential:
    """Issue the signed form of a letter to the intern whom it is about.

    Raises NotPermitted unless the actor is the intern, Conflict: "not_now" unless the letter stands and is theirs to
    read, and the work is completed or ended with accepted work; "held" in a dispute; "already_issued" while there is
    one that counts.
    """
    letter, engagement = _ready(letter_id, actor)
    if standing_credential(engagement, KIND) is not None:
        raise Conflict("already_issued")
    return _issue(letter, engagement, actor)


@transaction.atomic
def reissue_letter_credential(*, letter_id: int, actor: Person) -> Credential:
    """Issue it anew, with the intern's name of today; the one before no longer counts.

    Raises what `ask_for_letter_credential` does, and Conflict("not_issued") where there is none to replace.
    """
    letter, engagement = _ready(letter_id, actor)
    before = superseded(engagement, KIND, actor)
    return shown_like(before, _issue(letter, engagement, actor, before), actor)


def _ready(letter_id: int, actor: Person) -> tuple[Recommendation, Engagement]:
    letter, engagement = locked_letter(letter_id)
    require(may_show_letter(actor, letter))
    if letter.state != RecommendationState.SIGNED or is_kept_closed(engagement):
        raise Conflict("not_now", state=str(letter.state))
    require_earned(engagement)
    return letter, engagement


def _issue(
    letter: Recommendation, engagement: Engagement, actor: Person, replaces: Credential | None = None
) -> Credential:
    earner = engagement.intern.formal_name
    made = issue(
        kind=KIND, engagement=engagement, holder=engagement.intern, earner=earner, actor=actor,
        word=lambda frame: letter_body(letter, engagement, frame, earner),
        is_part=engagement.state != EngagementState.COMPLETED, replaces=replaces,
    )  # fmt: skip
    letter.credential = made
    letter.save(update_fields=["credential"])
    return made
