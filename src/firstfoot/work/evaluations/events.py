"""What happens to evaluations."""

from django.db.models import TextChoices


class Evaluations(TextChoices):
    STARTED = "evaluation.started"
    SUBMITTED = "evaluation.submitted"
    REVEALED = "evaluation.revealed"
    APPEALED = "evaluation.appealed"
    APPEAL_DECIDED = "evaluation.appeal_decided"
    REPLIED = "evaluation.replied"
