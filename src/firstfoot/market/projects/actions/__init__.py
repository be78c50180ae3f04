"""Every write to projects: drafting, proofreading, publishing, running, public questions."""

from firstfoot.market.projects.actions.asking import (
    answer_question,
    ask_question,
    erase_questions,
    set_aside_question,
    take_back_question,
)
from firstfoot.market.projects.actions.drafting import repeat_project, save_draft, save_rest, start_project
from firstfoot.market.projects.actions.holding import (
    hold_for_appeal,
    release_of_renewed_host,
    release_project,
    return_held_project,
)
from firstfoot.market.projects.actions.proofreading import (
    end_proofreading,
    forget_remarks,
    leave_remark,
    settle_remark,
    share_for_proofreading,
)
from firstfoot.market.projects.actions.publishing import (
    publish_changes,
    publish_project,
    return_project,
    submit_project,
)
from firstfoot.market.projects.actions.rereading import reread_asked_skills, reread_project
from firstfoot.market.projects.actions.running import (
    close_project,
    hand_over_project,
    pause_project,
    reindex_projects,
    reopen_project,
    resume_project,
)

__all__ = [
    "answer_question",
    "ask_question",
    "close_project",
    "end_proofreading",
    "erase_questions",
    "forget_remarks",
    "hand_over_project",
    "hold_for_appeal",
    "leave_remark",
    "pause_project",
    "publish_changes",
    "publish_project",
    "reindex_projects",
    "release_of_renewed_host",
    "release_project",
    "reopen_project",
    "repeat_project",
    "reread_asked_skills",
    "reread_project",
    "resume_project",
    "return_held_project",
    "return_project",
    "save_draft",
    "save_rest",
    "set_aside_question",
    "settle_remark",
    "share_for_proofreading",
    "start_project",
    "submit_project",
    "take_back_question",
]
