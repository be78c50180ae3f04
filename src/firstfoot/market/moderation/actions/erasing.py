"""What leaving for good makes of reports."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.moderation.models import Report


@transaction.atomic
def erase_reports(*, person: Person) -> list[str]:
    """Empty the words of the person's reports; the texts that stood there. That something was reported stays."""
    reports = Report.objects.filter(person=person)
    texts = list(reports.values_list("words", flat=True))
    reports.update(words="")
    return texts
