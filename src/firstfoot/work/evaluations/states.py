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

# The eight career-readiness competencies, from 1 (not yet) to 4 (a strength); what each level looks like is in words
# of ours (web/shared/assessment_words.py). 0 is said by a host who had no chance to see it.
COMPETENCIES = (
    "communication", "thinking", "teamwork", "professionalism", "technology", "leadership", "growth", "inclusion",
)  # fmt: skip
ASKED_OF_HOST = COMPETENCIES
ASKED_OF_INTERN = ("clarity", "scope", "support", "feedback", "fairness", "learning", "welcome")
FIT = ("role", "industry", "size", "manner")  # how far each suited the intern, from 1 to 4; only they read it
SCALE = (1, 2, 3, 4)
NOT_SEEN = 0

APPEALABLE = ("went_well", "do_differently", "quote")  # beside every mark that was given
APPEAL_DAYS = 30  # after the reveal


class Appeal(TextChoices):
    """What the third party found of a statement that the assessed side calls wrong."""

    UPHELD = "upheld"  # it is struck out
    DISMISSED = "dismissed"  # it stands
