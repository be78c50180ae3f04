"""The lifecycle of a credential."""

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
