"""The moves before the work: applications, projects, organizations, invitations, and what waits for stewards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import Count, DateTimeField, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.moves.move import Move, Whose, in_order
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.applications.blind import host_label
from firstfoot.market.applications.invitations import open_invitations_to
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.moderation.queries import cases_waiting
from firstfoot.market.organizations.models import Invitation, Membership, Organization
from firstfoot.market.organizations.queries import organizations_waiting, sightings_waiting
from firstfoot.market.organizations.states import RANK, InvitationState, OrganizationState, Role
from firstfoot.market.projects.models import Project, PublicQuestion
from firstfoot.market.projects.queries import projects_to_review
from firstfoot.market.projects.states import PauseReason, ProjectState, QuestionState

A, P, O = ApplicationState, ProjectState, OrganizationState  # noqa: E741
_ME, _THEM, _NOBODY = Whose.ME, Whose.THEM, Whose.NOBODY


def application_move(application: Application, reader: Person) -> Move:
    """What comes next with one application, for the applicant or for the host; no query of its own."""
    is_mine = application.person_id == reader.pk
    code, turn, by, since = _application_turn(application)
    whose = {"talent": _ME if is_mine else _THEM, "host": _THEM if is_mine else _ME}.get(turn, _NOBODY)
    organization = application.project.organization.name
    other = organization if is_mine else host_label(application)
    data = {
        "with": other, "side": "talent" if is_mine else "host", "state": str(application.state),
        "project": application.project.public_id,
    }  # fmt: skip
    who = other if whose == _THEM else ""
    return Move(code, application, whose, who, by, since, application.project.title, data)


def _application_turn(application: Application) -> tuple[str, str, datetime | None, datetime | None]:
    """The code, whose turn it is, until when and since when."""
    a = application
    if a.state == A.DRAFT:
        return "application.finish", "talent", _deadline(a.project), a.created_at
    if a.state == A.SUBMITTED:
        return "application.answer", "host", a.answer_by_at, a.submitted_at
    if getattr(a, "asked_for_a_talk", False) and a.state == A.SHORTLISTED:
        return "interview.choose", "talent", None, a.shortlisted_at
    if a.is_reserve:
        return "application.reserve", "", a.reserve_until_at, a.updated_at
    if a.state == A.SHORTLISTED:
        return "application.decide", "host", None, a.shortlisted_at
    if a.state == A.OFFERED:
        return "offer.answer", "talent", a.offer_until_at, a.offered_at
    return "application.over", "", None, a.ended_at


def with_counts(projects: QuerySet[Project]) -> QuerySet[Project]:
    """Adds how many applicants wait at each stage, and for how long."""
    return projects.select_related("organization", "supervisor").annotate(**_counts())


def _counts() -> dict[str, Any]:
    def those(**conditions: Any) -> QuerySet[Application]:
        return Application.objects.filter(project=OuterRef("pk"), **conditions).order_by()

    def count(**conditions: Any) -> Coalesce:
        counted = those(**conditions).values("project").annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

    def first(field: str, **conditions: Any) -> Subquery:
        found = those(**conditions).values("project").annotate(first=Min(field)).values("first")
        return Subquery(found, output_field=DateTimeField())

    asked = PublicQuestion.objects.filter(project=OuterRef("pk"), state=QuestionState.ASKED).order_by()
    of_project = asked.values("project")
    return {
        "questions_open": Coalesce(
            Subquery(of_project.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0
        ),
        "asked_first": Subquery(
            of_project.annotate(first=Min("asked_at")).values("first"), output_field=DateTimeField()
        ),
        "to_answer": count(state=A.SUBMITTED),
        "answer_by": first("answer_by_at", state=A.SUBMITTED),
        "to_decide": count(state=A.SHORTLISTED, reserve_until_at=None),
        "in_reserve": count(state=A.SHORTLISTED, reserve_until_at__isnull=False),
        "offers_open": count(state=A.OFFERED),
        "offer_until": first("offer_until_at", state=A.OFFERED),
    }


def project_move(project: Project, reader: Person) -> Move:
    """The one thing that comes next with a project, for one of its host's people; two queries."""
    counted = with_counts(Project.objects.filter(pk=project.pk)).get()
    mine = Membership.objects.filter(person=reader, organization=project.organization_id, left_at=None)
    return project_moves(counted, reader, dict(mine.values_list("organization_id", "role")))[0]


def project_moves(project: Project, reader: Person, roles: Mapping[int, str]) -> list[Move]:
    """Every open move of a project (from `with_counts`), the reader's first; never empty."""
    found = list(_project_moves(project, reader, roles))
    if not found:
        code, by = _quiet(project)
        found = [Move(code, project, _NOBODY, "", by, None, project.title, _host(project))]
    return in_order(found)


def _quiet(project: Project) -> tuple[str, datetime | None]:
    """What stands there while nobody need do anything, and until when."""
    if project.state == P.CLOSED:
        return "project.closed", None
    if project.is_filled:
        return "project.filled", None
    return ("project.wait", _deadline(project)) if project.state == P.OPEN else ("project.paused", None)


