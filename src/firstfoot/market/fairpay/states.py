"""The lifecycle of one row of the table of floors."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class PayFloorState(TextChoices):
    STANDING = "standing"
    WITHDRAWN = "withdrawn"


S = PayFloorState
PAY_FLOOR = Lifecycle(S, move("withdraw", S.STANDING, to=S.WITHDRAWN), initial=S.STANDING, final=(S.WITHDRAWN,))
