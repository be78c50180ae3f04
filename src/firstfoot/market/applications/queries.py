"""Reading applications: who sees which, what is due, what changed since someone applied."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import LIVE, SEEN_BY_HOST, ApplicationState
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.brief import Change, changes_between
from firstfoot.market.projects.models import BriefVersion, Project
from firstfoot.market.projects.queries import brief_version
from firstfoot.market.projects.states import ProjectState

S = ApplicationState
_WITH = ("project__organization", "person", "brief_version", "thread")


def applications_visible_to(reader: Person) -> QuerySet[Application]:
    """The reader's own, and those sent to projects whose applicants the reader may see."""
    recruits = Q(project__organization__in=organizations_with_role(reader, Role.RECRUITER))
    named = Q(project__supervisor=reader) | Q(project__cover=reader)
    guides = named & Q(project__organization__in=organizations_with_role(reader, Role.SUPERVISOR))
    hosted = Q(state__in=SEEN_BY_HOST) & Q(submitted_at__isnull=False) & (recruits | guides)
    return Application.objects.filter(Q(person=reader) | hosted).select_related(*_WITH)


def hosted_applications(reader: Person) -> QuerySet[Application]:
    """Those the reader sees as a host; never the reader's own."""
    return applications_visible_to(reader).exclude(person=reader)


def applications_of(person: Person) -> QuerySet[Application]:
    """What a person applied to, the latest change first."""
    return Application.objects.filter(person=person).select_related(*_WITH).order_by("-updated_at", "-pk")


def applications_to(project: Project) -> QuerySet[Application]:
    """What reached the host of a project: never a draft, nor one withdrawn before it was sent."""
    sent = Application.objects.filter(project=project, state__in=SEEN_BY_HOST, submitted_at__isnull=False)
    return sent.select_related(*_WITH).order_by("pk")


def live_application(person: Person, project_id: int) -> Application | None:
    """The person's live application to a project, of which there is one at most."""
    mine = Application.objects.filter(person=person, project=project_id, state__in=LIVE)
    return mine.select_related(*_WITH).first()


def counts_of(project: Project) -> dict[str, int]:
    """How many applications that reached the host stand in each state."""
    sent = Application.objects.filter(project=project, state__in=SEEN_BY_HOST, submitted_at__isnull=False)
    return dict(sent.order_by().values_list("state").annotate(Count("pk")))


def why_closed(project: Project) -> str:
    """The code of the reason why a project takes no applications today; empty while it does."""
    if project.state != ProjectState.OPEN or not project.organization.is_verified:
        return "project_not_open"
    if project.apply_by_on and clock.today(project.organization.zone) > project.apply_by_on:
        return "deadline_passed"
    return "project_filled" if project.is_filled else ""


def changed_since_applied(application: Application) -> tuple[Change, ...]:
    """The material differences between the brief they applied to and the one that stands now."""
    return changed_since(application.project, application.brief_version.number)


def changed_since(project: Project, number: int) -> tuple[Change, ...]:
    """The material differences between a numbered brief of the project and the one that stands now."""
    if number == project.brief_number:
        return ()
    read = BriefVersion.objects.filter(project=project, number=number).first()
    before = read.content if read else {}
    return tuple(c for c in changes_between(before, brief_version(project).content) if c.material)


def terms_changed(project: Project, number: int) -> str:
    """Whether the standing brief says something else than the numbered one did.

    "brief_changed" for its terms, "questions_changed" for what applicants answer, else empty.
    """
    if number == project.brief_number:
        return ""
    read = BriefVersion.objects.filter(project=project, number=number).first()
    newest = brief_version(project)
    if read is None or any(change.material for change in changes_between(read.content, newest.content)):
        return "brief_changed"
    return "questions_changed" if read.brief.questions != newest.brief.questions else ""


def answers_due(now: datetime) -> QuerySet[Application]:
    """First answers whose time is over; a paused project's clock stands still."""
    late = Application.objects.filter(state=S.SUBMITTED, answer_by_at__lt=now, project__state=ProjectState.OPEN)
    return late.select_related(*_WITH).order_by("answer_by_at")


def offers_due(now: datetime) -> QuerySet[Application]:
    """Open offers whose time is over."""
    return Application.objects.filter(state=S.OFFERED, offer_until_at__lt=now).order_by("offer_until_at")


def reserves_due(now: datetime) -> QuerySet[Application]:
    """Reserves who were told a date that is over."""
    return Application.objects.filter(state=S.SHORTLISTED, reserve_until_at__lt=now).order_by("reserve_until_at")
