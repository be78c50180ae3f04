"""What happens to the list of people who agreed to be found, and to what each of them said."""

from django.db.models import TextChoices


class Sourcing(TextChoices):
    TURNED_ON = "sourcing.turned_on"
    TURNED_OFF = "sourcing.turned_off"
    LISTED = "sourcing.listed"
    LEFT = "sourcing.left"
