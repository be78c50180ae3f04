"""Addresses of a host's projects and of the brief builder."""

from django.urls import path

from firstfoot.web.hosts import project_reasons  # noqa: F401  # says why projects refuse
from firstfoot.web.hosts.views import brief_builder, brief_preview, project, project_moves, project_new

_PROJECT = "projects/<slug:public_id>/"

urlpatterns = [
    path("projects/new/", project_new.project_new, name="project_new"),
    path(_PROJECT, project.project, name="project"),
    path(f"{_PROJECT}brief/preview/", brief_preview.brief_preview, name="brief_preview"),
    path(f"{_PROJECT}brief/<slug:step>/", brief_builder.brief_step, name="brief_step"),
    path(f"{_PROJECT}brief/<slug:step>/check/", brief_builder.brief_check, name="brief_check"),
    path(f"{_PROJECT}submit/", brief_preview.project_submit, name="project_submit"),
    path(f"{_PROJECT}publish-changes/", brief_preview.project_publish_changes, name="project_publish_changes"),
    path(f"{_PROJECT}pause/", project_moves.project_pause, name="project_pause"),
    path(f"{_PROJECT}resume/", project_moves.project_resume, name="project_resume"),
    path(f"{_PROJECT}close/", project_moves.project_close, name="project_close"),
    path(f"{_PROJECT}reopen/", project_moves.project_reopen, name="project_reopen"),
    path(f"{_PROJECT}hand-over/", project_moves.project_hand_over, name="project_hand_over"),
]
