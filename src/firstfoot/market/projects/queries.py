"""Reading projects: what is public, what a host sees, search and filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.prepared import Prepared
from firstfoot.kernel import clock
from firstfoot.market.fairpay.queries import floors_in
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import (
    apart_from,
    last_shown_change,
    members_of,
    organizations_of,
    organizations_with_role,
    workdays_of_organization,
)
from firstfoot.market.organizations.states import OrganizationState, Role
from firstfoot.market.projects.brief import BY_ADDRESS, Brief, Change, changes_between
from firstfoot.market.projects.compiling import Circumstances
from firstfoot.market.projects.models import BriefVersion, Project, PublicQuestion
from firstfoot.market.projects.scope import Report, Subject, report_on
from firstfoot.market.projects.search import words_of
from firstfoot.market.projects.states import PauseReason, ProjectState, QuestionState

type Reader = Person | AnonymousUser | None

PUBLISHED = (ProjectState.OPEN, ProjectState.PAUSED, ProjectState.CLOSED)
# A day is over when it is over everywhere: no open project hides from a list before its last minute.
LAST_ZONE = timezone(timedelta(hours=-12))


def _published() -> QuerySet[Project]:
    # Asked of each project's host, not by a join: else the database begins at the hosts, and sorts all projects.
    verified = Organization.objects.filter(pk=OuterRef("organization"), state=OrganizationState.VERIFIED)
    return Project.objects.filter(Exists(verified), state__in=PUBLISHED).select_related("organization")


def open_projects(reader: Reader = None) -> QuerySet[Project]:
    """What everyone may browse and apply to, but for hosts that a reader is kept apart from."""
    public = _published().filter(apart_from(reader)).filter(state=ProjectState.OPEN, visibility="public")
    # Said as a "not before": SQLite would take the index of the last days instead of the one in the order asked for.
    return public.filter(~Q(closes_on__lt=clock.today(LAST_ZONE)))


def projects_visible_to(reader: Reader) -> QuerySet[Project]:
    """Published public projects (open, paused, closed), and all of the reader's own organizations."""
    seen = Q(visibility="public", state__in=PUBLISHED, organization__state=OrganizationState.VERIFIED)
    if isinstance(reader, Person):
        seen = (seen & apart_from(reader)) | Q(organization__in=organizations_of(reader))
    return Project.objects.filter(seen).select_related("organization")


def project_by_link(public_id: str, reader: Reader) -> Project | None:
    """What somebody with its address may read: public or by link, once published; else only its own people.

    `asked` is what a signed-in reader asked about it and still waits for.
    """
    by_address = _published().filter(apart_from(reader), public_id=public_id, visibility__in=BY_ADDRESS)
    if isinstance(reader, Person):
        mine = PublicQuestion.objects.filter(project=OuterRef("pk"), asker=reader, state=QuestionState.ASKED)
        by_address = by_address.annotate(asked=Subquery(mine.values("body")[:1]))
    found = by_address.select_related("supervisor").first()
    if found is None and isinstance(reader, Person):
        found = hosted_projects(reader).filter(public_id=public_id, state__in=PUBLISHED).first()
    return found


def version_by_link(public_id: str) -> tuple[Any, ...] | None:
    """What changes with what the page of this project says of it and its host."""
    return _VERSION.row(public_id)


_VERSION = Prepared(
    lambda public_id: Project.objects.filter(public_id=public_id).values_list(
        "pk", "organization", "version", "updated_at", "supervisor__version", "organization__version",
        "organization__answered_count", "organization__silent_count",
    ),
    texts=1,
)  # fmt: skip


def hosted_projects(reader: Person) -> QuerySet[Project]:
    """The projects of the reader's organizations, in every state."""
    mine = Project.objects.filter(organization__in=organizations_of(reader))
    return mine.select_related("organization", "supervisor", "cover")


def is_over(project: Project) -> bool:
    """Closed, or every seat taken: what can be done once more."""
    return project.state == ProjectState.CLOSED or bool(project.brief_number and project.is_filled)


def projects_to_repeat(reader: Person) -> QuerySet[Project]:
    """What is over at the organizations the reader recruits for, newest first."""
    over = Q(state=ProjectState.CLOSED) | Q(brief_number__gt=0, seats_taken__gte=F("seats"))
    mine = Project.objects.filter(over, organization__in=organizations_with_role(reader, Role.RECRUITER).order_by())
    return mine.select_related("organization").order_by("-updated_at", "-id")


