"""What is open to everybody, and what only programs ask for."""

from tests.house.matrix import public

ALL = "200 *"

ROWS = [
    public("GET", "public:home", "", ALL),
    public("GET", "public:projects", "", ALL),
    public("GET", "public:project", "project", ALL),
    public("GET", "public:project", "linked", ALL),
    public("GET", "public:project", "paused", ALL),
    public("GET", "public:project", "closed", ALL),
    public("GET", "public:project", "draft", "404 *"),
    public("GET", "public:organization", "acme", ALL),
    public("GET", "public:organization", "unverified", "200 stella | 404 *"),  # the steward looks before it is public
    public("GET", "public:starters", "", ALL),
    public("GET", "public:starter", "starter", ALL),
    public("GET", "public:example", "", ALL),
    public("GET", "public:for_hosts", "", ALL),
    public("GET", "public:how_it_works", "", ALL),
    public("GET", "public:terms", "", ALL),
    public("GET", "public:privacy", "", ALL),
    public("GET", "public:help", "", ALL),
    public("GET", "shared:styleguide", "", ALL),
    public("GET", "shared:healthz", "", ALL),
    public("GET", "shared:readyz", "", "503 *"),
]
