"""Reading public questions: a host's open ones without their askers, and a person's own."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import organizations_with_role
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.models import Project, PublicQuestion
from firstfoot.market.projects.states import QuestionState

DAY = timedelta(days=1)


def questions_to_answer(project: Project) -> QuerySet[PublicQuestion]:
    """What waits for the host's answer, the oldest first; who asked stays unread."""
    waiting = PublicQuestion.objects.filter(project=project, state=QuestionState.ASKED)
    return waiting.defer("asker").order_by("asked_at", "pk")


def questions_hosted_by(reader: Person) -> QuerySet[PublicQuestion]:
    """Those that the reader may answer for a host; never the reader's own."""
    recruits = Q(project__organization__in=organizations_with_role(reader, Role.RECRUITER))
    named = Q(project__supervisor=reader) | Q(project__cover=reader)
    guides = named & Q(project__organization__in=organizations_with_role(reader, Role.SUPERVISOR))
    hosted = PublicQuestion.objects.filter(recruits | guides).select_related("project__organization")
    return hosted.defer("asker")


def questions_of(asker: Person) -> QuerySet[PublicQuestion]:
    """Those that a person asked, the newest first."""
    return PublicQuestion.objects.filter(asker=asker).select_related("project").order_by("-asked_at", "-pk")


def open_question(asker: Person, project_id: int) -> PublicQuestion | None:
    """The person's own question that still waits, of which there is one a project at most."""
    return PublicQuestion.objects.filter(asker=asker, project=project_id, state=QuestionState.ASKED).first()


def asked_within_a_day(asker: Person) -> int:
    """How many questions the person asked in the last 24 hours, about whatever project."""
    return PublicQuestion.objects.filter(asker=asker, asked_at__gt=clock.now() - DAY).count()
