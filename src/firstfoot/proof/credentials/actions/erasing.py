"""What becomes of credentials when whoever holds them is erased: nothing stays but the bit in the list."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.proof.credentials.models import Credential


@transaction.atomic
def erase_credentials(*, person: Person) -> list[str]:
    """Empty what they say; the texts that stood there. The bits stay as they are.

    A file that the person keeps goes on to verify: it is theirs, and says nothing that the site still holds.
    """
    texts: list[str] = []
    for credential in Credential.objects.filter(holder=person):
        texts += [credential.earner]
        emptied(credential, "earner", "document", "token")
    Credential.objects.filter(holder=person).update(shared_at=None)
    return [text for text in texts if text]


def credential_things(person: Person) -> set[str]:
    """Their names in the journal."""
    return {row.thing for row in Credential.objects.filter(holder=person)}
