"""What personal data an organization holds, where, why, and what its notice does not say yet."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 16

BRIEF = Brief(
    title="A map of the personal data we hold and a list of gaps",
    category="policy",
    problem=(
        "Our privacy notice was taken from a sample in 2019. Since then we added a booking tool, a newsletter and a "
        "camera at the door, and if a customer asked what we keep about her, we could not answer in a week."
    ),
    audience="Our office manager, who answers such requests, and the lawyer who will rewrite the notice",
    outcome="A map of all personal data we hold and a ranked list of gaps with questions for our lawyer.",
    in_scope=(
        "Five talks of half an hour with those who collect or use data",
        "A data map: what, about whom, from where, why, where stored, who sees it, until when",
        "A comparison of the map with our present notice, line by line",
        "A list of gaps in the order in which they could harm somebody",
        "Questions for the lawyer, each answerable in a few sentences",
    ),
    out_of_scope=(
        "Legal advice, or a new privacy notice",
        "Looking into customers' records; you see fields, not people",
        "Security tests",
        "Contracts with our suppliers",
    ),
    deliverables=(
        deliverable(
            "Talk guide and empty data map",
            "1 page and a spreadsheet",
            4,
            "The map has at most 12 columns, each with a sentence on what belongs there",
            "One system is filled in as an example and confirmed by the person who runs it",
        ),
        deliverable(
            "Data map, first half",
            "Spreadsheet",
            8,
            "At least three systems are mapped, with every field that holds something about a person",
            "For each purpose somebody of ours is named who confirmed it, with the day",
        ),
        deliverable(
            "Complete data map",
            "Spreadsheet and a 1-page drawing",
            12,
            "All systems on our list are covered, also paper, phones and the camera",
            "No cell for purpose, storage time or access is empty; where nobody knows, it says so",
            "The drawing shows in one look what leaves our house and to whom",
        ),
        deliverable(
            "Gap list with questions for the lawyer",
            "Document, 4 to 5 pages",
            14,
            "Every gap quotes the line of the notice, or says that there is none, and names the row of the map",
            "Gaps are ranked from 1 to 3 by a rule that is written on the first page",
            "At most 15 questions, none of which asks for a legal opinion that you give yourself",
        ),
    ),
    inputs=inputs(
        "Our present notice and the list of all systems that we know of",
        "Introductions to five colleagues, with a time for each",
        "Empty forms and screens of each system, without real entries",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Tell the five colleagues what this is for, and that nobody is being blamed",
            "Show how a customer's booking travels through our house",
            "Sign the confidentiality note together",
        ),
        intern=(
            "A small first win: list every field of our booking form and guess the purpose of each",
            "Read our notice as a customer and mark three sentences you do not understand",
        ),
    ),
    check_in_prompts=(
        "What do we keep that nobody needs?",
        "Where did two colleagues tell you different things?",
        "Is there a list or a drawer we forgot to mention?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Careful interviewing", "Structured writing", "Basics of privacy rules"),
    tools=("Spreadsheet", "Document editor"),
    ai_use="ask_first",
    ai_note="No screen, form or note of ours goes into a tool unless we have agreed to that tool.",
    portfolio="redacted",
    portfolio_note="The empty map, the ranking rule and your method may be shown; our gaps may not.",
    pathway="Once the lawyer has answered, somebody must turn the answers into habits; that is a project too.",
    questions=questions(
        "Pick any form you filled in lately. Which field would you drop, and why?",
        "A colleague says that a list is nobody's business. How do you go on?",
        "On which weekdays could you hold talks in these two weeks?",
    ),
)

STARTER = Starter(
    code="privacy_gaps",
    title="Privacy notice gap list",
    category="policy",
    summary="What you hold about people, where and why, and what your notice leaves out. Not legal advice.",
    who_its_for="Practices, clubs and shops whose privacy notice is older than half of their tools",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=10,
    hours_most=18,
    words=("gdpr", "ccpa", "data protection", "compliance", "legal", "cookies", "policy", "personal data"),
)
