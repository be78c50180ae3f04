"""Reading cases: what waits, the most pressing first; one case; what a host may know of its own."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.market.moderation.models import Case, Evidence, Report
from firstfoot.market.moderation.states import ABOUT_HOST, CaseKind, CaseState, Decision
from firstfoot.market.organizations.models import Membership
from firstfoot.market.projects.models import Project

REPORTS_A_DAY = 10


def cases_visible_to(reader: Person) -> QuerySet[Case]:
    """Every case to a steward, but for those about them or of their own organizations; none to anyone else."""
    if not reader.is_steward:
        return Case.objects.none()
    own = Membership.objects.filter(person=reader, left_at=None).values("organization")
    others = Case.objects.exclude(organization__in=own).exclude(person=reader)
    return others.select_related("organization", "project", "owner", "person")


def cases_waiting(reader: Person) -> QuerySet[Case]:
    """What somebody owes an answer on, the overdue first; appeals only to those who may answer them."""
    mine_to_answer = Q(state=CaseState.OPEN) | ~Q(appealed_from=reader) | Q(appealed_from=None)
    return cases_visible_to(reader).filter(mine_to_answer, is_live=True).order_by("due_at", "pk")


def cases_over(reader: Person) -> QuerySet[Case]:
    """Those that nobody owes an answer on, newest first."""
    return cases_visible_to(reader).filter(is_live=False).order_by("-opened_at", "-pk")


def held_case_of(project: Project) -> Case | None:
    """The newest case about what a project's host wants to post."""
    cases = Case.objects.filter(project=project, kind=CaseKind.HELD_POST).select_related("organization")
    return cases.order_by("-pk").first()


def live_cases_about_host(organization_id: int) -> QuerySet[Case]:
    """Those that a renewed verification answers."""
    return Case.objects.filter(organization=organization_id, is_live=True, kind__in=ABOUT_HOST).order_by("pk")


def appealable(case: Case | None, project: Project) -> bool:
    """Whether the host may still appeal: held, or returned and not handed in anew."""
    if case is None or case.appealed_at is not None:
        return False
    if case.state == CaseState.OPEN:
        return project.held_at is not None
    return case.decision == Decision.RETURNED and project.held_at is None and bool(project.return_reason)


def reports_of(case: Case) -> QuerySet[Report]:
    return case.reports.select_related("person").order_by("reported_at", "pk")


def evidence_of(case: Case) -> QuerySet[Evidence]:
    """What was kept of a reported message, as it was at each report."""
    return case.evidence.order_by("edits")


def reported_lately(person: Person) -> int:
    """How many reports the person made within a day."""
    since = clock.now() - timedelta(days=1)
    return Report.objects.filter(person=person, reported_at__gt=since).count()


def has_open_report(person: Person, project: Project) -> bool:
    return Report.objects.filter(person=person, project=project, closed_at=None).exists()


def case_history(case: Case) -> QuerySet[Fact]:
    return facts_of(case)


def has_case(post: Post) -> bool:
    """Whether a case was ever opened for a sign in this message."""
    return Case.objects.filter(post=post, kind=CaseKind.MESSAGE).exists()
