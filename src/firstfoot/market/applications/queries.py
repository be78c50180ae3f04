"""Reading applications: who sees which, what is due, what changed since someone applied."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.prepared import Prepared
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import LIVE, SEEN_BY_HOST, ApplicationState
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.brief import BY_ADDRESS, Change, changes_between
from firstfoot.market.projects.models import BriefVersion, Project
from firstfoot.market.projects.queries import brief_version
from firstfoot.market.projects.states import PauseReason, ProjectState

S = ApplicationState
_WITH = ("project__organization", "person", "brief_version", "thread")
_REACHED_HOST = Q(state__in=SEEN_BY_HOST, submitted_at__isnull=False)  # never a draft, nor one withdrawn before


def applications_visible_to(reader: Person) -> QuerySet[Application]:
    """The reader's own, and those sent to projects whose applicants the reader may see."""
    recruits = Q(project__organization__in=organizations_with_role(reader, Role.RECRUITER))
    named = Q(project__supervisor=reader) | Q(project__cover=reader)
    guides = named & Q(project__organization__in=organizations_with_role(reader, Role.SUPERVISOR))
    hosted = _REACHED_HOST & (recruits | guides)
    return Application.objects.filter(Q(person=reader) | hosted).select_related(*_WITH)


def hosted_applications(reader: Person) -> QuerySet[Application]:
    """Those the reader sees as a host; never the reader's own."""
    return applications_visible_to(reader).exclude(person=reader)


def threads_visible_to(reader: Person) -> list[QuerySet[Application, Any]]:
    """The keys of conversations about applications: one's own, and as a host once it is known who applied.

    Part by part, each by an index of its own: with OR between them PostgreSQL looks through all projects.
    """
    recruits = Q(project__organization__in=organizations_with_role(reader, Role.RECRUITER).order_by().values("pk"))
    member = Q(project__organization__in=organizations_with_role(reader, Role.SUPERVISOR).order_by().values("pk"))
    known = _REACHED_HOST & Q(shortlisted_at__isnull=False)
    guides = [known & member & Q(project__supervisor=reader), known & member & Q(project__cover=reader)]
    parts = [Q(person=reader), known & recruits, *guides]
    return [Application.objects.filter(part, thread__isnull=False).order_by().values("thread") for part in parts]


def applications_by_thread(posts: Iterable[Post]) -> dict[int, Application]:
    """The application in whose conversation each of the messages stands, by the key of its conversation."""
    found = Application.objects.filter(thread__in={post.thread_id for post in posts}).select_related("project")
    return {one.thread_id: one for one in found if one.thread_id is not None}


def applications_of(person: Person) -> QuerySet[Application]:
    """What a person applied to, the latest change first."""
    return Application.objects.filter(person=person).select_related(*_WITH).order_by("-updated_at", "-pk")


def applications_to(project: Project | int) -> QuerySet[Application]:
    """What reached the host of a project: never a draft, nor one withdrawn before it was sent."""
    sent = Application.objects.filter(_REACHED_HOST, project=project)
    return sent.select_related(*_WITH).order_by("pk")


class BoardRow(NamedTuple):
    """What a board needs of one application to find its card."""

    pk: int
    public_id: str
    version: int
    state: str
    person: int
    person_version: int
    answer_by_at: datetime | None
    shortlisted_at: datetime | None
    reserve_until_at: datetime | None


def board_rows(project: Project, reader: Person) -> list[BoardRow]:
    """Everyone who applied to a project, never the reader, in a few columns."""
    columns = ("pk", "public_id", "version", "state", "person_id", "person__version")
    moments = ("answer_by_at", "shortlisted_at", "reserve_until_at")
    sent = Application.objects.filter(_REACHED_HOST, project=project).exclude(person=reader)
    return [BoardRow(*row) for row in sent.order_by("pk").values_list(*columns, *moments)]


def applications_on(project: Project, keys: Iterable[int]) -> QuerySet[Application]:
    """Those with these keys, with what a card shows."""
    return Application.objects.filter(project=project, pk__in=list(keys)).select_related("person").order_by("pk")


