"""What happens to pathway offers, and to the question what came of it."""

from django.db.models import TextChoices


class Pathways(TextChoices):
    OFFERED = "pathway.offered"
    ACCEPTED = "pathway.accepted"
    DECLINED = "pathway.declined"
    EXPIRED = "pathway.expired"
    ASKED_LATER = "follow_up.asked"
    TOLD_LATER = "follow_up.answered"
    NEVER_TOLD = "follow_up.lapsed"
