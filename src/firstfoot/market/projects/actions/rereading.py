"""What projects ask for follows the vocabulary: a word that stewards read counts for matching from then on."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from firstfoot.foundation.journal.actions import locked
from firstfoot.kernel import clock
from firstfoot.market.projects.models import Project, ProjectSkill
from firstfoot.market.projects.queries import current_brief
from firstfoot.market.projects.states import ProjectState
from firstfoot.market.projects.writing import ask_for_skills
from firstfoot.market.vocabulary.queries import projects_that_named

_OVER = (ProjectState.DRAFT, ProjectState.IN_REVIEW, ProjectState.CLOSED)


def reread_asked_skills(*, codes: Iterable[str]) -> int:
    """Read again the briefs that ask for one of the codes, or hold a word that was unknown; how many those were."""
    asking = ProjectSkill.objects.filter(code__in=list(codes)).values_list("project", flat=True)
    naming = Project.objects.filter(public_id__in=projects_that_named()).values_list("pk", flat=True)
    keys = sorted({*asking, *naming})
    for key in keys:
        reread_project(project_id=key)
    return len(keys)


@transaction.atomic
def reread_project(*, project_id: int) -> None:
    """Keep the skills that one published brief asks for by today's vocabulary; no fact is recorded."""
    project = locked(Project, project_id)
    if project.state in _OVER:
        return
    if not ask_for_skills(project, current_brief(project)):
        return
    listed = project.published_at if project.is_listed else None
    ProjectSkill.objects.filter(project=project).update(listed_at=listed)
    project.updated_at = clock.now()  # pages that were kept show the skills of before
    project.save(update_fields=["updated_at"])
