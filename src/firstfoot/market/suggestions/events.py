"""What happens to the list a person asks for; what stood in it is kept in the list itself."""

from django.db.models import TextChoices


class Suggestions(TextChoices):
    WISH_STATED = "wish.stated"
    WISH_CHANGED = "wish.changed"
