"""Addresses of a project's applicants."""

from django.urls import URLPattern, path

from firstfoot.web.hosts.views import applicant, applicant_moves, applicants, interview, marking, reporting, rubric

urlpatterns: list[URLPattern] = [
    path("projects/<slug:public_id>/applicants/", applicants.applicants, name="applicants"),
    path("applicants/<slug:public_id>/", applicant.applicant, name="applicant"),
    path("projects/<slug:public_id>/applicants/questions/", applicants.questions, name="review_questions"),
    path("projects/<slug:public_id>/applicants/compare/", applicants.compare, name="review_compare"),
    path("projects/<slug:public_id>/rubric/", rubric.rubric, name="rubric"),
    path("applicants/<slug:public_id>/mark/", marking.mark, name="applicant_mark"),
    path("applicants/<slug:public_id>/step-aside/", marking.step_aside, name="applicant_step_aside"),
    path("applicants/<slug:public_id>/shortlist/", applicant_moves.shortlist, name="applicant_shortlist"),
    path("applicants/<slug:public_id>/unshortlist/", applicant_moves.unshortlist, name="applicant_unshortlist"),
    path("applicants/<slug:public_id>/decline/", applicant_moves.decline, name="applicant_decline"),
    path("applicants/<slug:public_id>/offer/", applicant_moves.offer, name="applicant_offer"),
    path("applicants/<slug:public_id>/extend/", applicant_moves.extend, name="applicant_extend"),
    path("applicants/<slug:public_id>/rescind/", applicant_moves.rescind, name="applicant_rescind"),
    path("applicants/<slug:public_id>/block/", applicant_moves.block, name="applicant_block"),
    path("applicants/<slug:public_id>/report/", reporting.report, name="applicant_report"),
    path(
        "applicants/<slug:public_id>/conversation/<slug:post_id>/report/",
        reporting.message,
        name="applicant_message_report",
    ),
    path("applicants/<slug:public_id>/post/", applicant_moves.post, name="applicant_post"),
    path("applicants/<slug:public_id>/interview/", interview.offer, name="applicant_interview"),
    path("interviews/<slug:public_id>.ics", interview.calendar, name="interview_calendar"),
]
