"""Addresses of this audience, part by part."""

from firstfoot.web.hosts import urls_applicants, urls_desk, urls_organizations, urls_projects

app_name = "hosts"
urlpatterns = [
    *urls_organizations.urlpatterns,
    *urls_projects.urlpatterns,
    *urls_applicants.urlpatterns,
    *urls_desk.urlpatterns,
]
