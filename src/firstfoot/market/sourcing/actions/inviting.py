"""Inviting somebody from the list, of whom the host knows the alias alone."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions import project_to_invite_to, send_invitation
from firstfoot.market.applications.invitations import by_alias_within_a_day
from firstfoot.market.applications.models import Alias, ProjectInvitation
from firstfoot.market.projects.models import Project
from firstfoot.market.sourcing.limits import MOST_A_DAY
from firstfoot.market.sourcing.models import Listing
from firstfoot.market.sourcing.policies import may_read_list
from firstfoot.market.sourcing.queries import list_of, period_now, shown_in


@transaction.atomic
def invite_from_list(*, project_id: int, alias: str, actor: Person) -> ProjectInvitation:
    """Invite somebody whom today's list shows; it is passed on like any other, and the host is not told whether.

    Raises NotPermitted, Conflict when the project takes no applications, the list is off, or they stand in it no
    more or were invited before; LimitReached after five of one project in a day, or twenty of the organization.
    """
    project = project_to_invite_to(project_id, actor)
    require(may_read_list(actor, project))
    period, drawn = period_now(), list_of(project)
    if period is None or drawn is None:
        raise Conflict("sourcing_off" if period is None else "not_in_list")
    whom = _locked_person(project, alias)
    shown = {one.alias.public_id: one for one in shown_in(drawn, project, period)} if whom else {}
    if alias not in shown:
        raise Conflict("not_in_list")
    if shown[alias].is_invited:
        raise Conflict("invited_before")
    if by_alias_within_a_day(project.pk) >= MOST_A_DAY:
        raise LimitReached("too_many_from_list")
    return send_invitation(project, actor, person_id=whom, alias=shown[alias].alias)


def _locked_person(project: Project, alias: str) -> int | None:
    """Who is behind it, once what they said of the list stands still; None where nobody is."""
    person = Alias.objects.filter(project=project, public_id=alias).values_list("person_id", flat=True).first()
    pk = Listing.objects.filter(person=person).values_list("pk", flat=True).first() if person else None
    return locked(Listing, pk).person_id if pk is not None else None
