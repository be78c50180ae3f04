"""Reading the times of talks: the newest of an application, and what a calendar keeps of it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.icalendar import Event
from firstfoot.market.applications.models import Application, Interview
from firstfoot.market.applications.queries import hosted_applications
from firstfoot.market.applications.states import InterviewState


def interviews_visible_to(reader: Person) -> QuerySet[Interview]:
    """Those of the reader's own applications, and of applications that the reader sees as a host."""
    hosted = Q(application__in=hosted_applications(reader).order_by().values("pk"))
    found = Interview.objects.filter(Q(application__person=reader) | hosted)
    return found.select_related("application__project__organization", "application__person", "offered_by")


def newest_interview(application: Application) -> Interview | None:
    """The last times that were offered; those before were replaced."""
    found = Interview.objects.filter(application=application).select_related("offered_by").order_by("-pk").first()
    if found is not None:
        found.application = application
    return found


def is_asked_for_a_talk() -> Exists:
    """For a query of applications: whether times wait for the applicant's choice."""
    return Exists(Interview.objects.filter(application=OuterRef("pk"), state=InterviewState.OFFERED))


def event_of(interview: Interview, *, title: str, url: str, domain: str) -> Event:
    """The chosen time as an appointment. Raises ValueError while none is chosen."""
    if interview.chosen_at is None or interview.ends_at is None:
        raise ValueError("Nobody chose a time yet.")
    return Event(
        uid=f"{interview.public_id}@{domain}", starts=interview.chosen_at, ends=interview.ends_at,
        changed_at=interview.updated_at, title=title, text=interview.how, place=interview.how, url=url,
        sequence=interview.version,
    )  # fmt: skip
