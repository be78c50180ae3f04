"""What happens between people who worked together."""

from django.db.models import TextChoices


class Network(TextChoices):
    ASKED = "tie.asked"
    AGREED = "tie.agreed"
    DECLINED = "tie.declined"
    LAPSED = "tie.lapsed"
    TAKEN_BACK = "tie.taken_back"
    PARTED = "tie.parted"
    KEPT = "kept.begun"
    KEPT_CHANGED = "kept.changed"
    LISTED = "alumnus.listed"
    UNLISTED = "alumnus.unlisted"
    BENCH_NOTED = "bench.noted"
