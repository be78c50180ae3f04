"""Who leads which work, and in which roles somebody stands."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.market.organizations.models import Membership
from firstfoot.market.organizations.queries import people_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.models import Engagement, GuideNote
from firstfoot.work.engagements.states import LIVE, EngagementState


def engagements_led_by(person_id: int, organization_id: int) -> QuerySet[Engagement]:
    """The live engagements of the organization that the person supervises."""
    return Engagement.objects.filter(supervisor_id=person_id, organization_id=organization_id, state__in=LIVE)


def roles_of(person: Person) -> dict[int, str]:
    """The person's present role in each organization, by its key."""
    return dict(Membership.objects.filter(person=person, left_at=None).values_list("organization_id", "role"))


def people_who_finished(organization_id: int) -> QuerySet[Person]:
    """Whoever completed an engagement with the organization, by name; not those who are gone, nor its own people."""
    done = Engagement.objects.filter(organization=organization_id, state=EngagementState.COMPLETED)
    own = people_with_role(organization_id, Role.SUPERVISOR)
    found = Person.objects.filter(pk__in=done.values("intern"), state=PersonState.ACTIVE, leaving_at=None)
    return found.exclude(pk__in=own.order_by().values("pk")).order_by("chosen_name", "pk")


def with_handing_on(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Adds whether the work ever came into other hands with a word."""
    return engagements.annotate(was_handed_on=Exists(GuideNote.objects.filter(engagement=OuterRef("pk"))))


def last_guide_note(engagement: Engagement) -> GuideNote | None:
    """What was said when the work last came into other hands."""
    return engagement.guide_notes.select_related("by").first()


def is_at_work_for(person_id: int, organization_id: int) -> bool:
    """Whether something that the person does for the organization is still going on."""
    return Engagement.objects.filter(intern=person_id, organization=organization_id, state__in=LIVE).exists()
