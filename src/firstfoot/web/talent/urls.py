"""Addresses of this audience, part by part."""

from firstfoot.web.talent import urls_applications, urls_desk, urls_portfolio

app_name = "talent"
urlpatterns = [
    *urls_applications.urlpatterns,
    *urls_desk.urlpatterns,
    *urls_portfolio.urlpatterns,
]
