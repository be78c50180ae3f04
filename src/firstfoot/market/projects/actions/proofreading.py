"""A draft by link: sharing it, ending that, remarks on it and what becomes of them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.ids import secret_token
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.models import Project, ProofreadLink, Remark
from firstfoot.market.projects.policies import may_edit
from firstfoot.market.projects.proofreading import KEPT_DAYS, is_live, live_link
from firstfoot.market.projects.scope import STEPS

LASTS = timedelta(days=14)
MOST_REMARKS = 60  # by one link
MOST_AT_ONCE, AT_ONCE = 12, timedelta(minutes=10)

_PARTS = frozenset(step.code for step in STEPS if step.fields)


@transaction.atomic
def share_for_proofreading(*, project_id: int, actor: Person) -> ProofreadLink:
    """A link to the draft for two weeks; the one that is open already, where there is one.

    Raises NotPermitted unless the actor may edit the brief.
    """
    project = locked(Project, project_id)
    require(may_edit(actor, project))
    if standing := live_link(project):
        return standing
    now = clock.now()
    link = ProofreadLink(project=project, token=secret_token(), made_at=now, ends_at=now + LASTS)
    record_new(Projects.PROOFREAD_SHARED, link, actor, project=project.public_id)
    return link


@transaction.atomic
def end_proofreading(*, link_id: int, actor: Person) -> ProofreadLink:
    """Take the link back; its remarks stay. One that has ended already is no error. Raises NotPermitted."""
    link = locked(ProofreadLink, link_id)
    require(may_edit(actor, link.project))
    if link.revoked_at is None:
        link.revoked_at = clock.now()
        record(Projects.PROOFREAD_ENDED, link, actor, save=["revoked_at"])
    return link


@transaction.atomic
def leave_remark(*, link_id: int, step: str, name: str, text: str, actor: Person | None = None) -> Remark:
    """What a reader of the link says of one part of the draft; they need no account.

    Raises Conflict("proofread_over") once the link has ended, Conflict("no_such_part"),
    LimitReached("too_many_remarks").
    """
    link = locked(ProofreadLink, link_id)
    now = clock.now()
    if not is_live(link, now):
        raise Conflict("proofread_over")
    if step not in _PARTS:
        raise Conflict("no_such_part")
    _require_room(link, now)
    remark = Remark(link=link, step=step, name=name, text=text, left_at=now)
    record_new(Projects.REMARK_LEFT, remark, actor, project=link.project.public_id)
    return remark


@transaction.atomic
def settle_remark(*, remark_id: int, actor: Person) -> Remark:
    """Tick a remark off. One that is settled already is no error. Raises NotPermitted."""
    remark = locked(Remark, remark_id)
    require(may_edit(actor, remark.link.project))
    if remark.settled_at is None:
        remark.settled_at = clock.now()
        record(Projects.REMARK_SETTLED, remark, actor, save=["settled_at"])
    return remark


@transaction.atomic
def forget_remarks(*, now: datetime) -> int:
    """Empty the names and texts of remarks, a month after their link ended; how many. Records no fact."""
    ended = ProofreadLink.objects.filter(forgotten_at=None, ends_at__lt=now - timedelta(days=KEPT_DAYS))
    links = list(ended.select_for_update().order_by("pk").values_list("pk", flat=True))
    emptied = Remark.objects.filter(link__in=links).update(name="", text="")
    ProofreadLink.objects.filter(pk__in=links).update(forgotten_at=now)
    return emptied


def _require_room(link: ProofreadLink, now: datetime) -> None:
    remarks = Remark.objects.filter(link=link)
    if remarks.count() >= MOST_REMARKS or remarks.filter(left_at__gt=now - AT_ONCE).count() >= MOST_AT_ONCE:
        raise LimitReached("too_many_remarks")
