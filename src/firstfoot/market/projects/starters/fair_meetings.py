"""Whom to meet at a fair, by a rule that is written down before the list is read."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 10

BRIEF = Brief(
    title="Twenty people worth meeting at our next trade fair",
    category="sales",
    problem=(
        "We paid for a stand, two of us go for two days, and the list has 700 exhibitors. Last year we walked up and "
        "down and met by chance the two who mattered, at four on the second day."
    ),
    audience="Two colleagues with a stand to mind and eleven free half-hours between them",
    outcome="A ranked list of 20 organizations to meet at the fair, each with a reason and an opening question.",
    in_scope=(
        "A rule with at most five points for who is worth a half-hour",
        "Reading the public list of exhibitors and speakers",
        "Twenty to meet and ten in reserve, with hall and stand",
        "One page on each of the first five",
        "A plan of two days by hall",
    ),
    out_of_scope=(
        "Writing to anyone before the fair",
        "Private profiles or addresses",
        "Going to the fair",
        "Follow-up afterwards",
    ),
    deliverables=(
        deliverable(
            "Rule and a first ten",
            "Shared document, 1 page",
            3,
            "Applied to the two who mattered last year, the rule puts both into the top ten",
            "We agree with at least seven of the first ten names",
        ),
        deliverable(
            "Twenty with reasons and ten in reserve",
            "Spreadsheet",
            8,
            "Each reason is one sentence with the page it rests on, read this month",
            "No two names are of one group of companies",
            "Each has an opening question that cannot be answered from its website",
        ),
        deliverable(
            "Five pages and a plan of two days",
            "PDF to print, 7 pages",
            11,
            "A page is read in two minutes, timed: what they do, news, what we could ask, what to leave alone",
            "The plan groups by hall, with at most 10 minutes of walking between two talks",
        ),
    ),
    inputs=inputs(
        "The list of exhibitors and the plan of the halls",
        "Whom we met last year and what became of it",
        "When each of the two is free",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Tell about the two talks that mattered and how they came about",
            "Explain what we would like to have in hand on the way home",
        ),
        intern=(
            "A small first win: choose one name by gut feeling and write the reason in a sentence",
            "Read the list once for five minutes and note what kinds of exhibitors there are",
        ),
    ),
    check_in_prompts=(
        "Who is on the list only because they are large?",
        "Which point of the rule decides most?",
        "Whom would you add that the rule leaves out?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Quick reading", "Judging relevance", "Short writing"),
    tools=("Spreadsheet",),
    ai_use="disclose",
    ai_note="A tool may sort the list first. Reasons rest on pages that you read.",
    portfolio="redacted",
    portfolio_note="The rule and an empty page may be shown.",
    pathway="If two talks lead to something, we go through the next fair the same way, with you.",
    questions=questions(
        "You have ten minutes at a fair. How do you decide where to go?",
        "What makes an opening question good?",
        "Which days of the two weeks suit you?",
    ),
)

STARTER = Starter(
    code="fair_meetings",
    title="Whom to meet at a fair",
    category="sales",
    summary="Twenty organizations worth a half-hour, by a written rule, with reasons and a plan by hall.",
    who_its_for="Small exhibitors and visitors with two days and seven hundred stands",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=8,
    hours_most=12,
    words=("conference", "trade show", "networking", "exhibitors", "attendees", "leads", "expo"),
)
