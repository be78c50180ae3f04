"""What happens to credentials and to the keys that sign them."""

from django.db.models import TextChoices


class Credentials(TextChoices):
    ISSUED = "credential.issued"
    REVOKED = "credential.revoked"
    SUPERSEDED = "credential.superseded"
    SHARED = "credential.shared"
    KEPT_PRIVATE = "credential.kept_private"
    KEY_MADE = "signing_key.made"
    KEY_RETIRED = "signing_key.retired"
    KEY_SEALED_ANEW = "signing_key.sealed_anew"
