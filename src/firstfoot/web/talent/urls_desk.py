"""Address of the talent's desk."""

from django.urls import URLPattern, path

from firstfoot.web.talent.views import desk

urlpatterns: list[URLPattern] = [path("", desk.desk, name="desk")]
