"""Who does not want to be invited by an organization, and who does again."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.applications.events import ProjectInvitations
from firstfoot.market.applications.invitations import worked_with
from firstfoot.market.applications.models import NoInvitations
from firstfoot.market.organizations.models import Organization


@transaction.atomic
def want_no_invitations(*, organization_id: int, actor: Person) -> None:
    """Not to be invited by an organization one worked for, nor kept on its list; a second time changes nothing.

    Nobody is told. Raises Conflict("never_worked_here").
    """
    person = locked(Person, actor.pk)
    if not worked_with(organization_id, person.pk):
        raise Conflict("never_worked_here")
    organization = Organization.objects.get(pk=organization_id)
    _said, is_new = NoInvitations.objects.get_or_create(
        organization=organization, person=person, defaults={"said_at": clock.now()}
    )
    if is_new:
        record(ProjectInvitations.UNWANTED, person, actor, organization=organization.public_id)


@transaction.atomic
def want_invitations_again(*, organization_id: int, actor: Person) -> None:
    """To be invited again; where nothing stood in the way, nothing changes."""
    person = locked(Person, actor.pk)
    organization = Organization.objects.get(pk=organization_id)
    gone, _rows = NoInvitations.objects.filter(organization=organization, person=person).delete()
    if gone:
        record(ProjectInvitations.WANTED_AGAIN, person, actor, organization=organization.public_id)


@transaction.atomic
def erase_wishes_about_invitations(*, person: Person) -> None:
    """Nobody is left to be invited."""
    NoInvitations.objects.filter(person=person).delete()
