"""Erasing a person from disputes: that there was one stays for the other side, without a word of it."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.work.disputes.actions.leaving_off import lapse_locked
from firstfoot.work.disputes.actions.moving import locked_dispute
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.disputes.states import LIVE

_TEXTS = ("statement", "answer", "reason", "appeal", "final_reason", "settle_note")


@transaction.atomic
def erase_disputes(*, person: Person) -> list[str]:
    """End the live disputes about the person's own work and empty all texts of it; the texts that stood there.

    What they wrote as a host about an intern stays: it is part of what was decided about that intern.
    """
    mine = Dispute.objects.filter(engagement__intern=person)
    for key in mine.filter(state__in=LIVE).order_by("pk").values_list("pk", flat=True):
        lapse_locked(locked_dispute(key))
    texts: list[str] = []
    for dispute in mine.order_by("pk"):
        texts += emptied(dispute, *_TEXTS)
    return texts


def dispute_things(person: Person) -> set[str]:
    """The names, in the journal, of the disputes about the person's own work."""
    return {dispute.thing for dispute in Dispute.objects.filter(engagement__intern=person)}
