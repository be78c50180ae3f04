"""What an erased person leaves in organizations: that someone had the role, and nothing of who."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from firstfoot.foundation.accounts.leaving import NOBODY
from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.ids import secret_token
from firstfoot.market.organizations.models import Invitation, Membership


@transaction.atomic
def erase_traces(*, person: Person, addresses: Collection[str]) -> list[str]:
    """Empty the titles in roles, and the address in invitations to the person; the texts that stood there."""
    mine = Membership.objects.filter(person=person)
    titles = [title for title in mine.values_list("title", flat=True) if title]
    mine.update(title="")
    for invitation in Invitation.objects.filter(email__in=addresses):
        Invitation.objects.filter(pk=invitation.pk).update(
            email=f"{invitation.public_id}@{NOBODY}", token=secret_token()
        )
    return titles
