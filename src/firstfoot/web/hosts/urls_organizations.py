"""Addresses of a host's own organization and its members."""

from django.urls import path

from firstfoot.web.hosts.views import bench, host_figures, members, organization, organization_away, website

_ONE = "organizations/<slug:public_id>/"

urlpatterns = [
    path("organizations/new/", organization.new, name="organization_new"),
    path(_ONE, organization.organization, name="organization"),
    path(f"{_ONE}edit/", organization.edit, name="organization_edit"),
    path(f"{_ONE}resubmit/", organization.resubmit, name="organization_resubmit"),
    path(f"{_ONE}check-website/", website.check, name="organization_check_website"),
    path(f"{_ONE}away/", organization_away.add, name="organization_away"),
    path(f"{_ONE}away/<slug:away_id>/remove/", organization_away.remove, name="organization_away_remove"),
    path(f"{_ONE}figures/", host_figures.host_figures, name="host_figures"),
    path(f"{_ONE}figures/projects/", host_figures.projects, name="host_figures_projects"),
    path(f"{_ONE}figures/projects.<slug:kind>", host_figures.file, name="host_figures_file"),
    path(f"{_ONE}bench/", bench.bench, name="bench"),
    path(f"{_ONE}bench/<slug:person_id>/note/", bench.note, name="bench_note"),
    path(f"{_ONE}bench/<slug:person_id>/invite/", bench.invite, name="bench_invite"),
    path(f"{_ONE}members/", members.members, name="members"),
    path(f"{_ONE}members/invite/", members.invite, name="invite"),
    path(f"{_ONE}members/<slug:person_id>/role/", members.role, name="member_role"),
    path(f"{_ONE}members/<slug:person_id>/remove/", members.remove, name="member_remove"),
    path(f"{_ONE}invitations/<slug:invitation_id>/revoke/", members.revoke, name="invitation_revoke"),
]
