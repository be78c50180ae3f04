"""The lifecycle of a recommendation."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class RecommendationState(TextChoices):
    DRAFTED = "drafted"
    SIGNED = "signed"
    REVOKED = "revoked"


S = RecommendationState
RECOMMENDATION = Lifecycle(
    S,
    move("sign", S.DRAFTED, to=S.SIGNED),
    move("revoke", S.SIGNED, to=S.REVOKED),
    initial=S.DRAFTED,
    final=(S.REVOKED,),
)
