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
    PASSWORD_CHANGED = "person.password_changed"  # noqa: S105  # what happened, not a password
    PERSON_SIGNED_OUT = "person.signed_out"  # of other browsers
    LEAVING_ASKED = "person.leaving_asked"
    LEAVING_STOPPED = "person.leaving_stopped"
    PERSON_ERASED = "person.erased"
    EXPORT_ASKED = "person.export_asked"
