"""Six offers for the same need on one sheet, with the cost over three years."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 14

BRIEF = Brief(
    title="Six booking systems compared for our practice",
    category="operations",
    problem=(
        "Our booking system loses appointments and its price has doubled. Everybody here knows another one that a "
        "friend uses, and nobody has a week to compare."
    ),
    audience="The two owners, who decide by the end of next month, and the front desk that will live with it",
    outcome="A comparison of six booking systems with cost over three years and one recommendation.",
    in_scope=(
        "A list of needs: at most ten musts and ten wishes, agreed with the front desk",
        "A long list of twelve, cut to six by the musts",
        "Each must tried in a free trial with made-up patients",
        "Cost over three years: price, setup, training, leaving again",
        "A call of 20 minutes with one present customer of each of the two best",
    ),
    out_of_scope=(
        "Signing anything or bargaining",
        "Moving data or setting up a system",
        "Real patients' data in any trial",
        "Legal questions of health data; you list them",
    ),
    deliverables=(
        deliverable(
            "Musts and wishes",
            "Document, 2 pages",
            4,
            "Each must has a test that takes under five minutes and can be passed or failed",
            "Two people of the front desk agreed to the list",
        ),
        deliverable(
            "Six systems by ten musts",
            "Spreadsheet",
            9,
            "No cell is empty: passed, failed, or not offered, with a picture or a page as proof",
            "What a maker told by phone or mail is marked as told, with the day and the name of the role",
        ),
        deliverable(
            "Cost over three years",
            "Spreadsheet tab",
            12,
            "Every price has a dated quote or a price page saved on the day",
            "Our numbers of people and bookings can be changed in one place, and the totals follow",
            "What it costs to leave again is a line of its own",
        ),
        deliverable(
            "Recommendation",
            "Document, 3 pages",
            14,
            "It names one system, the second choice, and what would have to be true to choose the other",
            "Both present customers are quoted on what they regret",
            "A plan of the first four weeks fits half a page",
        ),
    ),
    inputs=inputs(
        "What the present system costs and what goes wrong, with examples",
        "Half an hour with each of two people from the front desk",
        "Our numbers: staff, rooms, bookings a week, reminders sent",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Show a busy hour at the front desk, by video and without patients in sight",
            "Say which maker you lean to, so that it can be tested hardest",
            "Give an address for trials that takes the sales mails",
        ),
        intern=(
            "A small first win: try one must in one system and show what you saw",
            "Invent ten patients and a day of bookings for the trials",
        ),
    ),
    check_in_prompts=(
        "Which must turned out to be a wish?",
        "Where does a maker answer around the question?",
        "Which cost did you find late?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Structured comparing", "Spreadsheets", "Asking precise questions"),
    tools=("Spreadsheet", "Free trials"),
    ai_use="disclose",
    ai_note="A tool may name systems. What one can do, you have tried or were told by its maker.",
    portfolio="redacted",
    portfolio_note="The grid of needs and the cost sheet may be shown with the makers' names removed.",
    pathway="If we change systems, somebody must plan the move; that would be a second project.",
    questions=questions(
        "What did you choose lately after comparing, and what did you not think of?",
        "A price page says from $29. What do you ask?",
        "Can you take calls during office hours in these two weeks?",
    ),
)

STARTER = Starter(
    code="vendor_comparison",
    title="Vendor or tool comparison",
    category="operations",
    summary="Six offers tried against the same ten needs, with cost over three years and one recommendation.",
    who_its_for="Practices, shops and clubs about to change a tool they will keep for years",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=10,
    hours_most=18,
    words=("software", "supplier", "purchase", "quotes", "booking system", "crm", "pos", "procurement", "which tool"),
)
