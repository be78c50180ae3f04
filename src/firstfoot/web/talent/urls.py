"""Addresses of this audience, part by part."""

from firstfoot.web.talent import urls_applications, urls_desk

app_name = "talent"
urlpatterns = [
    *urls_applications.urlpatterns,
    *urls_desk.urlpatterns,
]
