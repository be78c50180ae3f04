"""The lifecycle of an evaluation and what it asks about."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class EvaluationState(TextChoices):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVEALED = "revealed"


S = EvaluationState
EVALUATION = Lifecycle(
    S,
    move("submit", S.DRAFT, S.SUBMITTED, to=S.SUBMITTED),  # editable until the reveal
    move("reveal", S.SUBMITTED, to=S.REVEALED),  # what was never handed in stays its author's
    initial=S.DRAFT,
    final=(S.REVEALED,),
)

# What each side is asked about, from 1 (not yet) to 4 (a strength).
ASKED_OF_HOST = ("communication", "reliability", "quality", "initiative", "teamwork", "tools")
ASKED_OF_INTERN = ("clarity", "support", "feedback", "fairness", "learning", "welcome")
SCALE = (1, 2, 3, 4)
