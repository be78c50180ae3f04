"""Keeping a person and an organization apart, and lifting it."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Block, Organization
from firstfoot.market.organizations.policies import may_block, may_lift
from firstfoot.market.organizations.states import BLOCK, BlockSide, BlockState


@transaction.atomic
def block(*, organization_id: int, person_id: int, side: str, actor: Person) -> Block:
    """From the next request on neither sees or writes to the other; the block that stands, when there is one.

    The other side is not told. Call it with what the two have open locked, or a message slips through
    (applications.block_each_other does). Raises NotPermitted.
    """
    organization = locked(Organization, organization_id)
    require(may_block(actor, organization, person_id, side))
    standing = Block.objects.filter(
        organization=organization, person=person_id, side=side, state=BlockState.STANDING
    ).first()
    if standing is not None:
        return standing
    made = Block(
        organization=organization, person_id=person_id, side=BlockSide(side), made_by=actor, made_at=clock.now()
    )
    _count(person_id)
    record_new(Organizations.BLOCKED, made, actor, side=str(side))
    return made


@transaction.atomic
def lift_block(*, block_id: int, actor: Person) -> Block:
    """Let the two see each other again, unless the other side blocks as well. Raises NotPermitted."""
    standing = locked(Block, block_id)
    require(may_lift(actor, standing))
    standing.state, standing.lifted_at = BLOCK.target("lift", standing.state), clock.now()
    _count(standing.person_id)
    record(Organizations.UNBLOCKED, standing, actor, save=["state", "lifted_at"])
    return standing


@transaction.atomic
def erase_blocks(*, person: Person) -> None:
    """Nobody is left to be kept apart from."""
    now = clock.now()
    for standing in Block.objects.select_for_update().filter(person=person, state=BlockState.STANDING).order_by("pk"):
        standing.state, standing.lifted_at = BLOCK.target("lift", standing.state), now
        record(Organizations.UNBLOCKED, standing, None, save=["state", "lifted_at"])


def _count(person_id: int) -> None:
    Person.objects.filter(pk=person_id).update(block_changes=F("block_changes") + 1)
