"""What hosts are answered: the organization, its members, its projects, the applicants to them."""

from tests.house.matrix import signed_in

ALL = "200 *"
MEMBERS = "hana rita hugo cora vera tia"  # tia is a recruiter by now
OWNER = "302 hana | 403 rita hugo cora vera tia | 404 *"
RECRUITERS = "302 hana rita tia | 403 hugo cora vera | 404 *"
OFFERS = "302 hana rita tia | 403 hugo cora | 404 *"
DAYS = {"first_on": "2030-01-01", "last_on": "2030-01-02"}

ROWS = [
    signed_in("GET", "hosts:desk", "", ALL),
    # The organization
    signed_in("GET", "hosts:organization_new", "", ALL),
    signed_in("POST", "hosts:organization_new", "", "422 *"),
    signed_in("GET", "hosts:organization", "acme", f"200 {MEMBERS} | 404 *"),
    signed_in("GET", "hosts:organization", "otherhost", "200 otto | 404 *"),
    signed_in("GET", "hosts:organization_edit", "acme", "200 hana | 403 rita hugo cora vera tia | 404 *"),
    signed_in("POST", "hosts:organization_edit", "acme", "422 hana | 403 rita hugo cora vera tia | 404 *"),
    signed_in("POST", "hosts:organization_resubmit", "acme", "409 hana | 403 rita hugo cora vera tia | 404 *"),
    signed_in("POST", "hosts:organization_check_website", "acme", OWNER),
    signed_in("POST", "hosts:organization_away", "acme", OWNER, **DAYS),
    signed_in("POST", "hosts:organization_away_remove", "acme organization_away", OWNER),
    # Its members
    signed_in("GET", "hosts:members", "acme", f"200 {MEMBERS} | 404 *"),
    signed_in("POST", "hosts:invite", "acme", OWNER, email="new@example.org", role="supervisor"),
    signed_in("POST", "hosts:invitation_revoke", "acme invitation", OWNER),
    signed_in("POST", "hosts:member_role", "acme person_vera", OWNER, role="recruiter"),
    signed_in("GET", "hosts:member_remove", "acme person_vera", "200 hana vera | 403 rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:member_remove", "acme person_vera", "302 hana vera | 403 rita hugo cora tia | 404 *"),
    # Its projects: recruiters manage them, the supervisor and cover of one see it
    signed_in("GET", "hosts:project_new", "", "200 *"),
    signed_in("POST", "hosts:project_new", "", "302 hana rita tia otto | 200 *"),
    signed_in("GET", "hosts:project_questions", "acme starter", "200 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:project_questions", "acme starter", "422 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("GET", "hosts:project", "project", f"200 {MEMBERS} | 404 *"),
    signed_in("GET", "hosts:project", "draft", f"200 {MEMBERS} | 404 *"),
    signed_in("GET", "hosts:project", "other_project", "200 otto | 404 *"),
    signed_in("GET", "hosts:brief_step", "draft step", "200 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:brief_step", "draft step", "409 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:brief_check", "draft step", "200 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:brief_fix", "draft step", "409 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("GET", "hosts:brief_preview", "draft", "200 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:proofread_share", "draft", RECRUITERS),
    signed_in("POST", "hosts:proofread_end", "proofread", RECRUITERS),
    signed_in("POST", "hosts:remark_settle", "remark", RECRUITERS),
    signed_in("POST", "hosts:project_submit", "draft", RECRUITERS),
    signed_in("POST", "hosts:project_publish_changes", "project", "409 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:applicant_block", "application_shortlisted", "302 hana rita tia | 403 hugo cora | 404 *"),
    signed_in("POST", "hosts:applicant_block", "application_submitted", "403 hana rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:project_appeal", "held", RECRUITERS, text="A mistake."),
    signed_in("POST", "hosts:project_pause", "project", RECRUITERS),
    signed_in("POST", "hosts:project_resume", "paused", RECRUITERS),
    signed_in("POST", "hosts:project_close", "project", RECRUITERS, reason="withdrawn"),
    signed_in("POST", "hosts:project_reopen", "closed", RECRUITERS),
    signed_in("POST", "hosts:project_repeat", "closed", RECRUITERS),
    signed_in("POST", "hosts:project_repeat", "draft", "409 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:project_hand_over", "project", RECRUITERS, supervisor="@person_vera"),
    signed_in("GET", "hosts:poster", "project", f"200 {MEMBERS} | 404 *"),
    signed_in("GET", "hosts:poster", "draft", "404 *"),
    signed_in("GET", "hosts:poster_pdf", "linked", f"200 {MEMBERS} | 404 *"),
    signed_in("GET", "hosts:invite_people", "project", "200 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:invite_people", "project", RECRUITERS, email="new@example.org"),
    signed_in("POST", "hosts:question_answer", "project question", "422 hana rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:question_set_aside", "project question", "422 hana rita hugo cora tia | 404 *"),
    # Applicants: recruiters, and the supervisor and cover of that project; offers by recruiters
    signed_in("GET", "hosts:figures", "project", f"200 {MEMBERS} | 404 *"),
    signed_in("GET", "hosts:figures", "other_project", "200 otto | 404 *"),
    signed_in("GET", "hosts:applicants", "project", "200 hana rita hugo cora tia | 403 vera | 404 *"),
    signed_in("GET", "hosts:applicant", "application_submitted", "200 hana rita hugo cora tia | 404 *"),
    signed_in("GET", "hosts:applicant", "application_draft", "404 *"),
    signed_in("GET", "hosts:review_questions", "project", "200 hana rita hugo cora tia | 403 vera | 404 *"),
    signed_in("GET", "hosts:review_compare", "project", "200 hana rita hugo cora tia | 403 vera | 404 *"),
    signed_in("GET", "hosts:rubric", "project", "200 hana rita hugo cora tia | 403 vera | 404 *"),
    signed_in("POST", "hosts:rubric", "project", "422 hana rita tia | 403 hugo cora vera | 404 *"),
    signed_in("POST", "hosts:applicant_mark", "application_submitted", "422 hana rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:applicant_step_aside", "application_submitted", "302 hana rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:applicant_shortlist", "application_marked", "302 hana rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:applicant_unshortlist", "application_shortlisted", "302 hana rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:applicant_decline", "application_submitted", "422 hana rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:applicant_offer", "application_shortlisted", OFFERS),
    signed_in("POST", "hosts:applicant_extend", "application_offered", OFFERS, **{"extend-days": "2"}),
    signed_in("POST", "hosts:applicant_rescind", "application_offered", OFFERS, **{"rescind-reason": "plans_changed"}),
    signed_in("POST", "hosts:applicant_post", "application_shortlisted", "422 hana rita hugo cora tia | 404 *"),
    signed_in("POST", "hosts:applicant_interview", "application_shortlisted", "422 hana rita hugo cora tia | 404 *"),
    signed_in("GET", "hosts:interview_calendar", "interview_chosen", "200 hana rita hugo cora tia | 404 *"),
    signed_in("GET", "hosts:interview_calendar", "interview_offered", "404 *"),
]
