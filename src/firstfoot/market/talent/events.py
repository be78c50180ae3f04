"""What happens to a talent profile."""

from django.db.models import TextChoices


class Talent(TextChoices):
    PROFILE_STARTED = "talent.profile_started"
    PROFILE_CHANGED = "talent.profile_changed"
    SKILLS_SHOWN = "talent.skills_shown"
