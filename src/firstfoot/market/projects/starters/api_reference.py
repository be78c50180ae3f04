"""A reference that a developer can work from, with examples that were run."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 22

BRIEF = Brief(
    title="A reference for the fifteen calls of our API",
    category="software",
    problem=(
        "Partners who connect to us write ten mails before their first call works. Our page describes a version from "
        "last year, and three of its examples give an error."
    ),
    audience="A developer at a partner's on their first afternoon, and our two who answer the mails",
    outcome="A reference for 15 calls with examples that run, and a first hour that needs no mail to us.",
    in_scope=(
        "15 calls that we name",
        "For each: purpose, parameters, answer, errors, limits",
        "Five longer examples for what partners do most",
        "A page for the first hour, from key to first answer",
        "Running every example against our test system",
    ),
    out_of_scope=(
        "Changing the API",
        "A new documentation site",
        "Client libraries",
        "Calls outside the 15",
    ),
    deliverables=(
        deliverable(
            "First hour and one call in full",
            "Pages in our documentation source",
            5,
            "Someone who has not seen our API gets a first answer in under 60 minutes, watched",
            "The call's page is the pattern for the others, and both developers agreed to it",
        ),
        deliverable(
            "First seven calls",
            "Pages in our documentation source",
            11,
            "Every parameter has type, whether needed, default and an example",
            "Each error was provoked once, and the page shows the real answer",
        ),
        deliverable(
            "All fifteen calls",
            "Pages, reviewed and merged",
            17,
            "A script runs all examples against the test system and passes",
            "What the code does and the old page said otherwise is listed, with who decides",
        ),
        deliverable(
            "Five longer examples",
            "Pages with code to copy",
            21,
            "Each does one thing that partners asked for, from start to end",
            "A partner's developer tried two and reported what was unclear, and it is repaired",
        ),
    ),
    inputs=inputs(
        "A key for the test system and read access to the code",
        "The last thirty mails from partners, with names removed",
        "A partner's developer who agreed to try two examples",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Make the first call together and say what surprises people",
            "Explain which calls will change soon",
        ),
        intern=(
            "A small first win: repair one of the three broken examples, up to the merge",
            "Try to get a first answer from the old page alone, and note each stop",
        ),
    ),
    check_in_prompts=(
        "Which mail would not have been written with what you have so far?",
        "Where did the code surprise you?",
        "Which word do we use for two things?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Technical writing", "Reading code", "Using an API"),
    tools=("Git", "A tool to send requests"),
    ai_use="disclose",
    ai_note="Drafts may come from a tool. Each example and each error was run by you.",
    portfolio="full",
    portfolio_note="The public pages may be shown as your work.",
    pathway="A guide to moving from the old version is next.",
    questions=questions(
        "Which documentation did you enjoy using? What did it do on its first page?",
        "A parameter does nothing. What do you write about it?",
        "Have you called an API before, and with what?",
    ),
)

STARTER = Starter(
    code="api_reference",
    title="API documentation refresh",
    category="software",
    summary="Fifteen calls described with examples that run, and a first hour without a mail to you.",
    who_its_for="Software firms and open-source projects whose partners write ten mails before the first call works",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("docs", "technical writing", "developer", "endpoints", "rest", "documentation", "manual", "openapi"),
)
