"""What is held for a look before others read it, and the columns that say so."""

from __future__ import annotations

from django.conf import settings

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.states import RENEWED_WITHIN
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.models import BriefVersion, Project
from firstfoot.market.projects.moderation import Sign, signs_of
from firstfoot.market.projects.states import HeldMove, ProjectState

FIRST_POSTS = "first_posts"  # one of the first posts of a host, whatever it says
HOST_CHANGED = "host_changed"  # its host has another name or domain since a steward looked
RENEWAL_OVERDUE = "renewal_overdue"  # no steward looked at its host for a year, and a month more
OF_HOST = frozenset([HOST_CHANGED, RENEWAL_OVERDUE])  # what a look at the host settles
APPEALED = "appealed"  # its host asked for another look
PUBLIC = (ProjectState.OPEN, ProjectState.PAUSED)
HELD = ("held_for", "held_move", "held_at")


def new_signs(project: Project, brief: Brief) -> tuple[Sign, ...]:
    """The signs in a brief, but for the texts that its published version has word for word."""
    if not project.brief_number:
        return signs_of(brief)
    published = BriefVersion.objects.get(project=project, number=project.brief_number).brief
    return signs_of(brief, public=published)


def holds_on(project: Project, brief: Brief) -> tuple[str, ...]:
    """The codes for which a person looks before this brief is public; nothing for most."""
    codes = [sign.code for sign in new_signs(project, brief)]
    if not project.brief_number and _is_among_the_first(project):
        codes.append(FIRST_POSTS)
    if project.state not in PUBLIC:
        codes += holds_on_host(project.organization)
    return tuple(codes)


def holds_on_host(organization: Organization) -> list[str]:
    """The codes for which a person looks at whatever this host posts anew; what is public already stays so."""
    codes, asked_at = [HOST_CHANGED] if organization.changed_at is not None else [], organization.renewal_asked_at
    if asked_at is not None and asked_at + RENEWED_WITHIN <= clock.now():
        codes.append(RENEWAL_OVERDUE)
    return codes


def hold(project: Project, move: HeldMove, codes: tuple[str, ...]) -> None:
    """Note what it is held for; the caller saves `HELD`."""
    project.held_for, project.held_move, project.held_at = " ".join(codes), move, clock.now()


def let_go(project: Project) -> None:
    """It is held no more; the caller saves `HELD`."""
    project.held_for, project.held_move, project.held_at = "", "", None


def require_not_held(project: Project) -> None:
    """Go on unless a steward looks at it. Raises Conflict("held_for_a_look")."""
    if project.held_at is not None:
        raise Conflict("held_for_a_look")


def _is_among_the_first(project: Project) -> bool:
    most = settings.MODERATED_FIRST_POSTS
    if not most:
        return False
    published = Project.objects.filter(organization=project.organization_id, published_at__isnull=False)
    return published.order_by()[:most].count() < most
