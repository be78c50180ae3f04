"""How a skill of a person is known, and how well they can do it."""

from django.db.models import IntegerChoices, TextChoices


class KnownBy(TextChoices):
    SAID = "said"  # by the person
    PROGRAM = "program"  # a program confirmed it
    SHOWN = "shown"  # in an engagement that both sides finished


class Level(IntegerChoices):
    LEARNING = 1
    CAN_DO = 2
    ALONE = 3
