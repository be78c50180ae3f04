"""Agreeing to be listed among the alumni of a host, and taking it back."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.proof.network.events import Network
from firstfoot.proof.network.models import Alumnus
from firstfoot.proof.network.policies import may_be_listed
from firstfoot.proof.network.queries import last_completed
from firstfoot.proof.network.states import ALUMNUS, AlumnusState


@transaction.atomic
def list_as_alumnus(*, organization_id: int, actor: Person) -> Alumnus:
    """Be read by the other listed alumni of a host and by its members; who is listed already stays so.

    Raises NotPermitted unless the actor completed work there and no block stands between.
    """
    require(may_be_listed(actor, organization_id))
    work = last_completed(actor, organization_id)
    assert work is not None
    assert work.completed_at is not None
    now = clock.now()
    said = {"engagement": work, "done_on": work.completed_at.date(), "listed_at": now}
    key = Alumnus.objects.filter(organization=organization_id, person=actor).values_list("pk", flat=True).first()
    if key is None:
        alumnus = Alumnus(organization_id=organization_id, person=actor, **said)
        try:
            with transaction.atomic():
                record_new(Network.LISTED, alumnus, actor)
        except IntegrityError as error:
            raise Conflict("changed") from error
        return alumnus
    alumnus = locked(Alumnus, key)
    if alumnus.state == AlumnusState.LISTED:
        return alumnus
    alumnus.state = ALUMNUS.target("list", alumnus.state)
    for name, value in said.items():
        setattr(alumnus, name, value)
    record(Network.LISTED, alumnus, actor, save=["state", *said])
    return alumnus


@transaction.atomic
def unlist_alumnus(*, organization_id: int, actor: Person) -> None:
    """Be listed no longer, from the next request on; where nothing was listed, nothing changes."""
    key = Alumnus.objects.filter(organization=organization_id, person=actor).values_list("pk", flat=True).first()
    if key is not None:
        _unlist(locked(Alumnus, key), actor)


@transaction.atomic
def erase_alumni(*, person: Person) -> None:
    """Listed nowhere any more."""
    for key in Alumnus.objects.filter(person=person).order_by("pk").values_list("pk", flat=True):
        _unlist(locked(Alumnus, key), person)


def _unlist(alumnus: Alumnus, actor: Person) -> None:
    if alumnus.state == AlumnusState.LISTED:
        alumnus.state = ALUMNUS.target("unlist", alumnus.state)
        record(Network.UNLISTED, alumnus, actor, save=["state"])


def alumnus_things(person: Person) -> set[str]:
    """Their names in the journal."""
    return {row.thing for row in Alumnus.objects.filter(person=person)}
