"""A like-for-like comparison of the alternatives a customer has, with what to do about it."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import (
    HOURLY_MINOR,
    Starter,
    deliverable,
    inputs,
    questions,
    welcome,
)

HOURS = 24

BRIEF = Brief(
    title="A competitor analysis our team can decide with",
    category="strategy",
    problem=(
        "In sales talks we hear other names and cannot say how we differ. What we know about the others is "
        "scattered, partly old, and colored by who told it."
    ),
    audience="Our founders, who set next year's prices this quarter, and the two colleagues who talk with customers",
    outcome="A sourced comparison of seven competitors on the same ten criteria, with five recommendations.",
    in_scope=(
        "Agreeing the list of seven: five direct competitors and two other ways to solve the same problem",
        "Ten criteria, fixed before the research begins",
        "Public sources: sites, price pages, help pages, reviews, job posts, filings, press",
        "Two half-hour talks with customers of ours whom we introduce",
        "One round of changes after the draft",
    ),
    out_of_scope=(
        "Pretending to be a customer, or asking anyone for confidential material",
        "A survey",
        "A market size estimate",
        "Presentation design beyond a clean document",
    ),
    deliverables=(
        deliverable(
            "List of seven competitors and the ten criteria",
            "Shared document, 1 page",
            4,
            "Seven names, each with one line on why a customer would choose it over us",
            "Ten criteria, each with how it is measured and where the figure will come from",
            "The supervisor has agreed to both lists in writing",
        ),
        deliverable(
            "Comparison table, first three competitors filled",
            "Spreadsheet",
            9,
            'All ten criteria are filled for three competitors, or marked "not found" with the places searched',
            "Each fact has a link and the date on which it was read",
        ),
        deliverable(
            "Comparison table, complete",
            "Spreadsheet",
            15,
            "Seven competitors by ten criteria, no empty cell",
            "Prices are checked on two different days and state currency, period and what is included",
            "Guesses are marked as guesses, with their reasoning",
        ),
        deliverable(
            "Brief with five recommendations",
            "Document of 6 to 8 pages with a one-page summary",
            20,
            "The summary stands alone on one page",
            "Each of the five recommendations names the rows of the table it rests on, its rough cost and its risk",
            "At least one recommendation says what we should stop doing",
            "A list of limits says what could not be found out",
            extra=("A half-page on which facts to check again in six months",),
        ),
    ),
    inputs=inputs(
        "Our price list, our pitch deck and three recent proposals, with customer names removed",
        "Notes on the last five deals we lost, and why we think we lost them",
        "Introductions to two customers who agreed to a half-hour talk",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Share the folder with prices, proposals and the notes on lost deals",
            "Tell the story of one deal we won and one we lost, and who else was in the race",
            "Say which facts are confidential, and put that in writing",
        ),
        intern=(
            "A small first win: fill one row of the table for the competitor you find easiest, and show it",
            "Write down what you believe about our market before you read anything, to compare at the end",
        ),
    ),
    check_in_prompts=(
        "Which criterion is hardest to fill, and is it still the right one?",
        "What surprised you this week?",
        "Which source do you trust least, and what rests on it?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Desk research", "Spreadsheets", "Clear writing"),
    tools=("Spreadsheet", "Document editor"),
    ai_use="disclose",
    ai_note="Fine for finding and sorting. Every fact in the table must come from a page you opened yourself.",
    portfolio="redacted",
    portfolio_note="Method, criteria and structure may be shown; our prices, deals and recommendations stay with us.",
    pathway="Good work may lead to a second project on pricing, and we gladly act as a reference.",
    questions=questions(
        "Tell us about something you compared before you decided. What were your criteria?",
        "How do you tell that a figure on the web is wrong?",
        "How would you spread these 24 hours over three weeks?",
    ),
)

STARTER = Starter(
    code="competitor_analysis",
    title="Competitor analysis",
    category="strategy",
    summary="Seven competitors on the same ten criteria, every fact sourced and dated, and five recommendations.",
    who_its_for="Young companies and non-profits about to set prices, pitch, or choose what to build next",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "audience", "problem"),
    hours_least=15,
    hours_most=30,
    words=("market research", "benchmark", "rivals", "prices", "pricing", "comparison", "excel"),
)
