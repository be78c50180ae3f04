"""Reporting a message or a person. Whoever calls this knows that the actor reads the one, or sees the other."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import EarlierText, Post
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.models import Application
from firstfoot.market.moderation.actions.opening import open_case
from firstfoot.market.moderation.events import Moderation
from firstfoot.market.moderation.models import Case, Evidence, Report
from firstfoot.market.moderation.policies import (
    may_handle,
    may_report_applicant,
    may_report_in_application,
    may_report_person,
)
from firstfoot.market.moderation.queries import REPORTS_A_DAY, reported_lately
from firstfoot.market.moderation.states import DUE, GRAVE, CaseKind, ReportReason, Severity


@transaction.atomic
def report_message(*, post_id: int, organization_id: int, reason: str, words: str, actor: Person) -> Report:
    """Say that something is wrong with a message; its author is not told who did, and what it says is kept.

    Raises what `report_person` raises.
    """
    post = Post.objects.select_for_update().select_related("author").get(pk=post_id)
    report = _report(
        CaseKind.MESSAGE_REPORT, post.author, reason, words, actor, organization_id=organization_id, post_id=post.pk
    )
    _keep(report.case, post)
    return report


@transaction.atomic
def report_person(*, person_id: int, organization_id: int, reason: str, words: str, actor: Person) -> Report:
    """Say that something is wrong with how a person behaves, met through this organization.

    Raises NotPermitted about oneself, Conflict("reported_already") while the actor's first report is open,
    LimitReached after so many on one day, ValueError for an unknown reason.
    """
    person = Person.objects.get(pk=person_id)
    return _report(CaseKind.PERSON_REPORT, person, reason, words, actor, organization_id=organization_id)


@transaction.atomic
def report_shown(*, person_id: int, said: str, reason: str, words: str, actor: Person) -> Report:
    """Say that something is wrong with what a person shows to others; what it `said` is kept.

    No host has part in it. Raises what `report_person` raises.
    """
    person = Person.objects.get(pk=person_id)
    report = _report(CaseKind.SHOWN_REPORT, person, reason, words, actor, organization_id=None)
    kept = report.case.evidence
    if not kept.filter(body=said).exists():
        Evidence.objects.create(case=report.case, edits=kept.count(), body=said, taken_at=clock.now())
    return report


@transaction.atomic
def report_applicant(*, application_id: int, reason: str, words: str, actor: Person) -> Report:
    """A host says how somebody behaves who applied, once it knows who they are. Raises what `report_person` raises."""
    application = Application.objects.select_related("project__organization").get(pk=application_id)
    require(may_report_applicant(actor, application))
    host = application.project.organization_id
    return report_person(
        person_id=application.person_id, organization_id=host, reason=reason, words=words, actor=actor
    )  # fmt: skip


@transaction.atomic
def report_in_application(*, application_id: int, post_id: int, reason: str, words: str, actor: Person) -> Report:
    """Report a message of the conversation that a shortlist opened; nobody in it is told.

    Raises NotPermitted unless the actor reads it, and for a host while the review is blind; Post.DoesNotExist for
    a message of another conversation; and what `report_message` refuses.
    """
    application = Application.objects.select_related("project__organization").get(pk=application_id)
    require(may_report_in_application(actor, application))
    post = Post.objects.get(pk=post_id, thread=application.thread_id)
    host = application.project.organization_id
    return report_message(post_id=post.pk, organization_id=host, reason=reason, words=words, actor=actor)


@transaction.atomic
def open_evidence(*, case_id: int, actor: Person) -> Case:
    """A steward reads what a reported message said; that they did goes on record.

    Raises NotPermitted, Conflict("no_evidence").
    """
    case = locked(Case, case_id)
    require(may_handle(actor, case))
    if not case.evidence.exists():
        raise Conflict("no_evidence")
    record(Moderation.EVIDENCE_OPENED, case, actor)
    return case


def _report(kind: CaseKind, person: Person, reason: str, words: str, actor: Person, **about: Any) -> Report:
    require(may_report_person(actor, person))
    code = ReportReason(reason)
    if reported_lately(actor) >= REPORTS_A_DAY:
        raise LimitReached("reports_a_day", most=REPORTS_A_DAY)
    severity = Severity.HIGH if code in GRAVE else Severity.MEDIUM
    opened = open_case(kind=kind, severity=severity, found=[str(code)], person_id=person.pk, **about)
    case = locked(Case, opened.pk)
    if Report.objects.filter(case=case, person=actor).exists():
        raise Conflict("reported_already")
    report = Report.objects.create(
        case=case, person=actor, reason=code, words=words.strip(), reported_at=clock.now()
    )  # fmt: skip
    if severity > case.severity:
        case.severity, case.due_at = severity, min(case.due_at, clock.now() + DUE[severity])
    record(Moderation.REPORTED, case, actor, save=["severity", "due_at"], reason=str(code))
    return report


def _keep(case: Case, post: Post) -> None:
    """A copy of what it says now and said before, once for each text of it."""
    earlier = EarlierText.objects.filter(post=post).order_by("number")
    files = [held.file for held in post.files.select_related("file")]
    kept = {
        "body": post.body,
        "earlier": [{"body": text.body, "until_at": text.until_at.isoformat()} for text in earlier],
        "files": [{"name": file.name, "size": file.size, "sha256": file.sha256} for file in files],
        "taken_at": clock.now(),
    }
    Evidence.objects.get_or_create(case=case, edits=post.edits, defaults=kept)
