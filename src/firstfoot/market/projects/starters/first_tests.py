"""The first twenty tests of a program that had none, running at every change."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 26

BRIEF = Brief(
    title="Twenty automated tests that run at every change",
    category="software",
    problem=(
        "Before each release one of us clicks through the program for a day. Twice this year something broke that "
        "nobody had clicked, and we heard of it from customers."
    ),
    audience="Three developers who want to release on Tuesdays without fear",
    outcome="Twenty automated tests for the five ways customers use most, running in our CI in under ten minutes.",
    in_scope=(
        "A list of the ways customers use the program, ranked by what a fault would cost",
        "A test tool that suits our stack, chosen with us",
        "Twenty tests for the first five ways, with made-up data",
        "Running them at each change, with a report one can read",
        "A list of what is still untested",
    ),
    out_of_scope=(
        "Repairing what the tests find; you report it",
        "Tests of speed or security",
        "Changing the program to make it testable, beyond names for elements",
        "Testing by hand",
    ),
    deliverables=(
        deliverable(
            "Ranked list and choice of tool",
            "Document, 2 pages",
            5,
            "Ten ways of use, each with how often, what a fault costs and what we check by hand today",
            "The choice names two other tools and why not",
        ),
        deliverable(
            "First five tests in CI",
            "Code in our repository",
            11,
            "They run at each change and were green five times in a row",
            "A new person runs them on their machine from five lines of text",
        ),
        deliverable(
            "All twenty tests",
            "Code in our repository, merged",
            18,
            "Two faults that we put in secretly are both caught",
            "No test depends on another or on the order, shown by running them shuffled",
            "The whole takes under ten minutes",
        ),
        deliverable(
            "Gap list and how to add a test",
            "Document, 2 pages",
            21,
            "Untested ways are listed with a guess of hours for each",
            "A developer adds the twenty-first test from the text in under an hour",
        ),
    ),
    inputs=inputs(
        "The list by which we click through today",
        "A test installation with made-up data that may be broken",
        "Access to repository and CI",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Click through the program together as before a release",
            "Tell the story of the two faults that got out",
        ),
        intern=(
            "A small first win: one test that opens the front page and reads its title, green in CI",
            "Break the program on purpose in the test installation and see whether you notice",
        ),
    ),
    check_in_prompts=(
        "Which test failed for no reason, and what have you done about it?",
        "What do we check by hand that no customer does?",
        "Which fault would still get out today?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Automated testing", "Programming", "Careful reading"),
    tools=("Git", "A test tool that we choose together"),
    ai_use="disclose",
    ai_note="Tools may draft tests. One that cannot fail is not a test; show each one failing once.",
    portfolio="redacted",
    portfolio_note="The gap list's form and three tests with changed names may be shown.",
    pathway="The next twenty tests are planned for the quarter after.",
    questions=questions(
        "How do you find out that a test is worth nothing?",
        "Which program would you test first: one that sends money or one that shows it? Why?",
        "When could you work with a developer on a shared screen?",
    ),
)

STARTER = Starter(
    code="first_tests",
    title="First automated tests",
    category="software",
    summary="Twenty tests for what customers do most, run at every change, with a list of what is still open.",
    who_its_for="Small software teams that click through their program by hand before each release",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "tools", "inputs"),
    hours_least=20,
    hours_most=30,
    words=("qa", "quality assurance", "ci", "testing", "coding", "programming", "selenium", "playwright"),
)
