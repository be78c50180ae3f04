"""Reading projects: what is public, what a host sees, search and filters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta, timezone
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.kernel.money import digits_of
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import members_of, organizations_of
from firstfoot.market.organizations.states import OrganizationState
from firstfoot.market.projects.brief import Brief, Change, changes_between
from firstfoot.market.projects.models import BriefVersion, Project
from firstfoot.market.projects.scope import Report, check_scope
from firstfoot.market.projects.search import folded, words_of
from firstfoot.market.projects.states import ProjectState

type Reader = Person | AnonymousUser | None

PUBLISHED = (ProjectState.OPEN, ProjectState.PAUSED, ProjectState.CLOSED)
# A day is over when it is over everywhere: no open project hides from a list before its last minute.
LAST_ZONE = timezone(timedelta(hours=-12))
# Hours in all: code -> from, to.
HOURS = {"10": (1, 10), "20": (11, 20), "40": (21, 40), "more": (41, 100_000)}
SORTS: dict[str, tuple[Any, ...]] = {
    "new": ("-published_at", "-id"),
    "soon": (F("apply_by_on").asc(nulls_last=True), "-id"),
    "short": ("hours", "-id"),
}


def _published() -> QuerySet[Project]:
    return Project.objects.filter(state__in=PUBLISHED, organization__state=OrganizationState.VERIFIED).select_related(
        "organization"
    )


def open_projects() -> QuerySet[Project]:
    """What everyone may browse and apply to."""
    public = _published().filter(state=ProjectState.OPEN, visibility="public")
    return public.filter(Q(apply_by_on=None) | Q(apply_by_on__gte=clock.today(LAST_ZONE)))


def projects_visible_to(reader: Reader) -> QuerySet[Project]:
    """Published public projects (open, paused, closed), and all of the reader's own organizations."""
    seen = Q(visibility="public", state__in=PUBLISHED, organization__state=OrganizationState.VERIFIED)
    if isinstance(reader, Person):
        seen |= Q(organization__in=organizations_of(reader))
    return Project.objects.filter(seen).select_related("organization")


def project_by_link(public_id: str, reader: Reader) -> Project | None:
    """What somebody with its address may read: public or by link, once published; else only its own people."""
    by_address = _published().filter(public_id=public_id, visibility__in=["public", "link"])
    found = by_address.select_related("supervisor").first()
    if found is None and isinstance(reader, Person):
        found = hosted_projects(reader).filter(public_id=public_id, state__in=PUBLISHED).first()
    return found


def hosted_projects(reader: Person) -> QuerySet[Project]:
    """The projects of the reader's organizations, in every state."""
    mine = Project.objects.filter(organization__in=organizations_of(reader))
    return mine.select_related("organization", "supervisor", "cover")


def projects_to_review() -> QuerySet[Project]:
    """What waits for a steward, oldest first."""
    waiting = Project.objects.filter(state=ProjectState.IN_REVIEW)
    return waiting.select_related("organization").order_by("updated_at")


def open_projects_of(organization: Organization) -> QuerySet[Project]:
    """The public, open projects of one organization, newest first."""
    return open_projects().filter(organization=organization).order_by("-published_at", "-id")


def search(projects: QuerySet[Project], words: str) -> QuerySet[Project]:
    """Those whose text holds each of the words, whatever their case and accents."""
    for word in words_of(words):
        projects = projects.filter(search_text__contains=word)
    return projects


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader narrows the list by; an empty value narrows nothing."""

    words: str = ""
    category: str = ""
    hours: str = ""
    pay: int = 0  # at least, in whole units of the project's own currency
    currency: str = ""
    place: str = ""
    workplace: str = ""


def filtered(projects: QuerySet[Project], filters: Filters) -> QuerySet[Project]:
    """Those that fit every filter."""
    exact = {name: getattr(filters, name) for name in ("category", "currency", "workplace")}
    projects = projects.filter(**{name: value for name, value in exact.items() if value})
    if filters.hours in HOURS:
        projects = projects.filter(hours__range=HOURS[filters.hours])
    if filters.pay:
        projects = projects.filter(_paid_at_least(filters.pay))
    for word in folded(filters.place).replace(",", " ").split():
        projects = projects.filter(place_text__contains=word)
    return search(projects, filters.words)


def currencies_of(projects: QuerySet[Project]) -> list[str]:
    """The currencies that these projects pay in."""
    return sorted(set(projects.order_by().values_list("currency", flat=True).distinct()))


def brief_version(project: Project) -> BriefVersion:
    """The published version. Raises BriefVersion.DoesNotExist before the first."""
    return BriefVersion.objects.get(project=project, number=project.brief_number)


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


def scope_of(project: Project, brief: Brief | None = None) -> Report:
    """The scope check of a brief (the draft, unless another is given) under this organization's rules."""
    return check_scope(
        project.draft_brief if brief is None else brief,
        floor_minor_by_currency=settings.PAY_FLOOR_MINOR,
        today=clock.today(project.organization.zone),
        has_colleagues=members_of(project.organization)[:2].count() > 1,
    )


def is_taking_applications(project: Project, on: date | None = None) -> bool:
    """Open, of a verified organization, and its last day not over where the host is."""
    day = on or clock.today(project.organization.zone)
    is_over = project.apply_by_on is not None and project.apply_by_on < day
    return project.state == ProjectState.OPEN and project.organization.is_verified and not is_over


def past_deadline(today: date) -> QuerySet[Project]:
    """Open projects whose last day may be over, for the clock to look at one by one."""
    return Project.objects.filter(state=ProjectState.OPEN, apply_by_on__lt=today).select_related("organization")


def _paid_at_least(units: int) -> Q:
    """Pay in minor units of each project's own currency; currencies with two digits are the rule."""
    odd = {code: digits_of(code) for code in _ODD_CURRENCIES}
    fits = Q(pay_minor__gte=units * 100) & ~Q(currency__in=odd)
    for code, digits in odd.items():
        fits |= Q(currency=code, pay_minor__gte=units * 10**digits)
    return fits


_ODD_CURRENCIES = ("JPY", "KRW", "CLP", "ISK", "VND", "BHD", "KWD", "JOD", "TND")
