"""Six pages tried with a keyboard, a screen reader and a zoomed screen, with each barrier named."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 16

BRIEF = Brief(
    title="An accessibility check of our six most important pages",
    category="design",
    problem=(
        "A customer who cannot use a mouse wrote that she could not book with us. We do not know what else stops "
        "people, and our developer has asked for a list she can work through."
    ),
    audience="Our developer, who plans two weeks of repairs, and the customer who wrote to us",
    outcome="A check of six pages against WCAG 2.2 AA with a list of barriers in the order to repair them.",
    in_scope=(
        "Six pages that we name, among them search, booking and contact",
        "An automated scan of each, read by a person",
        "Each page walked with the keyboard alone, at 200% zoom and with one screen reader",
        "A list of barriers with the criterion, who is stopped and how to repair it",
        "A call with the developer about the worst five",
    ),
    out_of_scope=(
        "Repairing code",
        "Documents and films behind the pages",
        "A legal statement or a certificate",
        "The payment provider's pages",
    ),
    deliverables=(
        deliverable(
            "First page, checked in full",
            "Spreadsheet rows and notes",
            4,
            "Findings of the scan are marked real or false, each with a reason",
            "The way through by keyboard is written as a list of stops, with where the focus was lost",
        ),
        deliverable(
            "All six pages, checked",
            "Spreadsheet",
            9,
            "Every barrier has page, element, criterion number, how to see it and a picture or a line heard",
            "Screen reader, browser and versions are named, and the six ways are noted as done or stopped where",
            "Barriers that appear on all pages are listed once",
        ),
        deliverable(
            "Ranked list with repairs",
            "Spreadsheet, sorted",
            12,
            "Rank follows a rule: who is stopped, how often the page is used, how long the repair takes",
            "For the ten worst a repair is described in words and, where it helps, five lines of code",
            "The developer has put a time beside each of the ten",
        ),
        deliverable(
            "Summary and a page of habits",
            "Document, 3 pages",
            14,
            "The first page tells a reader without training what works, what does not, and for whom",
            "Seven habits for new pages fit one page, each with how to test it in a minute",
        ),
    ),
    inputs=inputs(
        "Addresses of the six pages, and test logins where one is needed",
        "The customer's letter, with her consent",
        "What the developer can change, and what belongs to a supplier",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Try to book with the keyboard alone, together, for ten minutes",
            "Fix the date of the call with the developer",
        ),
        intern=(
            "A small first win: find one barrier on our front page and show how you noticed",
            "Check that your screen reader works with our site, and say which one it is",
        ),
    ),
    check_in_prompts=(
        "Who would be stopped first, and at which step?",
        "Which finding of the scan turned out to be nothing?",
        "Did you meet something that works well and must stay?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Web accessibility", "Careful testing", "HTML basics"),
    tools=("A free scanner", "A screen reader", "Spreadsheet"),
    ai_use="disclose",
    ai_note="A tool may draft descriptions. Each barrier is one that you met yourself.",
    portfolio="redacted",
    portfolio_note="Method, rank rule and habits may be shown; barriers only after they are repaired.",
    pathway="When the repairs are done we check again, and would ask the same person.",
    questions=questions(
        "Which site do you find hard to use, and for whom is it harder still?",
        "What does a scanner never find?",
        "Which screen reader do you know, or how would you learn one in a day?",
    ),
)

STARTER = Starter(
    code="accessibility_check",
    title="Accessibility check of key pages",
    category="design",
    summary="Six pages tried with keyboard, zoom and screen reader, and every barrier in the order of repair.",
    who_its_for="Anyone with a public site: town offices, shops, schools, practices",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=12,
    hours_most=20,
    words=("wcag", "ada", "a11y", "screen reader", "disability", "website", "audit", "inclusive"),
)
