"""A first handbook for new colleagues, gathered from what everyone knows and nobody wrote."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 20

BRIEF = Brief(
    title="A twelve-page welcome handbook for new colleagues",
    category="people",
    problem=(
        "We grew from four to eleven people in a year. Each newcomer asks the same forty questions, gets answers that "
        "differ by whom they ask, and needs a month to find out how holidays are booked."
    ),
    audience="New colleagues in their first two weeks, and the office manager who welcomes them",
    outcome="A welcome handbook of 12 pages and a first-week checklist, both read and agreed by two of our staff.",
    in_scope=(
        "Collecting questions from the three people who joined last",
        "Four talks of half an hour: office manager, two team leads, a founder",
        "A table of contents agreed before writing starts",
        "Twelve pages in plain words, with a contact for each topic",
        "A checklist for the first week, day by day, for the newcomer and for us",
    ),
    out_of_scope=(
        "Writing new rules; where we have none, the page says so and who decides",
        "Employment contracts and legal advice",
        "Salaries and anything about a single person",
        "Layout beyond our document template",
    ),
    deliverables=(
        deliverable(
            "Question list and table of contents",
            "Shared document, 2 pages",
            6,
            "At least 40 questions, sorted by when a newcomer meets them: before day 1, week 1, month 1",
            "The contents list gives each page one owner from our staff",
            "Questions to which we have no answer yet are listed apart, with who should decide",
        ),
        deliverable(
            "Three sample pages",
            "Shared document",
            10,
            "Holidays, expenses and illness are described so that a stranger can do each of them",
            "No sentence has more than 25 words, and every abbreviation is spelled out once",
            "Two colleagues have commented, and each comment is answered",
        ),
        deliverable(
            "The full handbook, first version",
            "Document of about 12 pages",
            16,
            "All pages in the agreed contents are there, or say who still owes what",
            "Each page ends with the name of a role to ask, never a private number",
            "Nothing in it lets one guess a person's pay, health or family",
        ),
        deliverable(
            "Final handbook with a first-week checklist",
            "Document, PDF and a 1-page checklist",
            20,
            "Our newest colleague answers ten questions of the list from the handbook alone, nine of them right",
            "The checklist has at most 25 lines, each with a day and with who does it",
            "The last page says when the handbook is due for its next look and by whom",
        ),
    ),
    inputs=inputs(
        "The rules we have, wherever they are: mails, notes, the contract template without names",
        "Introductions to the three newest colleagues and four people to talk with",
        "Our document template",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Tell how your own first week here went",
            "Say which topics are delicate, and who must read them before others do",
            "Give access to the folder of rules, with personal files taken out",
        ),
        intern=(
            "A small first win: write the page on where to find lunch, keys and the printer, and have it corrected",
            "Keep a list of everything you yourself had to ask in your first three days",
        ),
    ),
    check_in_prompts=(
        "Which question gets three different answers here?",
        "What do we believe is written down and is not?",
        "Is there a page on which you would not want your name?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Plain writing", "Interviewing", "Discretion"),
    tools=("Document editor",),
    ai_use="disclose",
    ai_note="A tool may smooth a text. What our people told you stays out of it.",
    portfolio="redacted",
    portfolio_note="Contents, checklist and two pages of your choice may be shown without our name.",
    pathway="Next year we want the same for supervisors; we would come back to you.",
    questions=questions(
        "What did nobody tell you in your first week somewhere, and how did you find out?",
        "How do you handle something told in confidence that would help the text?",
        "Which hours can you work, and when could you talk with people in the daytime?",
    ),
)

STARTER = Starter(
    code="onboarding_handbook",
    title="Onboarding handbook",
    category="people",
    summary="Twelve pages that answer what every newcomer asks, and a checklist for the first week.",
    who_its_for="Teams that grew fast and explain holidays, expenses and keys anew to each newcomer",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("hr", "human resources", "employee", "staff", "welcome", "new hires", "manual", "orientation"),
)
