"""All moves of one person, in the same number of queries however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.moves.disputes import disputes_to_look_at
from firstfoot.insights.moves.engagements import engagement_moves
from firstfoot.insights.moves.loading import with_marks
from firstfoot.insights.moves.market import (
    application_move,
    invitation_moves,
    organization_moves,
    project_invitation_moves,
    project_moves,
    steward_moves,
    with_counts,
)
from firstfoot.insights.moves.move import Move, in_order
from firstfoot.kernel import clock
from firstfoot.market.applications.interviews import is_asked_for_a_talk
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.queries import applications_of
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.organizations.models import Membership
from firstfoot.market.organizations.states import Role, roles_from
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.states import ProjectState
from firstfoot.proof.pathways.states import ASKS, PathwayState
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import engagements_hosted_by, engagements_of_intern, with_signs
from firstfoot.work.engagements.states import LIVE, EngagementState

WAITING = (
    ApplicationState.DRAFT,
    ApplicationState.SUBMITTED,
    ApplicationState.SHORTLISTED,
    ApplicationState.OFFERED,
)

LENT = timedelta(days=90)  # after the work its access leaves the desk; the list still says it


@dataclass(frozen=True)
class Desk:
    """What one audience's desk shows: the things, and the moves of each."""

    moves: list[Move]  # all of them, the reader's first
    engagements: list[Engagement] = field(default_factory=list)
    next_moves: dict[int, Move] = field(default_factory=dict)  # the first move of each engagement, by its key
    applications: list[Application] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    project_next: dict[int, Move] = field(default_factory=dict)
    memberships: list[Membership] = field(default_factory=list)

    @property
    def mine(self) -> list[Move]:
        return [move for move in self.moves if move.is_mine]

    @property
    def theirs(self) -> list[Move]:
        return [move for move in self.moves if move.whose == "them"]


def moves_of(person: Person) -> list[Move]:
    """Everything that waits for the person or because of them, theirs first."""
    desks = [*talent_desk(person).moves, *host_desk(person).moves]
    moves = [*desks, *invitation_moves(person), *project_invitation_moves(person), *steward_moves(person)]
    moves += disputes_to_look_at(person) if person.is_steward else []
    return in_order(moves)


def talent_desk(person: Person) -> Desk:
    """The person's own applications and work; six queries."""
    engagements = list(_at_work(engagements_of_intern(person)))
    by_engagement = engagement_moves(engagements, person, {})
    waiting = applications_of(person).filter(state__in=WAITING).annotate(asked_for_a_talk=is_asked_for_a_talk())
    applications: list[Application] = [*waiting.defer("motivation", "answers")]
    moves = [m for found in by_engagement.values() for m in found]
    moves += [application_move(application, person) for application in applications]
    first = {key: found[0] for key, found in by_engagement.items()}
    return Desk(in_order(moves), engagements, first, applications)


def host_desk(person: Person) -> Desk:
    """What the person answers for as a host; seven queries, one for somebody without an organization."""
    memberships = list(
        Membership.objects.filter(person=person, left_at=None)
        .select_related("organization")
        .order_by("organization__name", "pk")
    )
    if not memberships:
        return Desk([])
    roles = {m.organization_id: str(m.role) for m in memberships}
    engagements = list(_at_work(engagements_hosted_by(person)))
    by_engagement = engagement_moves(engagements, person, roles)
    projects = list(_projects_of(person, roles))
    by_project = {project.pk: project_moves(project, person, roles) for project in projects}
    moves = [m for found in (*by_engagement.values(), *by_project.values()) for m in found]
    moves += organization_moves(memberships)
    return Desk(
        in_order(moves),
        engagements,
        {key: found[0] for key, found in by_engagement.items()},
        projects=projects,
        project_next={key: found[0] for key, found in by_project.items()},
        memberships=memberships,
    )


def _at_work(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """Those that are not over, with all that a desk says of them."""
    return with_signs(with_marks(engagements)).filter(_unfinished()).order_by("end_on", "pk")


def _unfinished() -> Q:
    """Live ones, and ended ones of which pay, a pathway, an assessment, showing or what was lent is still open."""
    unpaid = Q(started_at__isnull=False, received_on=None, pay_settled=False)
    owed = Q(state=EngagementState.COMPLETED) | Q(state=EngagementState.ENDED_EARLY, part_pay_minor__gt=0)
    asked = Q(state=EngagementState.COMPLETED, pathway_state=PathwayState.OFFERED, pathway_kind__in=ASKS)
    unheard = Q(state=EngagementState.ENDED_EARLY, evaluate_by_at__gt=clock.now(), revealed=False)
    talked = Q(state=EngagementState.ENDED_EARLY, part_pay_turn__isnull=False)
    lent = Q(access_out__gt=0, end_on__gte=clock.today() - LENT)
    shown = Q(showing_until__isnull=False)
    return Q(state__in=LIVE) | (unpaid & owed) | talked | asked | unheard | lent | shown | Q(held_at__isnull=False)


def _projects_of(person: Person, roles: dict[int, str]) -> Iterator[Project]:
    recruiting = [key for key, role in roles.items() if role in roles_from(Role.RECRUITER)]
    named = (Q(supervisor=person) | Q(cover=person)) & Q(organization__in=list(roles))
    mine = Project.objects.filter(Q(organization__in=recruiting) | named)
    counted = with_counts(mine).filter(_still_open()).defer("draft", "search_text", "title_words", "skill_words")
    return counted.order_by("-updated_at", "-pk").iterator()


def _still_open() -> Q:
    running = [ProjectState.DRAFT, ProjectState.IN_REVIEW, ProjectState.OPEN, ProjectState.PAUSED]
    waiting = Q(to_answer__gt=0) | Q(offers_open__gt=0) | Q(to_decide__gt=0) | Q(in_reserve__gt=0)
    return Q(state__in=running) | waiting
