"""What happens to pathway offers."""

from django.db.models import TextChoices


class Pathways(TextChoices):
    OFFERED = "pathway.offered"
    ACCEPTED = "pathway.accepted"
    DECLINED = "pathway.declined"
    EXPIRED = "pathway.expired"
