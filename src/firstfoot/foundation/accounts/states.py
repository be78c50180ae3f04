"""The lifecycle of a person's account."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class PersonState(TextChoices):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ERASED = "erased"


S = PersonState
PERSON = Lifecycle(
    S,
    move("suspend", S.ACTIVE, to=S.SUSPENDED),
    move("restore", S.SUSPENDED, to=S.ACTIVE),
    move("erase", S.ACTIVE, S.SUSPENDED, to=S.ERASED),
    initial=S.ACTIVE,
    final=(S.ERASED,),
)
