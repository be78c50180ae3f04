"""A tangled spreadsheet made clean, with a log of every change and a dictionary of its columns."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 16

BRIEF = Brief(
    title="One clean product spreadsheet instead of five",
    category="data",
    problem=(
        "Our products live in five spreadsheets that grew over six years. The same item has three spellings, prices "
        "sit in the notes column, and every order takes a phone call to find out which row is right."
    ),
    audience="The two of us who take orders, and the bookkeeper who pulls prices at the end of the month",
    outcome="One clean product file with a data dictionary, in which every item stands exactly once.",
    in_scope=(
        "An inventory of the five files: columns, rows, and what contradicts what",
        "Rules for names, units, prices and dates, agreed before anything is changed",
        "One merged file of about 1,200 rows, with drop-down lists where only some values are allowed",
        "A log that says for each rule how many rows it changed",
        "A dictionary: what each column means, who fills it, which values it may hold",
    ),
    out_of_scope=(
        "Choosing or buying new software",
        "Setting prices; where two prices clash, we decide",
        "Files with customers' or employees' data",
        "Entering products that are in none of the five files",
    ),
    deliverables=(
        deliverable(
            "Inventory and clean-up rules",
            "Spreadsheet tab and 1 page of rules",
            4,
            "Row counts of all five files are given, and the number of items that appear in more than one",
            "Every rule has a before-and-after example taken from our own rows",
            "A list of at most 40 rows shows what only we can decide, sorted by how often the item sells",
        ),
        deliverable(
            "The merged file, first pass",
            "Spreadsheet",
            9,
            "Each item has one row and one key, and a formula in the file counts the doubles as zero",
            "Totals by product group match the five old files, with each difference explained in the log",
            "The five originals are untouched and stored beside the new file",
        ),
        deliverable(
            "Final file with change log and data dictionary",
            "Spreadsheet with three tabs",
            13,
            "The order desk looks up 20 items of its choice and finds all of them without help",
            "All columns in the dictionary have a meaning, an owner, a format and an example",
            "Cells with a fixed set of values refuse anything else, tested with one wrong entry per column",
            extra=("The clean-up can be run again from saved steps or a script on next year's files",),
        ),
    ),
    inputs=inputs(
        "Copies of the five files, with the names of people taken out",
        "A list of product groups and of the units we sell in",
        "One hour with the person who takes most orders",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Take one real order together and show where you look things up today",
            "Say which of the five files you believe when they disagree",
            "Store a dated copy of all five files before the first change",
        ),
        intern=(
            "A small first win: find ten items with two spellings and propose which one stays",
            "Write down three questions about our products that the files cannot answer",
        ),
    ),
    check_in_prompts=(
        "How many rows still wait for a decision of ours?",
        "Which rule did more than you expected?",
        "If you stopped today, which file should the order desk use tomorrow?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Spreadsheet formulas", "Data cleaning", "Patience with detail"),
    tools=("Excel or another spreadsheet",),
    ai_use="ask_first",
    ai_note="Formulas may come from a tool. Our rows are not pasted into any service that we have not named.",
    portfolio="redacted",
    portfolio_note="Rules, dictionary and counts may be shown; prices and suppliers stay with us.",
    pathway="Next comes the customer file; if this goes well, we would like you to take that on too.",
    questions=questions(
        "Two rows have the same item and different prices. What do you do, step by step?",
        "Which spreadsheet function do you use most, and for what?",
        "Which hours could you give us in these two weeks?",
    ),
)

STARTER = Starter(
    code="spreadsheet_cleanup",
    title="Spreadsheet clean-up and dictionary",
    category="data",
    summary="Several tangled files become one, with a log of what changed and a dictionary of what each column means.",
    who_its_for="Shops, workshops and offices whose prices or stock live in spreadsheets that nobody quite trusts",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=10,
    hours_most=20,
    words=("excel", "google sheets", "data cleaning", "duplicates", "inventory", "stock", "price list", "csv"),
)
