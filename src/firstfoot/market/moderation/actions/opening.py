"""Opening a case, and reporting a post."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.events import Moderation
from firstfoot.market.moderation.models import Case, Report
from firstfoot.market.moderation.policies import may_report
from firstfoot.market.moderation.queries import REPORTS_A_DAY, has_open_report, reported_lately
from firstfoot.market.moderation.states import DUE, GRAVE, LIVE, CaseKind, ReportReason, Severity
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.models import Project


@transaction.atomic
def open_case(
    *, organization_id: int | None, kind: CaseKind, severity: Severity, found: Iterable[str] = (),
    actor: Person | None = None, **about: Any,
) -> Case:  # fmt: skip
    """A case about what `about` names (project_id, application_id, post_id, other_id, person_id).

    The one that stands, when there is one about the same thing already.
    """
    if organization_id is not None:
        locked(Organization, organization_id)
    else:
        locked(Person, about["person_id"])
    now = clock.now()
    standing = Case.objects.filter(organization=organization_id, kind=kind, state__in=LIVE, **about).first()
    if standing is not None:
        return standing
    case = Case(
        organization_id=organization_id, kind=kind, severity=severity, found=" ".join(found), opened_at=now,
        due_at=now + DUE[severity], **about,
    )  # fmt: skip
    record_new(Moderation.OPENED, case, actor, cause=str(kind), severity=int(severity), holds=list(case.codes))
    return case


@transaction.atomic
def report_project(*, project_id: int, reason: str, words: str, actor: Person) -> Report:
    """Say that something is wrong with a post; its host is not told who did.

    Raises NotPermitted for members of the host, Conflict("reported_already") while the person's first report is
    open, LimitReached after so many on one day, ValueError for an unknown reason.
    """
    project = locked(Project, project_id)
    require(may_report(actor, project))
    code = ReportReason(reason)
    if has_open_report(actor, project):
        raise Conflict("reported_already")
    if reported_lately(actor) >= REPORTS_A_DAY:
        raise LimitReached("reports_a_day", most=REPORTS_A_DAY)
    severity = Severity.HIGH if code in GRAVE else Severity.MEDIUM
    case = open_case(
        organization_id=project.organization_id, kind=CaseKind.REPORT, severity=severity, found=[str(code)],
        actor=None, project_id=project.pk,
    )  # fmt: skip
    case = locked(Case, case.pk)
    report = Report.objects.create(
        case=case, person=actor, project=project, reason=code, words=words.strip(), reported_at=clock.now()
    )
    if severity > case.severity:
        case.severity, case.due_at = severity, min(case.due_at, clock.now() + DUE[severity])
    record(Moderation.REPORTED, case, actor, save=["severity", "due_at"], reason=str(code))
    return report
