"""One page to hand over and a dozen honest answers for those who sell."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 14

BRIEF = Brief(
    title="A sales one-pager and twelve answers to objections",
    category="sales",
    problem=(
        "Each of our three salespeople explains our service differently. When a customer says it is too expensive, "
        "one gives a discount, one argues and one changes the subject."
    ),
    audience="Our three salespeople before a call, and customers who want a page to show to their boss",
    outcome="A one-page sheet for customers and a sheet of twelve objections with answers we stand behind.",
    in_scope=(
        "Listening to four recorded calls that we may share",
        "A talk of half an hour with each salesperson",
        "The one-pager: for whom, what it does, what it costs, proof, next step",
        "Twelve objections as customers say them, each with a short answer and where it comes from",
        "One round of changes after a trial in real calls",
    ),
    out_of_scope=(
        "Calling customers",
        "Setting prices or promising discounts",
        "A brochure or a website page",
        "Claims about named competitors",
    ),
    deliverables=(
        deliverable(
            "List of objections in customers' words",
            "Spreadsheet",
            4,
            "At least 20 objections with the call and minute, or the person who reported them",
            "Counted by how often they came, with the twelve to answer marked and agreed",
        ),
        deliverable(
            "One-pager, first version",
            "Editable file and PDF",
            8,
            "It fits one side of paper with at most 250 words",
            "Every figure has its source in a note for us",
            "Two people outside the company say after one minute what we sell and for whom",
        ),
        deliverable(
            "Twelve objections with answers",
            "Document, 4 pages",
            11,
            "Each answer can be said in half a minute, timed aloud",
            "Where the objection is right, the answer says so and names who should not buy",
            "The sales lead approved all twelve",
        ),
        deliverable(
            "Both sheets after a trial",
            "Final files and a half-page note",
            14,
            "Two salespeople used them in at least three calls, and what they reported is in the note",
            "Claims that were doubted in a call are changed or backed by a source",
        ),
    ),
    inputs=inputs(
        "Four recorded calls with consent, or notes of ten",
        "Our price list, three proposals and what customers said after buying",
        "Logo, colors and the template we use for documents",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Play one call that went well and one that did not, and stop where it turned",
            "Say which claims are not allowed, and who approves",
        ),
        intern=(
            "A small first win: answer one objection in three sentences and read it to a salesperson",
            "Explain our service to a friend and write down their first question",
        ),
    ),
    check_in_prompts=(
        "Which objection is simply right?",
        "Which of our words does no customer use?",
        "What would you want to see before you signed?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Writing", "Listening", "Product sense"),
    tools=("Document editor", "Any layout tool"),
    ai_use="ask_first",
    ai_note="No recording or transcript of ours in any tool we have not named.",
    portfolio="redacted",
    portfolio_note="The layout and four objections may be shown with our name removed.",
    pathway="If the calls go better, we would like the same for our second service.",
    questions=questions(
        "What did somebody sell you well? What did they say, and what did they leave out?",
        "A customer says you are too expensive. What would you want to know first?",
        "Which afternoons of these two weeks are free?",
    ),
)

STARTER = Starter(
    code="sales_sheet",
    title="Sales one-pager and objection sheet",
    category="sales",
    summary="One page for customers, and twelve honest answers to what they say before they buy.",
    who_its_for="Small teams in which everyone explains the same service differently",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=10,
    hours_most=16,
    words=("pitch", "brochure", "leaflet", "selling", "flyer", "deck", "b2b", "sales"),
)