def projects_to_review() -> QuerySet[Project]:
    """What waits for its host to be verified, oldest first; what is held for a look waits in a case."""
    waiting = Project.objects.filter(state=ProjectState.IN_REVIEW, held_at=None)
    return waiting.select_related("organization").order_by("updated_at")


def open_projects_of(organization: Organization) -> QuerySet[Project]:
    """The public, open projects of one organization, newest first."""
    return open_projects().filter(organization=organization).order_by("-published_at", "-id")


def search(projects: QuerySet[Project], words: str) -> QuerySet[Project]:
    """Those whose text holds each of the words; it reads every text, so it is for few projects of any state."""
    for word in words_of(words):
        projects = projects.filter(search_text__contains=word)
    return projects


def list_version() -> tuple[datetime | None, datetime | None]:
    """When a project that is or was public last changed, and a host's name or standing; two look-ups at any size."""
    newest = _NEWEST.row()
    return newest[0] if newest else None, last_shown_change()


_NEWEST = Prepared(
    lambda: Project.objects.filter(published_at__isnull=False).order_by("-updated_at").values_list("updated_at")
)


def brief_version(project: Project) -> BriefVersion:
    """The published version. Raises BriefVersion.DoesNotExist before the first."""
    return BriefVersion.objects.get(project=project, number=project.brief_number)


def brief_versions(project: Project) -> QuerySet[BriefVersion]:
    """Every published text of a project, oldest first."""
    return BriefVersion.objects.filter(project=project).order_by("number")


def projects_to_invite_to(organization_id: int) -> QuerySet[Project]:
    """Those of a host that are open and read by their address, the newest first."""
    mine = Project.objects.filter(organization=organization_id, state=ProjectState.OPEN, visibility__in=BY_ADDRESS)
    return mine.order_by("-published_at", "-pk")


def current_brief(project: Project) -> Brief:
    """The published brief, or the draft before the first."""
    return brief_version(project).brief if project.brief_number else project.draft_brief


def pending_changes(project: Project) -> tuple[Change, ...]:
    """What differs between the published brief and the draft; nothing before the first version."""
    if not project.brief_number:
        return ()
    return changes_between(brief_version(project).brief.to_dict(), project.draft_brief.to_dict())


def has_pending_changes(project: Project) -> bool:
    return bool(pending_changes(project))


def floors_of(organization: Organization) -> Mapping[str, int]:
    """The least pay an hour today, in minor units by currency, where the organization is."""
    return floors_in(organization.country, clock.today(organization.zone))


def circumstances_of(organization: Organization, supervisor: Person | None) -> Circumstances:
    """What the scope compiler must know of an organization, and when whoever guides the work is away."""
    calendars = [workdays_of_organization(organization), *([workdays_of(supervisor)] if supervisor else [])]
    today = clock.today(organization.zone)
    return Circumstances(today, organization.currency, organization.time_zone, tuple(calendars))


def subject_of(project: Project, brief: Brief | None = None) -> Subject:
    """A brief (the draft, unless another is given) with what the scope rules must know of its organization."""
    return Subject(
        project.draft_brief if brief is None else brief,
        floors=floors_of(project.organization),
        today=clock.today(project.organization.zone),
        has_colleagues=members_of(project.organization)[:2].count() > 1,
    )


def scope_of(project: Project, brief: Brief | None = None) -> Report:
    """The scope check of a brief (the draft, unless another is given) under this organization's rules."""
    return report_on(subject_of(project, brief))


def is_taking_applications(project: Project, on: date | None = None) -> bool:
    """Open, of a verified organization, and its last day not over where the host is."""
    day = on or clock.today(project.organization.zone)
    is_over = project.apply_by_on is not None and project.apply_by_on < day
    return project.state == ProjectState.OPEN and project.organization.is_verified and not is_over


def past_deadline(today: date) -> QuerySet[Project]:
    """Open projects whose last day may be over, for the clock to look at."""
    return Project.objects.filter(state=ProjectState.OPEN, apply_by_on__lt=today)


def full_past_deadline(today: date) -> QuerySet[Project]:
    """Those that paused themselves for being full and whose last day may be over; an index of their own finds them."""
    return Project.objects.filter(paused_reason=PauseReason.FULL, apply_by_on__lt=today)
