"""How often a saved search tells what is new."""

from django.db.models import TextChoices


class Every(TextChoices):
    DAY = "day"
    WEEK = "week"
    NEVER = "never"


DAYS = {Every.DAY: 1, Every.WEEK: 7}
