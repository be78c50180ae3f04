"""The site's own addresses, and the views that show what it could cost at best."""

from django.urls import include, path

from benchmarks import ceilings
from firstfoot.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("bench/hello/", ceilings.hello),
    path("bench/browse/", ceilings.browse),
    path("bench/browse-cold/", ceilings.browse_cold),
    path("bench/detail/<str:public_id>/", ceilings.detail),
    path("bench/page/", ceilings.page),
    path("bench/board/<str:public_id>/", ceilings.board),
    path("bench/engagements/", ceilings.engagements),
    path("", include("firstfoot.config.urls")),
]
