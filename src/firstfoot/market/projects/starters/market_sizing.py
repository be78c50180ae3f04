"""How large a market is, counted from below and from above, with every assumption on the table."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 20

BRIEF = Brief(
    title="How many workshops could use our tool: a sizing note",
    category="strategy",
    problem=(
        "In talks with a bank we said ten thousand workshops and could not say where that came from. The figure in "
        "our slides is from a report that sells itself with large figures."
    ),
    audience="Our two founders before the next talk with a bank, and the banker who will check it",
    outcome="A note of five pages that sizes our market in two ways and says how sure each figure is.",
    in_scope=(
        "A definition of who counts as a possible customer, agreed first",
        "A count from below: from registers and samples",
        "A count from above: from public statistics, cut down step by step",
        "A comparison of the two, with the reasons for the gap",
        "A workbook in which each assumption can be changed",
    ),
    out_of_scope=(
        "A forecast of our sales",
        "Bought reports",
        "Slides",
        "Other countries than the one we name",
    ),
    deliverables=(
        deliverable(
            "Definition and list of sources",
            "Document, 2 pages",
            4,
            "Five borderline cases are decided as in or out, each with a reason",
            "At least six public sources are listed with year, method and what they leave out",
        ),
        deliverable(
            "Count from below",
            "Spreadsheet",
            9,
            "A sample of 60 entries was looked at one by one, and the share that fits has a range",
            "Somebody else repeats ten of the 60 and decides alike in at least nine",
        ),
        deliverable(
            "Count from above, and both side by side",
            "Spreadsheet",
            13,
            "Each step says what is cut off, by which figure and from which page",
            "The two results lie within a factor of two, or the note explains why they cannot",
        ),
        deliverable(
            "Note with assumptions",
            "Document of 5 pages with a half-page summary",
            20,
            "All assumptions stand in one table, sorted by how much the result moves with each",
            "The summary gives a low, a middle and a high figure and no figure with more than two digits",
            "A founder answers five hard questions from the note alone, in a trial talk",
        ),
    ),
    inputs=inputs(
        "What we sell, to whom so far, and at which price",
        "The slides and the report with the old figure",
        "Two customers whom you may ask what they would call themselves",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Describe the best and the worst customer we have",
            "Tell what the banker asked and what you answered",
        ),
        intern=(
            "A small first win: guess the figure on one page in an hour, to compare at the end",
            "Find where the figure in our slides comes from, as far back as you can",
        ),
    ),
    check_in_prompts=(
        "Which assumption carries most and is known least?",
        "Where do two sources count different things under one name?",
        "What would make the figure half as large?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Desk research", "Spreadsheets", "Honest estimating"),
    tools=("Spreadsheet", "Public statistics"),
    ai_use="disclose",
    ai_note="A tool may point to sources. Figures come from the page you opened, with its date.",
    portfolio="redacted",
    portfolio_note="Method and workbook may be shown with another product in place of ours.",
    pathway="If the bank says yes, the next question is which region to begin with.",
    questions=questions(
        "How many piano tuners work in your town? Show how you would go about it, in five lines.",
        "Which figure in the news did you check, and what came out?",
        "How many hours a week have you got in these three weeks?",
    ),
)

STARTER = Starter(
    code="market_sizing",
    title="Market sizing note",
    category="strategy",
    summary="How large your market is, counted in two ways, with every assumption in one table.",
    who_its_for="Young companies before a talk with a bank, a grant maker or an investor",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("tam", "investors", "business plan", "startup", "market research", "pitch", "demand", "estimate"),
)
