"""The addresses that belong to no audience."""

from django.urls import path

from firstfoot.web.shared.views.health import healthz, readyz
from firstfoot.web.shared.views.styleguide import styleguide

app_name = "shared"

urlpatterns = [
    path("styleguide/", styleguide, name="styleguide"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
]
