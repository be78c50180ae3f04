"""Taking a person out of what others keep of them, and what they kept themselves."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.proof.network.actions.keeping import stop_keeping
from firstfoot.proof.network.actions.ties import end_tie
from firstfoot.proof.network.events import Network
from firstfoot.proof.network.models import Kept, Tie
from firstfoot.proof.network.states import TIE, TieState


@transaction.atomic
def erase_ties(*, person: Person) -> list[str]:
    """Part with everybody, let every question go, and empty what both sides kept; the texts that stood there."""
    texts: list[str] = []
    for key in ties_of(person).order_by("pk").values_list("pk", flat=True):
        tie = locked(Tie, key)
        texts += stop_keeping(tie, None)
        if tie.state == TieState.AGREED:
            end_tie(tie, person)
        elif tie.state == TieState.ASKED:
            tie.state, tie.ended_at = TIE.target("lapse", tie.state), clock.now()
            record(Network.LAPSED, tie, None, save=["state", "ended_at"])
    return texts


def tie_things(person: Person) -> set[str]:
    """Their names in the journal."""
    kept = Kept.objects.filter(tie__in=ties_of(person).order_by().values("pk"))
    return {row.thing for row in (*ties_of(person), *kept)}


def ties_of(person: Person) -> QuerySet[Tie]:
    return Tie.objects.filter(Q(first=person) | Q(second=person))