def _project_moves(project: Project, reader: Person, roles: Mapping[int, str]) -> Iterator[Move]:
    recruits, answers = _recruits(project, roles), _answers(project, reader, roles)
    if project.state == P.DRAFT:
        code = "brief.fix" if project.return_reason else "brief.finish"
        yield _project(code, project, recruits, None, project.updated_at)
        return
    if project.state == P.IN_REVIEW:
        yield Move("brief.review", project, _THEM, "", None, project.updated_at, project.title, _host(project))
        return
    waiting: dict[str, Any] = {name: getattr(project, name) for name in _counts_names}
    if waiting["to_answer"]:
        by = project.close_by_at if project.paused_reason == PauseReason.SILENCE else waiting["answer_by"]
        yield _project("applicants.answer", project, answers, by, None, count=waiting["to_answer"])
    if waiting["questions_open"]:
        count = waiting["questions_open"]
        yield _project("questions.answer", project, answers, None, waiting["asked_first"], count=count)
    if waiting["to_decide"] and project.seats_free > 0:
        yield _project("applicants.decide", project, recruits, None, None, count=waiting["to_decide"])
    if waiting["in_reserve"] and project.seats_free > 0:
        yield _project("reserve.call", project, recruits, None, None, count=waiting["in_reserve"])
    if waiting["offers_open"]:
        data = {**_host(project), "count": waiting["offers_open"]}
        yield Move("offer.wait", project, _THEM, "", waiting["offer_until"], None, project.title, data)
    if project.state == P.PAUSED and project.paused_reason == PauseReason.SILENCE and not waiting["to_answer"]:
        yield _project("project.resume", project, recruits, project.close_by_at, project.paused_at)


_counts_names = (
    "questions_open",
    "asked_first",
    "to_answer",
    "answer_by",
    "to_decide",
    "in_reserve",
    "offers_open",
    "offer_until",
)


def _project(
    code: str, project: Project, is_mine: bool, by: datetime | None, since: datetime | None, **data: Any
) -> Move:
    stopped = project.organization.state in {O.SUSPENDED, O.REJECTED}
    whose = (_NOBODY if stopped else _ME) if is_mine else _THEM
    who = project.organization.name if whose == _THEM else ""
    return Move(code, project, whose, who, by, since, project.title, {**_host(project), **data})


def _host(project: Project) -> dict[str, Any]:
    return {"with": project.organization.name, "side": "host"}


def _recruits(project: Project, roles: Mapping[int, str]) -> bool:
    role = roles.get(project.organization_id)
    return role is not None and RANK[Role(role)] >= RANK[Role.RECRUITER]


def _answers(project: Project, reader: Person, roles: Mapping[int, str]) -> bool:
    named = reader.pk in {project.supervisor_id, project.cover_id} and project.organization_id in roles
    return named or _recruits(project, roles)


def _deadline(project: Project) -> datetime | None:
    """The end of the last day to apply, where the host is."""
    return Workdays(zone=project.organization.zone).end_of(project.apply_by_on) if project.apply_by_on else None


def organization_moves(memberships: Iterable[Membership]) -> Iterator[Move]:
    """What is open about the reader's organizations themselves."""
    for membership in memberships:
        organization = membership.organization
        owns = membership.role == Role.OWNER
        codes = {
            O.UNVERIFIED: ("organization.wait", _THEM),
            O.REJECTED: ("organization.fix", _ME if owns else _NOBODY),
            O.SUSPENDED: ("organization.suspended", _NOBODY),
        }
        if (found := codes.get(O(organization.state))) is not None:
            since = organization.founded_at
            yield Move(found[0], organization, found[1], "", None, since, organization.name, {"side": "host"})


def invitation_moves(person: Person) -> list[Move]:
    """Open invitations to an address of the person; one query."""
    mine = EmailAddress.objects.filter(user=person, verified=True).values("email")
    sent = Invitation.objects.filter(state=InvitationState.SENT, email__in=mine, expires_at__gt=clock.now())
    return [
        Move(
            "invitation.answer", i, _ME, "", i.expires_at, i.sent_at, i.organization.name,
            {"role": str(i.role), "side": "host", "token": i.token},
        )
        for i in sent.select_related("organization")
    ]  # fmt: skip


def project_invitation_moves(person: Person) -> list[Move]:
    """Open invitations to apply; one query."""
    return [
        Move(
            "project_invitation.answer", i, _ME, "", _deadline(i.project), i.sent_at, i.project.title,
            {"with": i.project.organization.name, "side": "talent", "token": i.token},
        )
        for i in open_invitations_to(person)
    ]  # fmt: skip


def steward_moves(person: Person) -> list[Move]:
    """What waits for a steward; four queries, none for anyone else."""
    if not person.is_steward:
        return []
    cases = cases_waiting(person).filter(Q(owner=person) | Q(owner=None))[:20]
    waiting: list[tuple[str, Organization | Project, datetime | None]] = []
    waiting += [("organization.verify", o, o.founded_at) for o in organizations_waiting()[:20]]
    waiting += [("project.review", p, p.updated_at) for p in projects_to_review()[:20]]
    looks = [Move("case.decide", c, _ME, "", c.due_at, c.opened_at, c.name, {"side": "steward"}) for c in cases]
    looks += [
        Move(
            "document.look", s, _ME, "", None, s.noted_at, s.organization.name,
            {"side": "steward", "organization": s.organization.public_id},
        )
        for s in sightings_waiting(person)[:20]
    ]  # fmt: skip
    return looks + [
        Move(code, thing, _ME, "", None, since, _title(thing), {"side": "steward"}) for code, thing, since in waiting
    ]


def _title(thing: Organization | Project) -> str:
    return thing.name if isinstance(thing, Organization) else thing.title
