"""Addresses of the pages about oneself."""

from django.urls import path

from firstfoot.web.people.views import away, demo, files, home, inbox, invitation, settings

app_name = "people"
urlpatterns = [
    path("home/", home.home, name="home"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/read-all/", inbox.read_all, name="inbox_read_all"),
    path("inbox/unread/", inbox.unread, name="unread"),
    path("inbox/<slug:public_id>/", inbox.notice, name="notice"),
    path("settings/", settings.settings, name="settings"),
    path("settings/away/", away.add, name="away_add"),
    path("settings/away/<slug:public_id>/remove/", away.remove, name="away_remove"),
    path("files/<slug:public_id>/", files.file, name="file"),
    path("invitations/<str:token>/", invitation.invitation, name="invitation"),
    path("demo/walk-in/<slug:role>/", demo.walk_in, name="walk_in"),
]
