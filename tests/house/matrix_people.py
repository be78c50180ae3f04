"""What everybody with an account has: inbox, settings, files, invitations."""

from tests.house.matrix import public, signed_in

ALL = "200 *"
DONE = "302 *"

ROWS = [
    signed_in("GET", "people:blocks", "", "200 *"),
    signed_in("POST", "people:block", "acme", "302 sam paz xavi otto stella | 403 *"),
    signed_in("POST", "people:block_lift", "block", "302 xavi | 404 *"),
    signed_in("GET", "public:searches", "", "200 *"),
    signed_in("POST", "public:search_save", "", "422 *"),
    signed_in("GET", "public:search", "saved_search", "302 sam | 404 *"),
    signed_in("POST", "public:search_change", "saved_search", "302 sam | 404 *", name="Mine", every="week"),
    signed_in("POST", "public:search_delete", "saved_search", "302 sam | 404 *"),
    public("GET", "public:search_stop", "stop_mails", ALL),  # whoever has the link
    public("POST", "public:search_stop", "stop_mails", ALL),
    public("GET", "bymail:act", "link_decline", "200 anon hugo zoe | 403 *"),  # hugo's, and whoever has his mail
    public("POST", "bymail:act", "link_decline", "422 anon hugo zoe | 403 *"),
    signed_in("GET", "people:home", "", DONE),
    signed_in("GET", "people:known", "", ALL),
    signed_in("GET", "people:known_ask", "person_worked", "200 hana hugo cora | 404 *"),
    signed_in("POST", "people:known_ask", "person_worked", "422 hana hugo cora | 404 *"),
    signed_in("GET", "people:known_answer", "tie_asked", "200 sam | 404 *"),
    signed_in("POST", "people:known_answer", "tie_asked", "422 sam | 404 *"),
    signed_in("POST", "people:known_take_back", "tie_sent", "302 sam | 404 *"),
    signed_in("GET", "people:tie", "tie", "200 sam hugo | 404 *"),
    signed_in("POST", "people:tie", "tie", "422 sam hugo | 404 *"),
    signed_in("POST", "people:tie_reminder", "tie", "302 sam | 409 hugo | 404 *"),
    signed_in("POST", "people:tie_part", "tie", "302 sam hugo | 404 *"),
    signed_in("GET", "people:inbox", "", ALL),
    signed_in("POST", "people:inbox_read_all", "", DONE),
    signed_in("GET", "people:unread", "", ALL),
    signed_in("GET", "people:notice", "notice", "200 sam | 404 *"),
    signed_in("POST", "people:notice", "notice", "302 sam | 404 *"),
    signed_in("GET", "people:settings", "", ALL),
    signed_in("POST", "people:settings", "", "422 *"),
    signed_in("GET", "people:security", "", ALL),
    signed_in("POST", "people:sign_in_end", "sign_in", DONE),
    signed_in("POST", "people:sign_in_end_others", "", DONE),
    signed_in("GET", "people:your_data", "", ALL),
    signed_in("POST", "people:export_ask", "", DONE),
    signed_in("GET", "people:export", "export", "200 sam | 404 *"),
    signed_in("GET", "people:leave", "", ALL),
    signed_in("POST", "people:leave", "", "422 *"),
    signed_in("GET", "people:self_id", "", ALL),
    signed_in("POST", "people:self_id", "", "422 *"),
    signed_in("POST", "people:self_id_forget", "", DONE),
    public("GET", "people:left", "", ALL),
    public("GET", "people:calendar", "calendar", ALL),  # sam's, and whoever has its address
    signed_in("POST", "people:calendar_make", "", ALL),
    signed_in("POST", "people:calendar_end", "", DONE),
    signed_in("POST", "people:away_add", "", "422 *"),
    signed_in("POST", "people:away_remove", "away", "302 sam | 404 *"),
    signed_in("GET", "people:file", "file", "200 sam hana rita hugo cora tia | 404 *"),
    signed_in("GET", "people:file_shown", "file", "200 sam hana rita hugo cora tia | 404 *"),
    signed_in("GET", "people:file_text", "text_file", "200 sam hana rita hugo cora tia | 404 *"),
    public("GET", "people:invitation", "invitation_to_paz", ALL),
    signed_in("POST", "people:invitation", "invitation_to_paz", "302 paz | 403 *"),
    public("POST", "people:walk_in", "role", "404 *"),
]
