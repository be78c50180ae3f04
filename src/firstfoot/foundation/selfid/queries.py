"""Reading answers: a person's own, and those of many for the audit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.selfid.events import Audits
from firstfoot.foundation.selfid.keys import keys_of, people_by_key
from firstfoot.foundation.selfid.models import SelfIdentification


def answered_on(person: Person) -> date | None:
    """The day on which the person last answered; None when nothing is kept."""
    mine = SelfIdentification.objects.filter(key__in=keys_of(person.public_id))
    return mine.order_by("-answered_on").values_list("answered_on", flat=True).first()


def own_answers(person: Person) -> list[SelfIdentification]:
    """For the person's copy of everything."""
    return list(SelfIdentification.objects.filter(key__in=keys_of(person.public_id)))


def answers_before(day: date, public_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Sex and race by public id, of those of the people who answered before that day; one query."""
    whose = people_by_key(public_ids)
    rows = SelfIdentification.objects.filter(answered_on__lt=day).values_list("key", "sex", "race")
    return {whose[key]: (sex, race) for key, sex, race in rows.iterator() if key in whose}


def audits_read(most: int) -> list[Fact]:
    """When the audit was opened or exported, and by which token, newest first."""
    each = [fact for kind in Audits for fact in Fact.objects.filter(kind=str(kind)).order_by("-pk")[:most]]
    return sorted(each, key=lambda fact: -fact.pk)[:most]
