"""Addresses of a host's projects and of the brief builder."""

from django.urls import path

from firstfoot.web.hosts import project_reasons  # noqa: F401  # says why projects refuse
from firstfoot.web.hosts.views import (
    appeal,
    brief_builder,
    brief_preview,
    brief_proofread,
    figures,
    found_people,
    good_brief,
    invite_people,
    poster,
    project,
    project_moves,
    project_new,
    project_questions,
    project_repeat,
    questions,
)

_PROJECT = "projects/<slug:public_id>/"

urlpatterns = [
    path("good-brief/", good_brief.good_brief, name="good_brief"),
    path("projects/new/", project_new.project_new, name="project_new"),
    path(
        "organizations/<slug:public_id>/projects/new/<slug:starter>/",
        project_questions.project_questions,
        name="project_questions",
    ),
    path(_PROJECT, project.project, name="project"),
    path(f"{_PROJECT}figures/", figures.figures, name="figures"),
    path(f"{_PROJECT}brief/preview/", brief_preview.brief_preview, name="brief_preview"),
    path(f"{_PROJECT}brief/<slug:step>/", brief_builder.brief_step, name="brief_step"),
    path(f"{_PROJECT}brief/<slug:step>/check/", brief_builder.brief_check, name="brief_check"),
    path(f"{_PROJECT}brief/<slug:step>/fix/", brief_builder.brief_fix, name="brief_fix"),
    path(f"{_PROJECT}proofread/", brief_proofread.proofread_share, name="proofread_share"),
    path("proofread/<slug:public_id>/end/", brief_proofread.proofread_end, name="proofread_end"),
    path("remarks/<slug:public_id>/settle/", brief_proofread.remark_settle, name="remark_settle"),
    path(f"{_PROJECT}submit/", brief_preview.project_submit, name="project_submit"),
    path(f"{_PROJECT}appeal/", appeal.project_appeal, name="project_appeal"),
    path(f"{_PROJECT}publish-changes/", brief_preview.project_publish_changes, name="project_publish_changes"),
    path(f"{_PROJECT}pause/", project_moves.project_pause, name="project_pause"),
    path(f"{_PROJECT}resume/", project_moves.project_resume, name="project_resume"),
    path(f"{_PROJECT}close/", project_moves.project_close, name="project_close"),
    path(f"{_PROJECT}reopen/", project_moves.project_reopen, name="project_reopen"),
    path(f"{_PROJECT}repeat/", project_repeat.project_repeat, name="project_repeat"),
    path(f"{_PROJECT}hand-over/", project_moves.project_hand_over, name="project_hand_over"),
    path(f"{_PROJECT}invite/", invite_people.invite_people, name="invite_people"),
    path(f"{_PROJECT}people/", found_people.found_people, name="found_people"),
    path(f"{_PROJECT}people/draw/", found_people.draw, name="found_draw"),
    path(f"{_PROJECT}people/<slug:alias>/invite/", found_people.invite, name="found_invite"),
    path(f"{_PROJECT}poster/", poster.poster, name="poster"),
    path(f"{_PROJECT}poster.pdf", poster.poster_pdf, name="poster_pdf"),
    path(f"{_PROJECT}questions/<slug:question>/answer/", questions.question_answer, name="question_answer"),
    path(f"{_PROJECT}questions/<slug:question>/set-aside/", questions.question_set_aside, name="question_set_aside"),
]
