"""Contacts that stand twice made one, by rules that can be undone."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 18

BRIEF = Brief(
    title="Our customer list without doubles, tagged by what they buy",
    category="data",
    problem=(
        "Our CRM holds 4,000 contacts. Two of us called the same customer on one day with two prices, and a mail about "
        "lawn mowers went to people who buy boots."
    ),
    audience="Four colleagues who call and write to customers, and the one who looks after the CRM",
    outcome="A customer list with under 1% doubles, each contact tagged by one of six kinds of purchase.",
    in_scope=(
        "Rules for the same company and the same person",
        "A trial on a copy, then the merge in our CRM with a colleague beside you",
        "Six tags by what was bought in two years",
        "An undo file, and a report of two pages",
        "Three habits that keep doubles out",
    ),
    out_of_scope=(
        "Deleting contacts for good",
        "Looking people up outside of our own data",
        "Mails or calls to customers",
        "Another CRM",
    ),
    deliverables=(
        deliverable(
            "Rules, tried on a copy",
            "Document and spreadsheet",
            4,
            "On 150 pairs that a colleague judged, the rules agree in at least 145",
            "Pairs in doubt go to a list with both rows side by side, at most 200 of them",
        ),
        deliverable(
            "Merge of the sure pairs",
            "Changed CRM, undo file",
            8,
            "Three merges were undone from the file and came back whole",
            "Notes, orders and the wish not to be called survive every merge, checked on 30",
        ),
        deliverable(
            "Tags for every contact",
            "CRM fields and a table of counts",
            12,
            "Tags follow from orders by a rule that is written beside them",
            "A sample of 200, drawn by us, shows at most one double and five wrong tags",
        ),
        deliverable(
            "Report with three habits",
            "Document, 2 pages",
            14,
            "Before and after are given for contacts, companies, doubles and empty fields",
            "For each habit it says who, when and how one sees that it is kept",
        ),
    ),
    inputs=inputs(
        "An export of contacts and of orders of two years, without payment data",
        "A CRM login that can merge and not export",
        "Backups: who makes one before each merge",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Show how the two prices came about, step by step",
            "Sign the note on customer data together",
            "Make a backup together and see that it opens",
        ),
        intern=(
            "A small first win: find three pairs that no rule on names would find",
            "Count contacts, companies and empty fields before anything changes",
        ),
    ),
    check_in_prompts=(
        "Which pair cost you most time?",
        "What would be worst if it were merged wrongly?",
        "Who enters new contacts, and what do they see while typing?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("CRM or database work", "Spreadsheets", "Care"),
    tools=("Our CRM", "Spreadsheet"),
    ai_use="none",
    ai_note="Customers' data stays in our two systems.",
    portfolio="redacted",
    portfolio_note="Rules and counts may be shown without our name.",
    pathway="A look at lost customers could follow, on the clean list.",
    questions=questions(
        "Two contacts share a phone number. When are they one person?",
        "How do you make sure that you can take a step back?",
        "When in two weeks could you work beside a colleague?",
    ),
)

STARTER = Starter(
    code="crm_cleanup",
    title="CRM clean-up and tagging",
    category="data",
    summary="Contacts that stand twice become one, tagged by what they buy, with a way back.",
    who_its_for="Teams of four to twenty who call the same customer twice",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=12,
    hours_most=25,
    words=(
        "hubspot",
        "salesforce",
        "customers",
        "contacts",
        "duplicates",
        "database",
        "de-duplication",
        "address book",
    ),
)
