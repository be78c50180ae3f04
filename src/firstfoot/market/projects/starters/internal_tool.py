"""A small program that takes over one chore, tested and documented so that others can run it."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 36

BRIEF = Brief(
    title="A script that turns our weekly exports into one report",
    category="software",
    problem=(
        "Every Monday a colleague spends two hours merging three exports by hand: bookings, payments and the shift "
        "plan. Column names change without notice, a row gets lost, and we find out at the end of the month."
    ),
    audience="The colleague who makes the Monday report, and whoever stands in during her holiday",
    outcome="A tested command-line script that builds the Monday report from three exports in under a minute.",
    in_scope=(
        "Reading three CSV exports of up to 5,000 rows each from one folder",
        "Checks that stop with a plain sentence when a column is missing or a total does not agree",
        "One report as a spreadsheet with the four tables we use today",
        "Made-up sample files, and automated tests that run on them",
        "A README for a person who has never opened a terminal",
    ),
    out_of_scope=(
        "A web page, a database or logins",
        "Fetching the exports from the three systems automatically",
        "Changes to the systems that the exports come from",
        "Changes asked for after the handover",
    ),
    deliverables=(
        deliverable(
            "Written rules of the report, with sample files",
            "Shared document of 2 pages, three CSV files",
            7,
            "Each of the four tables is described: which columns, which rows count, how sums are made",
            "The sample files hold at least 50 invented rows and one example of each mistake we have met",
            "The colleague who makes the report has confirmed the rules",
        ),
        deliverable(
            "First table, from export to spreadsheet",
            "Code in our repository",
            14,
            "One command builds the table from the sample files on a fresh computer",
            "For last week's real exports the sums equal those of the hand-made report",
            "The first five tests run with one command",
        ),
        deliverable(
            "Complete script with checks and tests",
            "Code in our repository, merged",
            24,
            "All four tables are built in under 60 seconds from 5,000 rows per file",
            "For each of the mistakes in the sample files the script stops, names file and row, and writes nothing",
            "Twenty or more tests pass, and at least two fail when a rule is broken on purpose",
        ),
        deliverable(
            "README and a handed-over Monday",
            "README of 1 to 2 pages",
            28,
            "Two colleagues each build a report from the README alone, one of them on another computer",
            "It says how to add a column, what each error sentence means and whom to ask",
        ),
    ),
    inputs=inputs(
        "Four weeks of real exports with names replaced, and the reports made from them",
        "A repository, and a colleague who reviews and merges",
        "An hour with the colleague who makes the report, on a Monday",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Make one report by hand together, and say aloud each thing you decide on the way",
            "Grant access to the repository and to the folder of exports, and to nothing else",
            "Agree on the language and version the script is written in",
        ),
        intern=(
            "A small first win: a script of twenty lines that counts the rows of each export, merged by day three",
            "Make last week's report by hand once and write down where you nearly went wrong",
        ),
    ),
    check_in_prompts=(
        "What does the script do today that it did not do last week?",
        "Which rule of the report turned out different from what we had said?",
        "What would happen if you fell ill tomorrow and a colleague opened your code?",
    ),
    equipment="Your own computer with a free code editor",
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Python or a similar language", "Automated tests", "Git", "Clear documentation"),
    tools=("Git", "Spreadsheet"),
    ai_use="disclose",
    ai_note="Tools may suggest code; you explain each line in review. Real exports never go into a tool.",
    portfolio="full",
    portfolio_note="Code, tests and the invented samples may be shown; our exports and reports may not.",
    pathway="There is a list of three more chores like this; the person who did the first is asked first.",
    questions=questions(
        "Show a small program of yours, or describe one. How do you know that it is right?",
        "A column in a file has been renamed overnight. What should the script do?",
        "How many hours a week could you give this for four weeks, and when?",
    ),
)

STARTER = Starter(
    code="internal_tool",
    title="Small internal tool or script",
    category="software",
    summary="A script that takes over one weekly chore: it checks its input, is tested, and comes with a README.",
    who_its_for="Offices and workshops where somebody merges the same files by hand each week",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "tools"),
    hours_least=25,
    hours_most=40,
    words=("python", "automation", "macro", "excel", "csv", "programming", "coding", "report"),
)
