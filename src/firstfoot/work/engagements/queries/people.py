"""Who leads which work, and in which roles somebody stands."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.models import Membership
from firstfoot.work.engagements.models import Engagement, GuideNote
from firstfoot.work.engagements.states import LIVE


def engagements_led_by(person_id: int, organization_id: int) -> QuerySet[Engagement]:
    """The live engagements of the organization that the person supervises."""
    return Engagement.objects.filter(supervisor_id=person_id, organization_id=organization_id, state__in=LIVE)


def roles_of(person: Person) -> dict[int, str]:
    """The person's present role in each organization, by its key."""
    return dict(Membership.objects.filter(person=person, left_at=None).values_list("organization_id", "role"))


def with_handing_on(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Adds whether the work ever came into other hands with a word."""
    return engagements.annotate(was_handed_on=Exists(GuideNote.objects.filter(engagement=OuterRef("pk"))))


def last_guide_note(engagement: Engagement) -> GuideNote | None:
    """What was said when the work last came into other hands."""
    return engagement.guide_notes.select_related("by").first()


def is_at_work_for(person_id: int, organization_id: int) -> bool:
    """Whether something that the person does for the organization is still going on."""
    return Engagement.objects.filter(intern=person_id, organization=organization_id, state__in=LIVE).exists()
