"""What happens to the floors of pay."""

from django.db.models import TextChoices


class FairPay(TextChoices):
    FLOOR_SET = "pay_floor.set"
    FLOOR_WITHDRAWN = "pay_floor.withdrawn"
