"""What happens to a person's account."""

from django.db.models import TextChoices


class Accounts(TextChoices):
    PERSON_JOINED = "person.joined"
    PERSON_CHANGED = "person.changed"
    PERSON_CONSENTED = "person.consented"
    PERSON_AWAY = "person.away"
    PERSON_BACK = "person.back"
    PERSON_MADE_STEWARD = "person.made_steward"
    PERSON_SUSPENDED = "person.suspended"
    PERSON_RESTORED = "person.restored"
