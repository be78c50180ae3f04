"""Reading the links to a draft, and what was remarked through them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import organizations_of
from firstfoot.market.projects.models import Project, ProofreadLink, Remark

KEPT_DAYS = 30  # names and texts of remarks, after their link ended


def live_link(project: Project) -> ProofreadLink | None:
    """The link by which the draft can be read now."""
    live = ProofreadLink.objects.filter(project=project, revoked_at=None, ends_at__gt=clock.now())
    return live.order_by("-pk").first()


def is_live(link: ProofreadLink, now: datetime) -> bool:
    return link.revoked_at is None and link.ends_at > now


def link_by_token(token: str) -> ProofreadLink | None:
    """The link behind a token while it lives, with its project and organization; a dead one is as none."""
    found = ProofreadLink.objects.filter(token=token, revoked_at=None, ends_at__gt=clock.now())
    return found.select_related("project__organization", "project__supervisor").first()


def links_visible_to(reader: Person) -> QuerySet[ProofreadLink]:
    """The links to drafts of the reader's organizations."""
    return ProofreadLink.objects.filter(project__organization__in=organizations_of(reader))


def remarks_visible_to(reader: Person) -> QuerySet[Remark]:
    """The remarks on drafts of the reader's organizations."""
    return Remark.objects.filter(link__project__organization__in=organizations_of(reader))


def open_remarks(project: Project) -> QuerySet[Remark]:
    """What was remarked on a draft and not ticked off, oldest first."""
    return Remark.objects.filter(link__project=project, link__forgotten_at=None, settled_at=None)
