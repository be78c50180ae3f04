"""Every write to projects: drafting, publishing, running."""

from firstfoot.market.projects.actions.drafting import save_draft, start_project
from firstfoot.market.projects.actions.publishing import (
    publish_changes,
    publish_project,
    return_project,
    submit_project,
)
from firstfoot.market.projects.actions.running import (
    close_project,
    hand_over_project,
    pause_project,
    reindex_projects,
    reopen_project,
    resume_project,
)

__all__ = [
    "close_project",
    "hand_over_project",
    "pause_project",
    "publish_changes",
    "publish_project",
    "reindex_projects",
    "reopen_project",
    "resume_project",
    "return_project",
    "save_draft",
    "start_project",
    "submit_project",
]
