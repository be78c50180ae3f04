"""Figures that a team looks up each week on one page, with a definition for each."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 30

BRIEF = Brief(
    title="A dashboard of eight figures for our weekly meeting",
    category="data",
    problem=(
        "Before each Monday meeting three people count members, bookings and income in three ways, and we spend half "
        "of the hour on whose number is right."
    ),
    audience="Five people in the Monday meeting, and the colleague who refreshes the figures",
    outcome="A dashboard of eight defined figures that our own colleague refreshes in ten minutes.",
    in_scope=(
        "Agreeing on eight figures and writing down how each is counted",
        "Two exports as sources, of about 10,000 rows together",
        "One page with the eight figures, last week beside this one, and four charts",
        "A check that compares the dashboard with a count by hand",
        "A guide to refreshing it and an hour of handover",
    ),
    out_of_scope=(
        "Live connections to our systems",
        "Forecasts",
        "Figures about single members or colleagues",
        "New software that costs money",
    ),
    deliverables=(
        deliverable(
            "Definitions of eight figures",
            "Document, 3 pages",
            7,
            "For each figure: what counts, what does not, from which column, and an example with real rows",
            "Three people count one figure by the text and get the same number",
            "Each of the five in the meeting has agreed in writing",
        ),
        deliverable(
            "Prepared data and two figures",
            "Workbook or dashboard file",
            14,
            "Both exports load without touching them by hand",
            "The two figures equal a count by hand for two different weeks",
        ),
        deliverable(
            "Dashboard with all eight figures",
            "Dashboard file, one page",
            22,
            "Ten cells picked by us match a hand check",
            "It can be read on a laptop without scrolling, and printed in gray",
            "Each chart has a title that says what it shows, and a scale that starts at zero or says why not",
            "A missing or late export is shown as missing, never as zero",
        ),
        deliverable(
            "Refresh guide and a meeting with it",
            "Guide of 2 pages",
            27,
            "Our colleague refreshes it from the guide in under ten minutes, twice",
            "One Monday meeting was held with it, and the three questions it raised are answered in the guide",
        ),
    ),
    inputs=inputs(
        "Eight weeks of both exports with names replaced",
        "The last four sheets that were shown in the meeting",
        "Half an hour with each of the three who count today",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Invite the intern to one Monday meeting as a listener",
            "Show how each of the three people gets to their number",
        ),
        intern=(
            "A small first win: count last week's bookings in two ways and say why they differ",
            "Draw the page on paper and show it to two people of the meeting",
        ),
    ),
    check_in_prompts=(
        "Which definition is still argued about?",
        "Which figure does nobody look at?",
        "What would break when an export comes with a new column?",
    ),
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Spreadsheets or a BI tool", "SQL basics", "Clear charts"),
    tools=("The spreadsheet or BI tool we have",),
    ai_use="ask_first",
    ai_note="Formulas may come from a tool. Our exports stay in our folder.",
    portfolio="redacted",
    portfolio_note="You may show the page with invented figures, and the definitions.",
    pathway="A second page on courses and teachers is planned; its maker could be you.",
    questions=questions(
        "Which number in the news lately was counted in a way you doubt?",
        "Two people bring different totals. How do you find out why?",
        "Could you listen in on a Monday at ten?",
    ),
)

STARTER = Starter(
    code="dashboard",
    title="Sales or usage dashboard",
    category="data",
    summary="Eight figures on one page, each with a definition, refreshed by your own people in ten minutes.",
    who_its_for="Studios, clubs and small firms that argue every week about whose number is right",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "tools"),
    hours_least=20,
    hours_most=35,
    words=("excel", "power bi", "tableau", "kpi", "metrics", "report", "charts", "figures", "google sheets"),
)
