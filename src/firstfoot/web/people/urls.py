"""Addresses of the pages about oneself."""

from django.urls import path

from firstfoot.web.people.views import (
    away,
    blocks,
    calendar,
    demo,
    files,
    home,
    inbox,
    invitation,
    security,
    self_id,
    settings,
    your_data,
)

app_name = "people"
urlpatterns = [
    path("home/", home.home, name="home"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/read-all/", inbox.read_all, name="inbox_read_all"),
    path("inbox/unread/", inbox.unread, name="unread"),
    path("inbox/<slug:public_id>/", inbox.notice, name="notice"),
    path("settings/", settings.settings, name="settings"),
    path("settings/sign-in/", security.security, name="security"),
    path("settings/sign-in/end-others/", security.end_others, name="sign_in_end_others"),
    path("settings/sign-in/<slug:public_id>/end/", security.end, name="sign_in_end"),
    path("settings/your-data/", your_data.your_data, name="your_data"),
    path("settings/your-data/copy/", your_data.ask, name="export_ask"),
    path("settings/your-data/copy/<slug:public_id>/", your_data.export, name="export"),
    path("settings/your-data/leave/", your_data.leave, name="leave"),
    path("settings/fairness/", self_id.self_id, name="self_id"),
    path("settings/fairness/forget/", self_id.forget, name="self_id_forget"),
    path("left/", your_data.left, name="left"),
    path("settings/calendar/", calendar.make, name="calendar_make"),
    path("settings/calendar/end/", calendar.end, name="calendar_end"),
    path("calendar/<str:secret>.ics", calendar.feed, name="calendar"),
    path("settings/away/", away.add, name="away_add"),
    path("settings/away/<slug:public_id>/remove/", away.remove, name="away_remove"),
    path("settings/blocks/", blocks.blocks, name="blocks"),
    path("settings/blocks/organizations/<slug:public_id>/", blocks.block_organization, name="block"),
    path("settings/blocks/<slug:public_id>/lift/", blocks.lift, name="block_lift"),
    path("files/<slug:public_id>/", files.file, name="file"),
    path("files/<slug:public_id>/shown/", files.file_shown, name="file_shown"),
    path("files/<slug:public_id>/text/", files.file_text, name="file_text"),
    path("invitations/<str:token>/", invitation.invitation, name="invitation"),
    path("demo/walk-in/<slug:role>/", demo.walk_in, name="walk_in"),
]
