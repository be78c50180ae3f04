"""What leaving for good makes of reports."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.moderation.models import Case, Evidence, Report
from firstfoot.market.moderation.states import LIVE, CaseKind


@transaction.atomic
def erase_reports(*, person: Person) -> list[str]:
    """Empty the words of the person's reports; the texts that stood there. That something was reported stays."""
    reports = Report.objects.filter(person=person)
    texts = list(reports.values_list("words", flat=True))
    reports.update(words="")
    return texts


@transaction.atomic
def erase_evidence(*, person: Person) -> list[str]:
    """Delete what was kept of the person's messages, but where a case about it waits; the texts that stood there.

    Where one waits it stays until that is decided: nobody ends a case by leaving.
    """
    over = Evidence.objects.filter(case__person=person).exclude(case__state__in=LIVE)
    texts = [text for kept in over for text in (kept.body, *(earlier["body"] for earlier in kept.earlier))]
    over.delete()
    return texts


def case_things(person: Person) -> set[str]:
    """The names in the journal of the cases that are told of by the person's name."""
    return {case.thing for case in Case.objects.filter(person=person, kind=CaseKind.SHOWN_REPORT)}
