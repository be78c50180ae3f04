"""Addresses of the profile and the applications of a talent."""

from django.urls import path

from firstfoot.web.talent.views import application, applications, apply, found, interview, profile, reporting

urlpatterns = [
    path("profile/", profile.profile, name="profile"),
    path("profile/found/", found.found, name="profile_found"),
    path("apply/<slug:public_id>/", apply.apply, name="apply"),
    path("applications/", applications.applications, name="applications"),
    path("applications/<slug:public_id>/", application.application, name="application"),
    path("applications/<slug:public_id>/withdraw/", application.withdraw, name="application_withdraw"),
    path("applications/<slug:public_id>/post/", application.post, name="application_post"),
    path("applications/<slug:public_id>/conversation/<slug:post_id>/report/", reporting.message, name="message_report"),
    path("applications/<slug:public_id>/refuse/", application.refuse, name="offer_refuse"),
    path("applications/<slug:public_id>/accept/", application.accept, name="offer_accept"),
    path("applications/<slug:public_id>/interview/", interview.choose, name="interview_choose"),
    path("applications/<slug:public_id>/interview/none/", interview.none_fits, name="interview_none_fits"),
    path("interviews/<slug:public_id>.ics", interview.calendar, name="interview_calendar"),
]
