"""Addresses of the talent's desk, and of the list that is made for them."""

from django.urls import URLPattern, path

from firstfoot.web.talent.views import desk, for_you

urlpatterns: list[URLPattern] = [
    path("", desk.desk, name="desk"),
    path("for-you/", for_you.for_you, name="for_you"),
    path("for-you/make/", for_you.for_you_make, name="for_you_make"),
    path("fit/<slug:public_id>/", for_you.fit, name="fit"),
]
