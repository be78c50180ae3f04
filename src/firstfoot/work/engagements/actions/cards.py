"""Putting a card on supervising away, for oneself alone: nothing that others see moves, so no fact is recorded."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.work.engagements.models import CardPutAway
from firstfoot.work.engagements.states import Moment


@transaction.atomic
def put_card_away(*, code: str, actor: Person) -> None:
    """Show the actor this card no more; a second time changes nothing."""
    CardPutAway.objects.get_or_create(person=actor, code=Moment(code), defaults={"put_away_at": clock.now()})


def forget_cards(person: Person) -> None:
    """The person is erased."""
    CardPutAway.objects.filter(person=person).delete()
