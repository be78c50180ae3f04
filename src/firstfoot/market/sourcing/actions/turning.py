"""Turning the list on and off; everybody concerned is told by what follows."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.sourcing.events import Sourcing
from firstfoot.market.sourcing.models import ListedSkill, SourcingSwitch
from firstfoot.market.sourcing.policies import may_turn
from firstfoot.market.sourcing.states import SWITCH


@transaction.atomic
def turn_on(*, actor: Person, seen: int = 0) -> SourcingSwitch:
    """Let hosts read the list of those who will say so; nobody stands in it yet, whatever they said before.

    Raises NotPermitted, Conflict("changed") when somebody else turned it since version `seen`, IllegalTransition.
    """
    require(may_turn(actor))
    pk = SourcingSwitch.objects.values_list("pk", flat=True).first()
    if pk is None:
        switch = SourcingSwitch(turned_at=clock.now())
        try:
            with transaction.atomic():
                record_new(Sourcing.TURNED_ON, switch, actor, number=switch.period)
        except IntegrityError as error:
            raise Conflict("changed") from error
        return switch
    switch = locked(SourcingSwitch, pk, seen=seen)
    switch.state = SWITCH.target("turn_on", switch.state)
    switch.period, switch.turned_at = switch.period + 1, clock.now()
    record(Sourcing.TURNED_ON, switch, actor, save=["state", "period", "turned_at"], number=switch.period)
    return switch


@transaction.atomic
def turn_off(*, actor: Person, seen: int) -> SourcingSwitch:
    """Nobody reads the list any more, from the next request on.

    Raises NotPermitted, Conflict("changed"), IllegalTransition where it is off.
    """
    require(may_turn(actor))
    pk = SourcingSwitch.objects.values_list("pk", flat=True).first()
    if pk is None:
        raise Conflict("changed")
    switch = locked(SourcingSwitch, pk, seen=seen)
    switch.state = SWITCH.target("turn_off", switch.state)
    switch.turned_at = clock.now()
    ListedSkill.objects.all().delete()
    record(Sourcing.TURNED_OFF, switch, actor, save=["state", "turned_at"], number=switch.period)
    return switch
