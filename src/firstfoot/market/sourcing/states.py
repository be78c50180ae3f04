"""Whether hosts read the list, and whether somebody stands in it."""

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class SwitchState(TextChoices):
    ON = "on"
    OFF = "off"


# Its row is made when it is first turned on; until then there is none, which is off as well.
SWITCH = Lifecycle(
    SwitchState,
    move("turn_off", SwitchState.ON, to=SwitchState.OFF),
    move("turn_on", SwitchState.OFF, to=SwitchState.ON),
    initial=SwitchState.ON,
)


class ListingState(TextChoices):
    LISTED = "listed"
    LEFT = "left"


LISTING = Lifecycle(
    ListingState,
    move("leave", ListingState.LISTED, to=ListingState.LEFT),
    move("list", ListingState.LEFT, to=ListingState.LISTED),
    initial=ListingState.LISTED,
)