def applications_in_review(project: Project, reader: Person) -> QuerySet[Application]:
    """Those that are alive, never the reader's own, with their person."""
    alive = Application.objects.filter(_REACHED_HOST, project=project, state__in=LIVE).exclude(person=reader)
    return alive.select_related("person").order_by("pk")


def applications_to_mark(project: Project, reviewer: Person) -> QuerySet[Application]:
    """Those that wait and whose person nobody has seen; never the reviewer's own, and only what a key needs."""
    waiting = Application.objects.filter(_REACHED_HOST, project=project, state=S.SUBMITTED, shortlisted_at=None)
    return waiting.exclude(person=reviewer).only("pk", "public_id").order_by("pk")


def applied_to(public_id: str) -> int:
    """How many applications reached the host of the project with this address."""
    found = _APPLIED.row(public_id)
    return found[0] if found else 0


_APPLIED = Prepared(
    lambda public_id: (
        Application.objects.filter(_REACHED_HOST, project__public_id=public_id)
        .values("project")
        .annotate(n=Count("pk"))
        .values_list("n")
    ),
    texts=1,
)


def live_application(person: Person, project_id: int) -> Application | None:
    """The person's live application to a project, of which there is one at most."""
    mine = Application.objects.filter(person=person, project=project_id, state__in=LIVE)
    return mine.select_related(*_WITH).first()


def counts_of(project: Project) -> dict[str, int]:
    """How many applications that reached the host stand in each state."""
    sent = Application.objects.filter(_REACHED_HOST, project=project)
    return dict(sent.order_by().values_list("state").annotate(Count("pk")))


def why_not_invited_to(project: Project) -> str:
    """The code of what keeps anybody from being invited to the project now; empty when nothing does."""
    return why_closed(project) or ("" if project.visibility in BY_ADDRESS else "not_read_by_address")


def why_closed(project: Project) -> str:
    """The code of the reason why a project takes no applications today; empty while it does."""
    if project.is_full:
        return "project_full"
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


def unanswered(project: Project) -> int:
    """How many of a project's applications wait for the host's first word."""
    return Application.objects.filter(project=project, state=S.SUBMITTED, answered_at=None).count()


# A paused project's clock stands still, unless it is paused because too many wait.
CLOCK_RUNS = Q(project__state=ProjectState.OPEN) | Q(
    project__state=ProjectState.PAUSED, project__paused_reason=PauseReason.FULL
)


def answers_due(now: datetime) -> QuerySet[Application]:
    """First answers whose time is over."""
    late = Application.objects.filter(CLOCK_RUNS, state=S.SUBMITTED, answer_by_at__lt=now)
    return late.select_related(*_WITH).order_by("answer_by_at")


def offers_due(now: datetime) -> QuerySet[Application]:
    """Open offers whose time is over."""
    return Application.objects.filter(state=S.OFFERED, offer_until_at__lt=now).order_by("offer_until_at")


def reserves_due(now: datetime) -> QuerySet[Application]:
    """Reserves who were told a date that is over."""
    return Application.objects.filter(state=S.SHORTLISTED, reserve_until_at__lt=now).order_by("reserve_until_at")


def is_sent_by(person: Person) -> Exists:
    """For a query of projects: whether the person applied to each, whatever came of it."""
    return Exists(Application.objects.filter(person=person, project=OuterRef("pk"), submitted_at__isnull=False))


def sent_to_each(*, waiting: bool = False) -> Subquery:
    """For a query of projects: how many applications each was sent, or how many of those wait for a decision.

    None instead of 0 for a project without any.
    """
    sent = Application.objects.filter(_REACHED_HOST, project=OuterRef("pk")).order_by()
    if waiting:
        sent = sent.filter(state__in=[S.SUBMITTED, S.SHORTLISTED])
    return Subquery(sent.values("project").annotate(found=Count("pk")).values("found"))


def sent_since(moment: datetime) -> dict[int, int]:
    """How many applications each project was sent since then."""
    sent = Application.objects.filter(submitted_at__gte=moment).order_by()
    return dict(sent.values_list("project").annotate(sent=Count("pk")))
