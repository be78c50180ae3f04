"""Five known faults repaired in a code base, each held by a test from then on."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 32

BRIEF = Brief(
    title="Five long-known bugs fixed, each with a test",
    category="software",
    problem=(
        "Our issue list holds forty entries. Five of them reach a customer every week, nobody has a quiet day for "
        "them, and two came back after somebody had repaired them in a hurry."
    ),
    audience="Customers who write about these five, and the two developers who own the code",
    outcome="Five bugs fixed in our code base, each with a test that fails without the repair.",
    in_scope=(
        "Five issues that we choose and describe",
        "Reproducing each one in a test before any repair",
        "The smallest change that repairs it, with a message that says why",
        "Answering review comments",
        "A note on what else looked wrong on the way",
    ),
    out_of_scope=(
        "New features",
        "Changing the architecture or upgrading libraries",
        "Being on call, or touching live systems",
        "Issues outside the five, unless we swap one in writing",
    ),
    deliverables=(
        deliverable(
            "Setup and the first failing test",
            "Branch in our repository",
            6,
            "The whole test suite runs on your machine with one command",
            "The test fails for the reason told in the issue, confirmed by a developer",
        ),
        deliverable(
            "First two bugs, fixed",
            "Two merged changes",
            13,
            "Both tests fail on the old code and pass on the new",
            "Each change has at most 150 lines, tests left out, or says why it is larger",
            "A developer reviewed and merged both",
        ),
        deliverable(
            "All five bugs, fixed",
            "Five merged changes",
            25,
            "The suite passes in our CI after every merge",
            "Each issue is closed with two sentences a customer would understand",
            extra=("One repair removes more lines than it adds",),
        ),
        deliverable(
            "Note on what else was seen",
            "Document, 1 to 2 pages",
            27,
            "Up to ten observations, each with file, why it matters and a first step",
            "The setup guide is corrected wherever it was wrong on the first day",
        ),
    ),
    inputs=inputs(
        "Access to repository, issue list and CI, with no access to customers' data",
        "Five issues with steps to see each",
        "A developer who reviews within one working day",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Build and run the program together on a fresh machine",
            "Follow one request through the code, on a shared screen",
            "Agree on style, branch names and who merges",
        ),
        intern=(
            "A small first win: correct a word in an error message and carry it through review to the merge",
            "Draw the path of one bug on paper before looking for its cause",
        ),
    ),
    check_in_prompts=(
        "Which cause was not where you looked first?",
        "What did a review teach you, or us?",
        "Is one of the five larger than we thought, and shall we swap it?",
    ),
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Programming in our language", "Automated tests", "Git", "Patience"),
    tools=("Git", "Our test runner"),
    ai_use="disclose",
    ai_note="Tools may suggest code, and only in what we may share with them. You explain each line in review.",
    portfolio="redacted",
    portfolio_note="You may describe each bug and its repair; public code may be linked.",
    pathway="Good work may lead to paid hours each month during the term.",
    questions=questions(
        "Tell us about a bug you found. How did you know it was the cause?",
        "When is a repair too clever?",
        "Which of our languages have you used, and for what?",
    ),
)

STARTER = Starter(
    code="bug_fixes",
    title="Bundle of bug fixes",
    category="software",
    summary="Five known bugs repaired with the smallest change, each held by a test.",
    who_its_for="Software teams and open-source projects with good reviewers and no quiet days",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "skills", "inputs"),
    hours_least=20,
    hours_most=40,
    words=("bugs", "coding", "programming", "developer", "issues", "open source", "python", "javascript"),
)
