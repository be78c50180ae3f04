"""What happens to the searches a person keeps; facts of the person."""

from django.db.models import TextChoices


class Searches(TextChoices):
    SAVED = "search.saved"
    CHANGED = "search.changed"
    DELETED = "search.deleted"
    STOPPED = "search.stopped"
