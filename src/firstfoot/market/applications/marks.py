"""Reading marks and rubrics: who sees which, and what stands before anyone wrote one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.models import Application, Mark, Rubric
from firstfoot.market.applications.rubric import Criteria, criteria_from, drafted_from
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import current_brief


def standing_rubric(project: Project) -> Rubric | None:
    """The newest rubric that was written down; None while the draft from the brief stands."""
    return Rubric.objects.filter(project=project).order_by("-number").first()


def criteria_of(project: Project) -> Criteria:
    """What applications to the project are read for now."""
    rubric = standing_rubric(project)
    return criteria_from(rubric.criteria) if rubric else drafted_from(current_brief(project))


def is_rubric_used(rubric: Rubric) -> bool:
    return Mark.objects.filter(rubric=rubric).exists()


def marks_of(reviewer: Person, keys: Iterable[int]) -> dict[int, Mark]:
    """The reviewer's own marks by the key of their application, without the words."""
    mine = Mark.objects.filter(reviewer=reviewer, application__in=list(keys))
    mine = mine.only("application_id", "version", "is_conflict")
    return {mark.application_id: mark for mark in mine}


@dataclass(frozen=True, slots=True)
class SeenMarks:
    """What one reviewer may read of the marks on one application."""

    own: Mark | None
    others: tuple[Mark, ...]
    is_written: bool  # by anyone: the shortlist is open

    @property
    def has_conflict(self) -> bool:
        return self.own is not None and self.own.is_conflict


def marks_visible_to(reviewer: Person, application: Application) -> SeenMarks:
    """Their own mark; those of others once theirs counts, or once no more can be written.

    Call it with an application whose applicants the reviewer may see.
    """
    found = Mark.objects.filter(application=application).select_related("reviewer", "rubric").order_by("given_at", "pk")
    marks = list(found)
    own = next((mark for mark in marks if mark.reviewer_id == reviewer.pk), None)
    is_seen = (own is not None and own.counts) or not application.can_be_marked
    others = tuple(mark for mark in marks if mark is not own) if is_seen else ()
    return SeenMarks(own, others, is_written=any(mark.counts for mark in marks))


def written_marks(application: Application) -> QuerySet[Mark]:
    """Those that count: scores and a note, of reviewers without a conflict of interest."""
    return Mark.objects.filter(application=application, is_conflict=False)


def has_conflict(reviewer: Person, application: Application) -> bool:
    return Mark.objects.filter(application=application, reviewer=reviewer, is_conflict=True).exists()


def marks_shared_with(person: Person, application: Application) -> QuerySet[Mark]:
    """The marks that count on the person's own application, when the host shares them with its no."""
    if application.person_id != person.pk or not application.shares_marks:
        return Mark.objects.none()
    return written_marks(application).exclude(is_emptied=True).select_related("rubric").order_by("given_at", "pk")
