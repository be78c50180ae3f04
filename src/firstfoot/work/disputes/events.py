"""What happens to disputes."""

from django.db.models import TextChoices


class Disputes(TextChoices):
    OPENED = "dispute.opened"
    ANSWERED = "dispute.answered"
    PASSED_ON = "dispute.passed_on"  # by the clock: the other side said nothing
    DECIDED = "dispute.decided"
    DECISION_ACCEPTED = "dispute.decision_accepted"  # by one side
    STOOD = "dispute.stood"  # what was decided is carried out
    APPEALED = "dispute.appealed"
    DECIDED_ANEW = "dispute.decided_anew"
    SETTLEMENT_PROPOSED = "dispute.settlement_proposed"
    SETTLED = "dispute.settled"
    WITHDRAWN = "dispute.withdrawn"
    LAPSED = "dispute.lapsed"
