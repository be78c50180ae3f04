"""Addresses of a project's applicants."""

from django.urls import URLPattern, path

from firstfoot.web.hosts.views import applicant, applicant_moves, applicants

urlpatterns: list[URLPattern] = [
    path("projects/<slug:public_id>/applicants/", applicants.applicants, name="applicants"),
    path("applicants/<slug:public_id>/", applicant.applicant, name="applicant"),
    path("applicants/<slug:public_id>/shortlist/", applicant_moves.shortlist, name="applicant_shortlist"),
    path("applicants/<slug:public_id>/unshortlist/", applicant_moves.unshortlist, name="applicant_unshortlist"),
    path("applicants/<slug:public_id>/decline/", applicant_moves.decline, name="applicant_decline"),
    path("applicants/<slug:public_id>/offer/", applicant_moves.offer, name="applicant_offer"),
    path("applicants/<slug:public_id>/extend/", applicant_moves.extend, name="applicant_extend"),
    path("applicants/<slug:public_id>/rescind/", applicant_moves.rescind, name="applicant_rescind"),
    path("applicants/<slug:public_id>/post/", applicant_moves.post, name="applicant_post"),
]
