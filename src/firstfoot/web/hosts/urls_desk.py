"""Address of the host's desk."""

from django.urls import URLPattern, path

from firstfoot.web.hosts.views import desk

urlpatterns: list[URLPattern] = [path("", desk.desk, name="desk")]
