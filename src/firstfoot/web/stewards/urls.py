"""Addresses of the steward's pages."""

from django.urls import path

from firstfoot.web.stewards.views import desk, mails, organization, project, runs

app_name = "stewards"
_ONE = "organizations/<slug:public_id>/"
_PROJECT = "projects/<slug:public_id>/"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("organizations/", organization.organizations, name="organizations"),
    path(_ONE, organization.organization, name="organization"),
    path(f"{_ONE}verify/", organization.verify, name="organization_verify"),
    path(f"{_ONE}reject/", organization.reject, name="organization_reject"),
    path(f"{_ONE}suspend/", organization.suspend, name="organization_suspend"),
    path(f"{_ONE}restore/", organization.restore, name="organization_restore"),
    path(_PROJECT, project.project, name="project"),
    path(f"{_PROJECT}publish/", project.publish, name="project_publish"),
    path(f"{_PROJECT}return/", project.send_back, name="project_return"),
    path("runs/", runs.runs, name="runs"),
    path("runs/again/", runs.again, name="run_again"),
    path("mails/", mails.mails, name="mails"),
    path("mails/<slug:public_id>/again/", mails.again, name="mail_again"),
]
