"""The people around the work: who guides it, and who may leave."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.actions import end_membership
from firstfoot.market.organizations.models import Membership, Organization
from firstfoot.market.organizations.policies import may_part
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.states import ProjectState
from firstfoot.work.engagements.actions.covering import note_guides, require_guide
from firstfoot.work.engagements.actions.locking import require_state
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_name_supervisor
from firstfoot.work.engagements.queries.people import engagements_led_by
from firstfoot.work.engagements.states import LIVE


@transaction.atomic
def change_supervisor(
    *,
    engagement_id: int,
    supervisor_id: int,
    cover_id: int | None,
    note: str = "",
    intern_note: str = "",
    actor: Person,
) -> Engagement:
    """Name who guides the work and who covers, with a word for them and one for the intern.

    Raises NotPermitted unless the actor is an owner or recruiter, Conflict("not_member") unless
    both are members and not shut out, Conflict("own_work") when one is the intern, Conflict("not_now") when it is over.
    """
    organization_id = Engagement.objects.values_list("organization_id", flat=True).get(pk=engagement_id)
    locked(Organization, organization_id)  # so that nobody leaves meanwhile
    engagement = locked(Engagement, engagement_id)
    require(may_name_supervisor(actor, engagement))
    require_state(engagement, *LIVE)
    cover_id = None if cover_id == supervisor_id else cover_id
    for person_id in filter(None, (supervisor_id, cover_id)):
        require_guide(engagement, person_id)
    if supervisor_id != engagement.supervisor_id:
        engagement.away_from = engagement.away_until = None  # it was somebody else's
    note_guides(engagement, note, intern_note, actor)
    _name(engagement, supervisor_id, cover_id, actor)
    return engagement


def _name(engagement: Engagement, supervisor_id: int, cover_id: int | None, actor: Person) -> None:
    engagement.supervisor_id, engagement.cover_id = supervisor_id, cover_id
    supervisor, cover = engagement.supervisor, engagement.cover
    record(
        Engagements.SUPERVISOR_CHANGED, engagement, actor, save=["supervisor", "cover", "away_from", "away_until"],
        supervisor=supervisor.actor_token, cover=cover.actor_token if cover else "",
    )  # fmt: skip


@transaction.atomic
def part_with_member(*, membership_id: int, actor: Person) -> Membership:
    """End a membership once everything the person led is in other hands.

    Raises NotPermitted unless the actor is an owner or the person, Conflict
    ("hand_over_first") while they supervise live work, Conflict("hand_over_projects_first")
    while they supervise an open project; what end_membership refuses. Where they only cover, nobody does from now on.
    """
    organization_id = Membership.objects.values_list("organization_id", flat=True).get(pk=membership_id)
    organization = locked(Organization, organization_id)  # so that nobody gives them anything to lead meanwhile
    membership = Membership.objects.get(pk=membership_id)
    require(may_part(actor, organization, membership.person_id))
    led = engagements_led_by(membership.person_id, membership.organization_id).select_for_update()
    if count := len(led):
        raise Conflict("hand_over_first", count=count)
    asked = (ProjectState.IN_REVIEW, ProjectState.OPEN, ProjectState.PAUSED)
    if Project.objects.filter(
        organization_id=membership.organization_id, supervisor_id=membership.person_id, state__in=asked
    ).exists():
        raise Conflict("hand_over_projects_first")
    covered = Engagement.objects.select_for_update().filter(
        organization_id=membership.organization_id, cover_id=membership.person_id, state__in=LIVE
    )
    for engagement in list(covered.order_by("pk")):
        _name(engagement, engagement.supervisor_id, None, actor)
    return end_membership(membership_id=membership_id, actor=actor)
