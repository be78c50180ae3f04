"""What happens to the answers: that the audit of them was read. Answering itself leaves no fact."""

from django.db.models import TextChoices


class Audits(TextChoices):
    OPENED = "audit.opened"
    EXPORTED = "audit.exported"
