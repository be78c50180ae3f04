"""What stewards alone are answered."""

from tests.house.matrix import signed_in

SEES = "200 stella | 403 *"
DOES = "302 stella | 403 *"
SAYS_WHY = "422 stella | 403 *"
TOO_LATE = "409 stella | 403 *"

ROWS = [
    signed_in("GET", "stewards:desk", "", SEES),
    signed_in("GET", "stewards:organizations", "", SEES),
    signed_in("GET", "stewards:organization", "unverified", SEES),
    signed_in("POST", "stewards:organization_verify", "unverified", DOES),
    signed_in("POST", "stewards:organization_verify", "acme", TOO_LATE),
    signed_in("POST", "stewards:organization_reject", "unverified", SAYS_WHY),
    signed_in("POST", "stewards:organization_suspend", "acme", SAYS_WHY),
    signed_in("POST", "stewards:organization_restore", "acme", TOO_LATE),
    signed_in("GET", "stewards:project", "unpublished", SEES),
    signed_in("GET", "stewards:project", "draft", "404 stella | 403 *"),  # nobody asked them yet
    signed_in("POST", "stewards:project_publish", "unpublished", TOO_LATE),  # its host is not verified
    signed_in("POST", "stewards:project_return", "unpublished", SAYS_WHY),
    signed_in("GET", "stewards:runs", "", SEES),
    signed_in("POST", "stewards:run_again", "", DOES, fact="@fact", reaction="test"),
    signed_in("GET", "stewards:mails", "", SEES),
    signed_in("POST", "stewards:mail_again", "mail", DOES),
]
