"""What stewards alone are answered."""

from tests.house.matrix import signed_in

SEES = "200 stella | 403 *"
DOES = "302 stella | 403 *"
SAYS_WHY = "422 stella | 403 *"
TOO_LATE = "409 stella | 403 *"

ROWS = [
    signed_in("GET", "stewards:desk", "", SEES),
    signed_in("GET", "stewards:cases", "", SEES),
    signed_in("GET", "stewards:cases_over", "", SEES),
    signed_in("GET", "stewards:case", "case", SEES),
    signed_in("GET", "stewards:case", "reported", SEES),
    signed_in("POST", "stewards:case_open", "reported", DOES),
    signed_in("POST", "stewards:case_take", "case", DOES),
    signed_in("POST", "stewards:case_hand_on", "case", SAYS_WHY),
    signed_in("POST", "stewards:case_decide", "case", DOES, decision="released"),
    signed_in("POST", "stewards:case_answer", "case", TOO_LATE, granted="yes", reason="They are right."),  # no appeal
    signed_in("GET", "stewards:sourcing", "", SEES),
    signed_in("POST", "stewards:sourcing_turn", "", SAYS_WHY),
    signed_in("POST", "stewards:sourcing_count", "", DOES),
    signed_in("GET", "stewards:credentials", "", SEES),
    signed_in("GET", "stewards:credential", "credential", SEES),
    signed_in("POST", "stewards:credential", "credential", SAYS_WHY),
    signed_in("POST", "stewards:key_rotate", "", DOES),
    signed_in("GET", "stewards:disputes", "", SEES),
    signed_in("GET", "stewards:dispute", "settled_dispute", SEES),
    signed_in("GET", "stewards:dispute_record", "settled_dispute", SEES),
    signed_in("POST", "stewards:dispute_decide", "settled_dispute", DOES, decision="accepted", reason="It is there."),
    signed_in("POST", "stewards:dispute_decide", "dispute", TOO_LATE, decision="nothing", reason="No answer yet."),
    signed_in("GET", "stewards:organizations", "", SEES),
    signed_in("GET", "stewards:organization", "unverified", SEES),
    signed_in("POST", "stewards:organization_verify", "unverified", DOES),
    signed_in("POST", "stewards:organization_verify", "acme", TOO_LATE),
    signed_in("POST", "stewards:organization_renew", "acme", DOES),
    signed_in("POST", "stewards:organization_renew", "unverified", TOO_LATE),
    signed_in("POST", "stewards:organization_reject", "unverified", SAYS_WHY),
    signed_in("POST", "stewards:organization_suspend", "acme", SAYS_WHY),
    signed_in("POST", "stewards:organization_restore", "acme", TOO_LATE),
    signed_in("POST", "stewards:document_note", "otherhost", DOES, kind="tax", words="By post", seen_on="@today"),
    signed_in("POST", "stewards:document_note", "acme", TOO_LATE, kind="tax", words="By post", seen_on="@today"),
    signed_in("POST", "stewards:document_confirm", "unverified document", DOES),
    signed_in("POST", "stewards:document_confirm", "acme own_document", "403 *"),  # stella saw it first
    signed_in("POST", "stewards:document_confirm", "acme document", "404 stella | 403 *"),  # of another host
    signed_in("POST", "stewards:document_deny", "unverified document", DOES, reason="It names somebody else."),
    signed_in("POST", "stewards:document_take_back", "acme own_document", DOES),
    signed_in("POST", "stewards:document_take_back", "unverified document", "403 *"),  # stella did not note it
    signed_in("GET", "stewards:project", "unpublished", SEES),
    signed_in("GET", "stewards:project", "draft", "404 stella | 403 *"),  # nobody asked them yet
    signed_in("POST", "stewards:project_publish", "unpublished", TOO_LATE),  # its host is not verified
    signed_in("POST", "stewards:project_return", "unpublished", SAYS_WHY),
    signed_in("GET", "stewards:result", "late_result", SEES),
    signed_in("GET", "stewards:write_offs", "", SEES),
    signed_in("POST", "stewards:write_off_answer", "asked_stipend", DOES, answer="refuse"),
    signed_in("GET", "stewards:appeals", "", SEES),
    signed_in("GET", "stewards:appeal", "appealed", SEES),
    signed_in("POST", "stewards:appeal", "appealed", SAYS_WHY),
    signed_in("GET", "stewards:part_pays", "", SEES),
    signed_in("GET", "stewards:part_pay", "late_part", SEES),
    signed_in("POST", "stewards:part_pay", "late_part", SAYS_WHY),
    signed_in("GET", "stewards:result", "fresh_result", "404 stella | 403 *"),  # its host still has time
    signed_in("POST", "stewards:result_accept", "late_result", DOES, submission="1", reason="All three points."),
    signed_in("GET", "stewards:sealed", "", SEES),
    signed_in("POST", "stewards:sealed_open", "sealed", SAYS_WHY),
    signed_in("GET", "stewards:people", "", SEES),
    signed_in("GET", "stewards:person", "person_vera", SEES),
    signed_in("POST", "stewards:person_suspend", "person_vera", DOES, reason="spam"),
    signed_in("POST", "stewards:person_restore", "person_vera", TOO_LATE, reason="mistake"),
    signed_in("GET", "stewards:pay_floors", "", SEES),
    signed_in("POST", "stewards:pay_floors", "", SAYS_WHY),
    signed_in("POST", "stewards:pay_floor_withdraw", "pay_floor", DOES),
    signed_in("GET", "stewards:skills", "", SEES),
    signed_in("POST", "stewards:skill_word", "", DOES, words="Basket weaving", do="leave"),
    signed_in("POST", "stewards:skill_merge", "", DOES, code="@added_skill", into="SQL"),
    signed_in("POST", "stewards:skill_undo", "vocabulary_change", DOES),
    signed_in("GET", "stewards:figures", "", SEES),
    signed_in("GET", "stewards:figures_file", "this_year kind", SEES),
    signed_in("GET", "stewards:audit", "", SEES),
    signed_in("POST", "stewards:audit_open", "", SEES, year="@audited"),
    signed_in("POST", "stewards:audit_export", "", SEES, year="@audited"),
    signed_in("GET", "stewards:at_risk", "", SEES),
    signed_in("GET", "stewards:runs", "", SEES),
    signed_in("POST", "stewards:run_again", "", DOES, fact="@fact", reaction="test"),
    signed_in("GET", "stewards:mails", "", SEES),
    signed_in("POST", "stewards:mail_again", "mail", DOES),
]
