"""A questionnaire that was tried first, and its answers in six charts that anyone can redo."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 20

BRIEF = Brief(
    title="A survey of our members with six charts and a readout",
    category="research",
    problem=(
        "We have 600 members and decide about courses by who speaks up at the yearly meeting. Our last survey had 40 "
        "questions, 31 answers and no result."
    ),
    audience="The course team, who plan the autumn, and the members who answered and want to hear what came out",
    outcome="A tested survey of at most 12 questions, with cleaned answers, six charts and a readout of four pages.",
    in_scope=(
        "Three decisions that the survey should serve",
        "A questionnaire of five minutes, and an invitation text",
        "A pilot with ten members whom we ask",
        "Cleaning the answers, with every step written down",
        "Six charts and a readout with limits",
    ),
    out_of_scope=(
        "Sending the invitation; we do that from our list",
        "Names or addresses of those who answer",
        "Statistics beyond counts, shares and a simple comparison",
        "Talks with members",
    ),
    deliverables=(
        deliverable(
            "Questionnaire with what each question is for",
            "Shared document, 3 pages",
            5,
            "Every question names the decision it serves and what we would do at each answer",
            "No question asks two things at once or hints at an answer, checked against a list",
            "It takes at most five minutes, timed with two people",
        ),
        deliverable(
            "Pilot and final form",
            "Online form and a 1-page note",
            9,
            "Ten members filled it in and three said aloud what they understood",
            "At least two questions were changed or dropped, or the note says why none",
        ),
        deliverable(
            "Cleaned answers and charts",
            "Spreadsheet with raw and clean tabs",
            23,
            "Counts before and after cleaning are given for every rule",
            "Each chart has its question, the number of answers and a title that says the result",
            "Someone else redoes two charts from the clean tab in 15 minutes",
        ),
        deliverable(
            "Readout for team and members",
            "Document of 4 pages, and a half-page letter",
            27,
            "Who answered is compared with who our members are, by three features",
            "For every decision it says what the answers suggest and how far one may trust them",
            "The letter to members has at most 200 words and one chart",
        ),
    ),
    inputs=inputs(
        "Our old survey with its answers, without names",
        "Ten members who agreed to try it, and a date on which we send it",
        "How many members we have by age group, course and year of joining",
        "A survey tool that keeps answers in a place we trust",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Name the three decisions, and what you would decide today without asking",
            "Promise the day on which the invitation goes out, and hold it",
        ),
        intern=(
            "A small first win: repair one question of our old survey and say what was wrong",
            "Answer the old survey yourself with a watch beside you",
        ),
    ),
    check_in_prompts=(
        "Which question would you drop if it had to be ten?",
        "Who is not going to answer, and does it matter?",
        "What do the answers not say, although it looks so?",
    ),
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Survey design", "Spreadsheets", "Honest charts"),
    tools=("A survey tool", "Spreadsheet"),
    ai_use="ask_first",
    ai_note="Answers in free text stay in our tool; a summary by a machine needs our yes first.",
    portfolio="redacted",
    portfolio_note="The questionnaire and charts with rounded shares may be shown.",
    pathway="We would like to ask again next year with the same questions, and with you.",
    questions=questions(
        "Rewrite this question: Do you like our friendly teachers and modern rooms?",
        "31 of 600 answered. What may one say?",
        "How would you divide 20 hours between before and after the answers come in?",
    ),
)

STARTER = Starter(
    code="member_survey",
    title="Survey design and readout",
    category="research",
    summary="At most twelve tested questions, cleaned answers, six charts and a readout that says its limits.",
    who_its_for="Clubs, schools, shops and employers who want to know what most people think",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("questionnaire", "poll", "feedback", "google forms", "statistics", "opinion", "satisfaction", "members"),
)
