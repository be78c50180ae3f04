"""What reviewers write: the rubric, their marks, a conflict of interest they declare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.actions.base import locked_with_project, require_state
from firstfoot.market.applications.events import Reviews
from firstfoot.market.applications.marks import criteria_of, is_rubric_used, standing_rubric
from firstfoot.market.applications.models import Application, Mark, Rubric
from firstfoot.market.applications.policies import may_change_rubric, may_review_applicants
from firstfoot.market.applications.rubric import Criteria, are_scores, criteria_from, digest_of, is_sound, rows_of
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.organizations.queries import guides_of
from firstfoot.market.organizations.states import Role, roles_from
from firstfoot.market.projects.models import Project

S = ApplicationState


@transaction.atomic
def change_rubric(*, project_id: int, criteria: Criteria, seen: str, actor: Person) -> Rubric:
    """Say what applications are read for: the same text until its first mark, a new number after.

    `seen` is the digest of what stood when the form was made; Conflict("changed") when it is
    another now. Raises ValueError for fewer than three criteria or more than six.
    """
    if not is_sound(criteria):
        raise ValueError("A rubric has three to six criteria.")
    project = locked(Project, project_id)
    require(may_change_rubric(actor, project))
    stands = criteria_of(project)
    if digest_of(criteria) == digest_of(stands):
        return _written_down(project, actor)
    if digest_of(stands) != seen:
        raise Conflict("changed")
    rubric = standing_rubric(project)
    if rubric is None or is_rubric_used(rubric):
        return _next_rubric(project, criteria, actor, Reviews.RUBRIC_CHANGED)
    rubric.criteria, rubric.updated_at = rows_of(criteria), clock.now()
    record(Reviews.RUBRIC_CHANGED, rubric, actor, save=["criteria", "updated_at"], number=rubric.number)
    return rubric


@transaction.atomic
def mark_application(
    *, application_id: int, rubric: str, scores: Sequence[int], note: str, seen: int = 0, actor: Person
) -> Mark:
    """Write one's mark, blind; again while nobody was shown, which stands as changed.

    `rubric` is the digest of the criteria that were marked, `seen` the version of the reviewer's
    own mark; Conflict("changed") when either is another now, unless the same mark stands already.
    Raises Conflict("mark_after_reveal") once someone saw who it is, ValueError without a note or
    with scores that are not one from 0 to 4 for each criterion.
    """
    project, application = locked_with_project(application_id)
    require(may_review_applicants(actor, application))
    criteria = criteria_of(project)
    standing = _mark_of(application, actor)
    if standing and _says(standing, rubric, scores, note):
        return standing
    if application.shortlisted_at is not None:
        raise Conflict("mark_after_reveal")
    require_state(application, "mark", S.SUBMITTED)
    if digest_of(criteria) != rubric or (standing.version if standing else 0) != seen:
        raise Conflict("changed")
    if not note.strip() or not are_scores(scores, criteria):
        raise ValueError("A mark has a note, and one score from 0 to 4 for each criterion.")
    written = {"scores": list(scores), "note": note.strip(), "rubric": _written_down(project, actor)}
    return _write(application, standing, Reviews.MARK_GIVEN, actor, is_conflict=False, **written)


@transaction.atomic
def declare_conflict(*, application_id: int, actor: Person) -> Mark:
    """Step aside: the reviewer's mark counts no more, and they answer this application no more.

    Raises Conflict("nobody_else") when the organization has no other recruiter or owner to answer it.
    """
    _, application = locked_with_project(application_id)
    require(may_review_applicants(actor, application))
    standing = _mark_of(application, actor)
    if standing and standing.is_conflict:
        return standing
    require_state(application, "declare", S.SUBMITTED, S.SHORTLISTED, S.OFFERED)
    recruiters = guides_of(application.project.organization_id).filter(role__in=roles_from(Role.RECRUITER))
    if not recruiters.exclude(person=actor).exists():
        raise Conflict("nobody_else")
    return _write(application, standing, Reviews.CONFLICT_DECLARED, actor, is_conflict=True)


def _says(mark: Mark, rubric: str, scores: Sequence[int], note: str) -> bool:
    """Whether this very mark stands, by the criteria that were marked."""
    if not mark.counts or mark.rubric is None or digest_of(criteria_from(mark.rubric.criteria)) != rubric:
        return False
    return (mark.scores, mark.note) == (list(scores), note.strip())


def _write(application: Application, standing: Mark | None, kind: Reviews, actor: Person, **values: Any) -> Mark:
    now = clock.now()
    codes = {"application": application.public_id}
    if standing is None:
        mark = Mark(application=application, reviewer=actor, given_at=now, updated_at=now, **values)
        record_new(kind, mark, actor, **codes)
        return mark
    kind = Reviews.MARK_CHANGED if kind == Reviews.MARK_GIVEN else kind
    standing.updated_at = now
    for name, value in values.items():
        setattr(standing, name, value)
    record(kind, standing, actor, save=["updated_at", *values], **codes)
    return standing


def _mark_of(application: Application, reviewer: Person) -> Mark | None:
    return Mark.objects.select_for_update().filter(application=application, reviewer=reviewer).first()


def _written_down(project: Project, actor: Person) -> Rubric:
    """The rubric that stands, as a row that marks can point to."""
    return standing_rubric(project) or _next_rubric(project, criteria_of(project), actor, Reviews.RUBRIC_DRAFTED)


def _next_rubric(project: Project, criteria: Criteria, actor: Person, kind: Reviews) -> Rubric:
    last = standing_rubric(project)
    number = last.number + 1 if last else 1
    rubric = Rubric(project=project, number=number, criteria=rows_of(criteria), updated_at=clock.now())
    record_new(kind, rubric, actor, number=number)
    return rubric
