"""A list of organizations worth a first talk, with the rule by which each got onto it."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 18

BRIEF = Brief(
    title="A list of 150 organizations worth a first conversation",
    category="sales",
    problem=(
        "We know who our best five customers are, but not where to find fifty more like them. Our list of names was "
        "bought years ago, a third of it bounces, and nobody trusts it enough to start calling."
    ),
    audience="Our two salespeople, who start each morning with the next ten names",
    outcome="A list of 150 organizations that fit a written rule, each with a public contact point and a reason.",
    in_scope=(
        "Writing down what our five best customers have in common",
        "A fit rule of at most six points, agreed before the search begins",
        "150 organizations from public sources, each with a fit score and its reason",
        "The public contact point of each: a switchboard, a form, or a published role address",
        "Checking the list against our own customers, so that nobody is on both",
    ),
    out_of_scope=(
        "Calling or writing to anyone on the list",
        "Private addresses, private profiles, or guessing a person's address",
        "Bought lists, and tools that collect data against a site's terms",
        "Sales texts or call scripts",
    ),
    deliverables=(
        deliverable(
            "Fit rule on one page",
            "Shared document, 1 page",
            3,
            "Four to six points, each with how a stranger can tell from public sources whether it is met",
            "Applied to our five best customers, the rule gives at least four of them a high score",
            "The sales lead has agreed to the rule in writing",
        ),
        deliverable(
            "The first 30 organizations, to correct the course",
            "Rows in a spreadsheet",
            6,
            "All 30 rows have name, place, size, fit score, reason in one sentence, contact point and source",
            "The sales lead marks ten rows at random; at least eight are called worth a talk",
        ),
        deliverable(
            "The full list of 150",
            "Spreadsheet that imports into our CRM",
            12,
            "150 rows, of which fewer than 3% appear twice under another spelling",
            "At least 95% of the web addresses open, checked in the last three days before handing in",
            "Every row names the public page it comes from and the day it was read",
            "No row is a present customer or stands on our do-not-contact list",
            extra=("Ten rows are starred as the ones to call first, with the news that makes now a good time",),
        ),
        deliverable(
            "Note on sources and on how to add more",
            "Document, 1 to 2 pages",
            14,
            "The five best sources are named with how many good rows each gave in an hour",
            "A salesperson adds three new rows from the note in under 20 minutes",
        ),
    ),
    inputs=inputs(
        "Who our five best customers are, and why we say so",
        "Names of all present customers and of those who asked us not to call",
        "The column names that our CRM imports",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Tell the story of how two of our best customers found us",
            "Show the CRM and import one row together, so that the columns are clear",
            "Say what data about people may be kept, and where the list may be stored",
        ),
        intern=(
            "A small first win: find one organization that fits, before any rule, and say how you found it",
            "Sit in on one sales call, or listen to a recording that we may share",
        ),
    ),
    check_in_prompts=(
        "Which point of the fit rule throws out good names, or lets poor ones in?",
        "Which source is running dry, and where will the next fifty come from?",
        "Did you meet anything that we should not store?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Online research", "Spreadsheets", "Accuracy"),
    tools=("Spreadsheet", "Our CRM"),
    ai_use="disclose",
    ai_note="A tool may propose names. A row counts only when you opened the organization's own page.",
    portfolio="redacted",
    portfolio_note="You may show the fit rule and ten rows with the names covered.",
    pathway="When the list brings us talks, we plan a second list for a new region and ask the same person first.",
    questions=questions(
        "How would you find twenty family-run dental labs in one state, using public sources only?",
        "Tell us about a dull task that you did with great care. How did you keep the errors out?",
        "Which hours suit you in these two weeks?",
    ),
)

STARTER = Starter(
    code="lead_list",
    title="Qualified lead list",
    category="sales",
    summary="150 organizations that fit a written rule, each with a reason, a public contact point and its source.",
    who_its_for="Small sales teams that know their best customers and want more like them, by lawful means",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "inputs", "audience", "problem"),
    hours_least=10,
    hours_most=20,
    words=("prospects", "prospecting", "new customers", "crm", "b2b", "contacts", "cold outreach", "salesforce"),
)
