"""Why a link in a mail no longer does anything."""

from django.db.models import TextChoices


class LinkEnd(TextChoices):
    USED = "used"
    DONE_OTHERWISE = "done_otherwise"  # by another link to the same thing
    EXPIRED = "expired"
    REVOKED = "revoked"  # its person lost a role, or their account was closed
