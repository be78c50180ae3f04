"""Two procedures that live in one head, written so that a newcomer can follow them."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 20

BRIEF = Brief(
    title="Opening and closing our café, written down for newcomers",
    category="operations",
    problem=(
        "How we open in the morning and close at night is known by two people. When both were ill in March, the "
        "oven stayed on overnight and the till was short for three days."
    ),
    audience="A new colleague alone on the first morning shift, and the shift lead who trains newcomers",
    outcome="Two tested procedures and a process map, which a new colleague follows without asking.",
    in_scope=(
        "Watching two openings and two closings by video call, camera on a stand",
        "Two talks of half an hour with the people who know how it goes",
        "A map of who does what, from the key in the door to the alarm",
        "Two procedures with pictures, and a checklist for the wall",
        "One round of changes after a test with a newcomer",
    ),
    out_of_scope=(
        "Changing the till, the alarm or the rota",
        "Food safety rules; we have a plan for these and you link to it",
        "Recipes",
        "Training the staff",
    ),
    deliverables=(
        deliverable(
            "Process map with open questions",
            "One page, PDF and editable file",
            6,
            "All steps from arrival to the first customer, and from the last to the alarm, with who does each",
            "Steps on which the two colleagues disagree are marked, at least with a question each",
            "Times are noted at five points of the map",
        ),
        deliverable(
            "Draft of the opening procedure",
            "Document, at most 4 pages with pictures",
            10,
            "Each step begins with a verb, has one action and says how one can tell that it is done",
            "Every switch, key and code named in the text can be found in a picture; codes themselves are left out",
            "The shift lead confirmed the order of the steps",
        ),
        deliverable(
            "Both procedures, tested by a newcomer",
            "Two documents and a test note",
            17,
            "A person who has never done it opens and closes once, with the shift lead silent beside",
            "Every question that this person asked is answered in the text now, each shown in the test note",
            "What to do when something is broken is said for the oven, the till, the alarm and a missing key",
        ),
        deliverable(
            "Wall checklists and a page on keeping them true",
            "Two one-page PDFs to print, one document",
            20,
            "Each checklist fits one sheet in 14-point type and has at most 20 lines",
            "The page names who changes the text, and when the next look at it is due",
        ),
    ),
    inputs=inputs(
        "A phone on a stand for two openings and two closings, with our staff's consent",
        "Our rota, floor plan and the manuals of oven, till and alarm, without codes",
        "A newcomer who has agreed to test, on a paid shift",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Walk through the rooms by video, from the door to the cellar",
            "Tell what went wrong in March, step by step",
            "Explain which things must stay out of the text: codes, cash amounts, where the key is",
        ),
        intern=(
            "A small first win: write how to switch on our coffee machine in six lines, and have us follow them",
            "List ten things you saw in the first video whose reason you do not know",
        ),
    ),
    check_in_prompts=(
        "Which step does everybody do differently?",
        "What did we call obvious that you had to ask about?",
        "Where would a newcomer stop and telephone?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Observation", "Plain writing", "Process mapping"),
    tools=("Document editor", "Any drawing tool"),
    ai_use="disclose",
    ai_note="A tool may shorten sentences. What happens in our rooms comes from watching and asking.",
    portfolio="redacted",
    portfolio_note="Map and checklists may be shown without our name and without pictures of our rooms.",
    pathway="Four more procedures wait, from deliveries to complaints; good work here leads to those.",
    questions=questions(
        "Explain in six lines how to do something you do every week.",
        "Two colleagues tell you different things. How do you find out what is right?",
        "We open at six. On which two mornings could you watch by video?",
    ),
)

STARTER = Starter(
    code="process_guide",
    title="Process map and written procedures",
    category="operations",
    summary="Two routines that only two people know become a map, two tested procedures and checklists for the wall.",
    who_its_for="Cafés, shops, labs and practices where a routine stops when one person is ill",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("sop", "manual", "checklist", "instructions", "workflow", "how we do things", "documentation", "bakery"),
)
