"""The address behind every link in a mail that acts."""

from django.urls import path

from firstfoot.web.bymail.views import act

app_name = "bymail"
urlpatterns = [path("<str:secret>/", act.act, name="act")]
