"""What is open to everybody, and what only programs ask for."""

from tests.house.matrix import public, signed_in
from tests.house.matrix_hosts import MEMBERS

ALL = "200 *"
ASKS = "302 sam xavi otto stella | 403 hana rita hugo cora vera tia | 409 paz"  # paz waits for an answer already

ROWS = [
    public("GET", "public:home", "", ALL),
    public("GET", "public:projects", "", ALL),
    public("GET", "public:feed", "", ALL),
    public("GET", "public:category", "category", ALL),
    public("GET", "public:skill", "skill", ALL),
    public("GET", "public:sitemap", "", ALL),
    public("GET", "public:sitemap_of", "section", ALL),
    public("GET", "public:robots", "", ALL),
    public("GET", "public:project", "project", ALL),
    public("GET", "public:project", "linked", ALL),
    public("GET", "public:project_pdf", "project", ALL),
    public("GET", "public:project_pdf", "draft", "404 *"),
    public("GET", "public:would_sign", "project", ALL),
    public("GET", "public:would_sign", "draft", "404 *"),
    public("GET", "public:project", "paused", ALL),
    public("GET", "public:project", "closed", f"200 {MEMBERS} | 410 *"),  # gone for those it is not about
    public("GET", "public:project", "draft", "404 *"),
    # Questions: whoever may read the brief asks, but not about their own organization's; a visit leads to the form.
    signed_in("GET", "public:project_ask", "project", "302 *"),
    signed_in("GET", "public:project_ask", "draft", "404 *"),
    signed_in("POST", "public:project_ask", "project", ASKS, body="By when?"),
    signed_in("POST", "public:project_ask", "draft", "404 *", body="By when?"),
    signed_in("POST", "public:question_take_back", "project", "302 paz | 404 *"),
    public("GET", "public:invited", "project_invitation", ALL),
    public("POST", "public:invited", "project_invitation", "302 *"),
    public("GET", "public:organization", "acme", ALL),
    public("GET", "public:organization", "unverified", "200 stella | 404 *"),  # the steward looks before it is public
    signed_in("GET", "public:project_report", "project", f"403 {MEMBERS} | 200 *"),
    signed_in(
        "POST", "public:project_report", "project", f"403 {MEMBERS} | 302 *", reason="scam", words="No such shop."
    ),
    public("GET", "public:letter", "letter", ALL),
    public("GET", "public:letter", "hidden_letter", "404 *"),
    public("GET", "public:letter_pdf", "letter", ALL),
    public("GET", "public:letter_pdf", "hidden_letter", "404 *"),
    public("GET", "public:person", "person_page", ALL),
    public("GET", "public:person", "page_down", "404 *"),
    public("GET", "public:person_card", "person_page", ALL),
    public("GET", "public:person_card", "page_down", "404 *"),
    public("GET", "public:shown_item", "item", ALL),
    public("GET", "public:shown_item", "private_item", "404 *"),
    public("GET", "public:evidence", "item", ALL),
    public("GET", "public:evidence", "private_item", "404 *"),
    public("GET", "public:skill_suggestions", "", ALL),
    public("GET", "public:starters", "", ALL),
    public("GET", "public:starter", "starter", ALL),
    public("GET", "hosts:good_brief", "", ALL),
    public("GET", "public:proofread", "proofread_token", ALL),
    public("GET", "public:proofread", "ended_token", "404 *"),
    public("POST", "public:proofread", "proofread_token", "422 *"),
    public("GET", "public:example", "", ALL),
    public("GET", "public:for_hosts", "", ALL),
    public("GET", "public:how_it_works", "", ALL),
    public("GET", "public:playbook", "", ALL),
    public("GET", "public:terms", "", ALL),
    public("GET", "public:privacy", "", ALL),
    public("GET", "public:about", "", ALL),
    public("GET", "public:ledger", "", ALL),
    public("GET", "public:ledger_file", "kind", ALL),
    public("GET", "public:help", "", ALL),
    public("GET", "public:paper_check", "", ALL),
    public("POST", "public:paper_check", "", "422 *"),
    public("GET", "public:verify", "", ALL),
    public("POST", "public:verify", "", "422 *"),
    public("GET", "public:credential", "credential", ALL),
    public("GET", "public:credential", "hidden_credential", "404 *"),
    public("GET", "public:confirmation", "confirmation", ALL),
    public("GET", "public:confirmation", "credential", "404 *"),
    public("GET", "public:revocations", "revocations", ALL),
    public("GET", "public:revocations_token", "revocations", ALL),
    public("GET", "public:did", "", "404 *"),  # no domain of its own here, so each key says itself
    public("GET", "shared:styleguide", "", ALL),
    public("GET", "shared:healthz", "", ALL),
    public("GET", "shared:readyz", "", "503 *"),
]
