"""Keeping two apart while they may be writing to each other."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.actions.base import locked_with_project
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import LIVE
from firstfoot.market.organizations.actions import block
from firstfoot.market.organizations.models import Block


@transaction.atomic
def block_each_other(*, organization_id: int, person_id: int, side: str, actor: Person) -> Block:
    """Block, once whatever the two have open is locked: a message is written before, or not at all.

    Raises NotPermitted.
    """
    between = Application.objects.filter(person=person_id, project__organization=organization_id, state__in=LIVE)
    for application_id in between.order_by("project", "pk").values_list("pk", flat=True):
        locked_with_project(application_id)
    return block(organization_id=organization_id, person_id=person_id, side=side, actor=actor)
