"""A year of bank lines put into categories that add up, and a monthly view of them."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 18

BRIEF = Brief(
    title="Last year's spending by category, month by month",
    category="finance",
    problem=(
        "Our accountant gets a shoebox once a year and we learn in May what we spent the year before. We cannot say "
        "whether flour, energy or delivery made last autumn so tight."
    ),
    audience="The two owners, who set prices in January, and our bookkeeper who carries the sheet on",
    outcome="A spreadsheet in which every payment of last year has a category and the months add up to the bank.",
    in_scope=(
        "About 900 lines from one bank account and one card, exported by us",
        "Fifteen to twenty categories, agreed with the bookkeeper",
        "Rules by payee, so that next year's lines fall into place",
        "A view by month and category, with last year's average beside it",
        "A list of lines that only we can explain",
    ),
    out_of_scope=(
        "Tax advice, tax forms and wages",
        "Access to online banking",
        "A forecast for next year",
        "Sorting paper receipts",
    ),
    deliverables=(
        deliverable(
            "Category list with examples",
            "Spreadsheet tab",
            4,
            "15 to 20 categories, each with two payees as examples and one that does not belong",
            "Together the examples cover at least half of last year's spending",
            "The bookkeeper has agreed to the list",
        ),
        deliverable(
            "First quarter, categorized",
            "Spreadsheet",
            7,
            "Opening balance, plus and minus all lines, equals the closing balance of each of three months to the cent",
            "No more than 5% of the amount is in the category for the unexplained",
        ),
        deliverable(
            "The whole year with the monthly view",
            "Spreadsheet with three tabs",
            12,
            "All twelve months reconcile with the bank statements",
            "Changing the category of one line changes the view by itself; no total is typed in",
            "Private withdrawals and transfers between our own accounts stand apart from costs",
            "Lines that are not clear are listed by amount, biggest first, with what was tried",
        ),
        deliverable(
            "Two-page note with a guide for next year",
            "Document, 2 pages",
            14,
            "The five biggest categories and the three biggest changes within the year are named with amounts",
            "The bookkeeper adds next month's export in under 15 minutes, following the guide",
            extra=("One chart that can be read in black and white",),
        ),
    ),
    inputs=inputs(
        "Twelve monthly exports from bank and card, with account numbers removed",
        "Last year's statement from the accountant",
        "Two half-hours with the bookkeeper",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Go through one month together and say what each line was for",
            "Say who may see these figures, and put it in writing",
            "Share the exports in a folder that only three people can open",
        ),
        intern=(
            "A small first win: sum one month by payee and show the five biggest",
            "Explain to your supervisor in your own words how you will tell a cost from a transfer",
        ),
    ),
    check_in_prompts=(
        "Which amount would you ask the owners about first?",
        "Is there a category that holds two different things?",
        "Does everything you have so far still equal the bank?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Spreadsheet formulas", "Basic bookkeeping", "Discretion"),
    tools=("Excel or another spreadsheet",),
    ai_use="none",
    ai_note="These are our books. No line of them goes into an outside service.",
    portfolio="redacted",
    portfolio_note="You may show the sheet with invented figures, and describe how it reconciles.",
    pathway="If it holds, we would like a look at margins by product as a second project.",
    questions=questions(
        "A refund comes in for something bought last year. Where do you put it, and why?",
        "How do you find the one wrong line when a month is off by 18.40?",
        "When in these two weeks would you work?",
    ),
)

STARTER = Starter(
    code="expense_view",
    title="Expense categories and a budget view",
    category="finance",
    summary="A year of payments sorted into categories that add up to the bank, with a view by month.",
    who_its_for="Owners of shops, cafés and small firms who learn only in spring what they spent last year",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=12,
    hours_most=20,
    words=("bookkeeping", "accounting", "excel", "costs", "money", "quickbooks", "cash", "spending"),
)
