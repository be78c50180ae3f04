"""One way through an app or site that can be clicked before anyone builds it."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 26

BRIEF = Brief(
    title="A clickable prototype of our sign-up for courses",
    category="design",
    problem=(
        "Parents sign up for our courses with a paper form and a phone call. We want to have it built, and three "
        "makers gave three prices because each imagined something else."
    ),
    audience="Parents with a phone in one hand, and the maker who will price and build it",
    outcome="A clickable prototype of the whole sign-up on a phone, which five parents got through.",
    in_scope=(
        "A map of the way, with every branch and dead end",
        "Screens for phone width, with real words and real prices",
        "States for empty, wrong, full course and no connection",
        "Five tries of 20 minutes with parents whom we invite",
        "A sheet for the maker: fields, rules, what happens next",
    ),
    out_of_scope=(
        "Code",
        "Payment screens; the provider has its own",
        "A logo or a new look",
        "The office's side of the sign-up",
    ),
    deliverables=(
        deliverable(
            "Map of the way",
            "One page, PDF",
            5,
            "Each step names what the parent wants, what we must know and why",
            "Questions that the paper form asks and nobody uses are crossed out, with our yes",
        ),
        deliverable(
            "First clickable version",
            "Link",
            11,
            "From the course list to the confirmation in at most eight screens",
            "Every word on the screens is final or marked as a question to us",
        ),
        deliverable(
            "Notes from five tries",
            "Notes, one page each",
            17,
            "For all five it says where they stopped, went back or read twice",
            "Consent is on file, and no name of a child appears",
        ),
        deliverable(
            "Final prototype with a sheet for the maker",
            "Link and a document of 4 pages",
            21,
            "The three biggest stumbles of the tries are gone, shown before and after",
            "Fields are listed with kind, length, whether needed and the sentence shown when wrong",
            "Text has a contrast of 4.5 to 1 and targets are at least 44 pixels high",
        ),
    ),
    inputs=inputs(
        "The paper form, and twenty that were filled in, with names covered",
        "The course list with prices, ages and limits",
        "Five parents who agreed to try, with times",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Take one sign-up by phone while the intern listens, with the parent's yes",
            "Say which rules cannot change, such as age and number of places",
        ),
        intern=(
            "A small first win: draw the first screen on paper and show it to somebody on a bus",
            "Fill in the paper form yourself and note where you hesitated",
        ),
    ),
    check_in_prompts=(
        "Which question could we ask later, or never?",
        "What does a parent do when the course is full?",
        "Which decision of ours would make two screens one?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Interface design", "Writing for screens", "Trying things with people"),
    tools=("Any prototyping tool",),
    ai_use="disclose",
    ai_note="A tool may suggest screens. Rules, words and prices are ours.",
    portfolio="full",
    portfolio_note="Map, prototype and lessons may be shown; parents stay out of it.",
    pathway="When it is built we would like you to watch the first sign-ups with us.",
    questions=questions(
        "Which form did you give up on? On which question?",
        "How do you design for somebody in a hurry?",
        "When can you run tries in the late afternoon?",
    ),
)

STARTER = Starter(
    code="clickable_prototype",
    title="Clickable prototype of one flow",
    category="design",
    summary="One way through an app or site that five people tried, with a sheet a maker can price.",
    who_its_for="Schools, clubs and young companies about to have something built",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=20,
    hours_most=35,
    words=("figma", "ux", "ui", "app", "mockup", "wireframe", "screens", "sign up"),
)
