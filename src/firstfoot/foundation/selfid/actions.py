"""Answering, taking an answer back, and noting who read the audit.

Answers leave no fact: facts are never deleted, and that somebody answered is nobody's business.
"""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.policies import may_change_person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.selfid.events import Audits
from firstfoot.foundation.selfid.keys import keys_of
from firstfoot.foundation.selfid.models import SelfIdentification
from firstfoot.foundation.selfid.policies import may_audit
from firstfoot.foundation.selfid.states import Race, Sex
from firstfoot.kernel import clock
from firstfoot.kernel.verdict import require


@transaction.atomic
def save_answers(*, person_id: int, sex: str = "", race: str = "", actor: Person) -> None:
    """Keep what the person says in place of what they said before; with nothing said, keep nothing."""
    person = locked(Person, person_id)
    require(may_change_person(actor, person))
    sex, race = sex and Sex(sex), race and Race(race)
    keys = keys_of(person.public_id)
    _forget(person)
    if sex or race:
        SelfIdentification.objects.create(key=keys[0], sex=sex, race=race, answered_on=clock.today())


@transaction.atomic
def forget_answers(*, person_id: int, actor: Person) -> None:
    """Delete what the person said; with nothing kept it changes nothing."""
    person = locked(Person, person_id)
    require(may_change_person(actor, person))
    _forget(person)


def erase_answers(*, person: Person) -> None:
    """Part of erasing a person."""
    _forget(person)


def _forget(person: Person) -> None:
    SelfIdentification.objects.filter(key__in=keys_of(person.public_id)).delete()


@transaction.atomic
def note_audit(*, year: int, exported: bool, actor: Person) -> Fact:
    """Put on record that a steward reads the figures of a year, before they are shown. Raises NotPermitted."""
    person = locked(Person, actor.pk)
    require(may_audit(person))
    return record(Audits.EXPORTED if exported else Audits.OPENED, person, actor, year=year)
