"""Slides that colleagues can fill without breaking them, and one chart page to hand out."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 14

BRIEF = Brief(
    title="A slide template and one infographic on our year",
    category="design",
    problem=(
        "Every talk of ours looks different, and the yearly figures go out as a table in a mail that nobody opens. "
        "Our director builds slides at midnight."
    ),
    audience="Six colleagues who give talks, and 200 supporters who get one page a year",
    outcome="A slide template with ten layouts and a one-page infographic of our year, both editable by us.",
    in_scope=(
        "Ten layouts: title, text, picture, two columns, chart, table, quote, numbers, people, end",
        "One page with at most seven figures of our year",
        "Checking every figure against its source",
        "A version of both for printing in gray",
        "One round of changes after the page and the template stand",
    ),
    out_of_scope=(
        "A new logo, colors or typefaces",
        "Making slides for a talk",
        "Animation",
        "Collecting the figures",
    ),
    deliverables=(
        deliverable(
            "Sketch of the page and three layouts",
            "PDF",
            4,
            "The page can be told in one sentence, and that sentence is its title",
            "The three layouts are shown with little and with too much text",
        ),
        deliverable(
            "Template with ten layouts",
            "Editable slide file",
            9,
            "A colleague makes five slides in 15 minutes, and none of them breaks",
            "Text has a contrast of 4.5 to 1 or higher on each layout, listed with the measured value",
            "Fonts open on a computer that has none of ours installed",
        ),
        deliverable(
            "Infographic, final",
            "Editable file, PDF and a text version",
            14,
            "All figures agree with the source sheet, checked by a second person",
            "Shapes are drawn to scale, and axes start at zero or say so",
            "The text version tells the same in 150 words for those who cannot see it",
        ),
    ),
    inputs=inputs(
        "Logo, colors and typefaces, with their licenses",
        "The figures of the year in a sheet with sources",
        "Three talks that we gave, good and bad",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Give one of your talks for five minutes, as you would to an audience",
            "Say which figure you are proud of and which one hurts",
        ),
        intern=(
            "A small first win: rebuild our worst slide and show both",
            "Draw the year on a napkin before opening a program",
        ),
    ),
    check_in_prompts=(
        "Which figure could go without being missed?",
        "Which layout will be abused first?",
        "What does somebody remember of the page after a minute?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Graphic design", "Showing data", "Slide masters"),
    tools=("The slide program we use", "A vector drawing tool"),
    ai_use="ask_first",
    ai_note="No generated pictures. Ask before using a tool for words.",
    portfolio="full",
    portfolio_note="Both may be shown once the page is out.",
    pathway="The yearly report itself has 20 pages and needs the same hand next spring.",
    questions=questions(
        "Which chart have you seen that lied with true figures?",
        "How do you keep others from breaking a template?",
        "Which slide program do you know from the inside?",
    ),
)

STARTER = Starter(
    code="slides_and_infographic",
    title="Slide template and infographic",
    category="design",
    summary="Ten layouts that colleagues cannot break, and your year on one page with figures that are right.",
    who_its_for="Non-profits, schools and firms whose talks all look different",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=10,
    hours_most=18,
    words=("powerpoint", "presentation", "google slides", "keynote", "annual report", "chart", "canva", "poster"),
)
