"""The lifecycles of a credential and of a signing key, and the codes of both."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class CredentialState(TextChoices):
    ISSUED = "issued"
    REVOKED = "revoked"
    SUPERSEDED = "superseded"


S = CredentialState
CREDENTIAL = Lifecycle(
    S,
    move("revoke", S.ISSUED, to=S.REVOKED),
    move("supersede", S.ISSUED, to=S.SUPERSEDED),
    initial=S.ISSUED,
    final=(S.REVOKED, S.SUPERSEDED),
)
NO_LONGER = (S.REVOKED, S.SUPERSEDED)  # their bit is set in the list


class CredentialKind(TextChoices):
    """What a credential says; each kind is worded by the context that issues it."""

    ACHIEVEMENT = "achievement"
    RECOMMENDATION = "recommendation"


class RevokeReason(TextChoices):
    """Why one no longer counts, as its page says it."""

    WRONG_FACT = "wrong_fact"  # something in it is not so
    BY_MISTAKE = "by_mistake"  # it should not have been given out
    NOT_THEIR_WORK = "not_their_work"
    HOLDER = "holder"  # whoever holds it wanted it
    AUTHOR = "author"  # whoever wrote the letter took the letter back


OF_STEWARDS = (RevokeReason.WRONG_FACT, RevokeReason.BY_MISTAKE, RevokeReason.NOT_THEIR_WORK)


class KeyState(TextChoices):
    ACTIVE = "active"
    RETIRED = "retired"


SIGNING_KEY = Lifecycle(
    KeyState,
    move("retire", KeyState.ACTIVE, to=KeyState.RETIRED),
    initial=KeyState.ACTIVE,
    final=(KeyState.RETIRED,),
)
