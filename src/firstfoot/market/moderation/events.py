"""What happens to cases."""

from django.db.models import TextChoices


class Moderation(TextChoices):
    OPENED = "case.opened"
    REPORTED = "case.reported"
    TAKEN = "case.taken"
    HANDED_ON = "case.handed_on"
    DECIDED = "case.decided"
    APPEALED = "case.appealed"
    APPEAL_ANSWERED = "case.appeal_answered"
    LAPSED = "case.lapsed"
    EVIDENCE_OPENED = "case.evidence_opened"  # by a steward
