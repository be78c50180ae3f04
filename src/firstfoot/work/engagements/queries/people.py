"""Who leads which work, and in which roles somebody stands."""

from __future__ import annotations

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.models import Membership
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import LIVE


def engagements_led_by(person_id: int, organization_id: int) -> QuerySet[Engagement]:
    """The live engagements of the organization that the person supervises."""
    return Engagement.objects.filter(supervisor_id=person_id, organization_id=organization_id, state__in=LIVE)


def roles_of(person: Person) -> dict[int, str]:
    """The person's present role in each organization, by its key."""
    return dict(Membership.objects.filter(person=person, left_at=None).values_list("organization_id", "role"))
