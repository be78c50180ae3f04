"""What people are answered where they look for projects and apply."""

from tests.house.matrix import signed_in

ALL = "200 *"
MINE = "200 sam | 404 *"  # an application is its applicant's; the host reads it under /hosting/
NOT_FILLED_IN = "422 sam | 404 *"

ROWS = [
    signed_in("GET", "talent:desk", "", ALL),
    signed_in("GET", "talent:profile", "", ALL),
    signed_in("POST", "talent:profile", "", "422 *", hours_a_week="many"),
    signed_in("GET", "talent:profile_found", "", ALL),
    signed_in("POST", "talent:profile_found", "", "422 *"),
    signed_in("GET", "talent:for_you", "", ALL),
    signed_in("GET", "talent:pay", "", ALL),
    signed_in("GET", "talent:test_drive", "", ALL),
    signed_in("GET", "talent:came_of", "follow_up", "200 sam | 404 *"),
    signed_in("POST", "talent:came_of", "follow_up", "422 sam | 404 *"),
    signed_in("GET", "talent:suited_me", "completed", "200 sam | 404 *"),
    signed_in("POST", "talent:suited_me", "completed", "302 sam | 404 *", role="3"),
    signed_in("GET", "talent:pay_year", "this_year", ALL),
    signed_in("POST", "talent:for_you_make", "", "302 *"),
    signed_in("POST", "talent:for_you", "", "422 *", order="by merit"),
    signed_in("GET", "talent:fit", "project", ALL),
    signed_in("GET", "talent:fit", "draft", "404 *"),
    signed_in("GET", "talent:applications", "", ALL),
    # Nobody applies to an organization they belong to.
    signed_in("GET", "talent:apply", "project", ALL),
    signed_in("POST", "talent:apply", "project", "302 sam paz xavi otto stella | 403 *"),
    signed_in("GET", "talent:apply", "draft", "404 *"),
    signed_in("POST", "talent:apply", "draft", "404 *"),
    signed_in("GET", "talent:application", "application_draft", MINE),
    signed_in("GET", "talent:application", "application_shortlisted", MINE),
    signed_in("POST", "talent:application_withdraw", "application_submitted", "302 sam | 404 *"),
    signed_in("POST", "talent:application_post", "application_shortlisted", NOT_FILLED_IN),
    signed_in("POST", "talent:interview_choose", "application_asked", NOT_FILLED_IN),
    signed_in("POST", "talent:interview_none_fits", "application_asked", NOT_FILLED_IN),
    signed_in("GET", "talent:interview_calendar", "interview_chosen", MINE),
    signed_in("GET", "talent:interview_calendar", "interview_offered", "404 *"),
    signed_in("POST", "talent:offer_refuse", "application_offered", "302 sam | 404 *"),
    signed_in("POST", "talent:offer_accept", "application_offered", "302 sam | 404 *"),
    # What one shows of one's own work; the host reads what it is asked under /work/.
    signed_in("GET", "talent:portfolio", "", ALL),
    signed_in("GET", "talent:portfolio_item", "completed", MINE),
    signed_in("GET", "talent:portfolio_item", "asking", MINE),
    signed_in("GET", "talent:portfolio_item", "active", "404 *"),
    signed_in("POST", "talent:portfolio_item", "completed", NOT_FILLED_IN),
    signed_in("POST", "talent:portfolio_item", "asking", NOT_FILLED_IN),
    signed_in("POST", "talent:portfolio_show", "completed", NOT_FILLED_IN),
    signed_in("POST", "talent:portfolio_take_back", "asking", "302 sam | 404 *"),
    signed_in("GET", "talent:page", "", ALL),
    signed_in("POST", "talent:page", "", "422 *"),
    signed_in("POST", "talent:page_up", "", "409 sam | 302 paz | 404 *"),
    signed_in("POST", "talent:page_down", "", "302 sam | 409 paz | 404 *"),
    signed_in("GET", "talent:resume", "", ALL),
    signed_in("POST", "talent:resume", "", "422 *"),
    signed_in("POST", "talent:resume_import", "", "422 *"),
    signed_in("GET", "talent:resume_json", "", ALL),
    signed_in("GET", "talent:resume_text", "", ALL),
    signed_in("GET", "talent:resume_paper", "look", ALL),
]
