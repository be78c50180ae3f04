"""A first honest look at data that an organization has and never read."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 28

BRIEF = Brief(
    title="Five findings from three years of our rental data",
    category="data",
    problem=(
        "We rent out 60 bicycles and have noted each ride for three years. Every spring we guess how many to repair "
        "first, and nobody has ever looked at what the notes say."
    ),
    audience="The two of us who plan repairs and opening hours for the season",
    outcome="A notebook that runs from our raw file to five findings, each with how far it can be trusted.",
    in_scope=(
        "About 40,000 rows: start, end, bicycle, station",
        "Five questions of ours, sharpened at the start",
        "Cleaning, with what was dropped and why",
        "Five findings with one chart each",
        "A talk of 45 minutes",
    ),
    out_of_scope=(
        "Forecasts or a model in use",
        "Data about customers",
        "A dashboard",
        "Changes to how rides are noted; you may propose some",
    ),
    deliverables=(
        deliverable(
            "Five questions and a look at the data",
            "Notebook and 1 page",
            7,
            "For every column: share of empty cells, smallest, largest and three odd values",
            "Each question says what we would do differently for two possible answers",
        ),
        deliverable(
            "Cleaned data with a log",
            "Notebook",
            12,
            "Rows dropped are counted by reason, and the sum agrees with the raw file",
            "It runs from start to end on another computer, with versions fixed",
        ),
        deliverable(
            "Two findings in full",
            "Notebook",
            17,
            "Both charts name their question, the number of rides and the time span",
            "One other explanation is tried for each finding, and told even when it fits",
        ),
        deliverable(
            "Five findings with caveats",
            "Notebook, PDF of 5 pages",
            27,
            "Every figure in the PDF comes from a named cell",
            "Each finding is marked sure, likely or a hint, by a rule that is given",
            "A colleague changes one filter and sees the chart follow",
        ),
    ),
    inputs=inputs(
        "The file of rides, without customers",
        "Dates of holidays, closures and repairs",
        "What the codes in the file mean, from the person who notes them",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Show how a ride is noted, at the counter, by video",
            "Write down the five answers you expect",
        ),
        intern=(
            "A small first win: count rides by weekday and say what surprised you",
            "Find three rows that cannot be true",
        ),
    ),
    check_in_prompts=(
        "Which finding would vanish if one month were left out?",
        "What does the file not know?",
        "Which chart did somebody read wrongly?",
    ),
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Python or R", "Basic statistics", "Clear charts"),
    tools=("Notebook", "Git"),
    ai_use="disclose",
    ai_note="Code may come from a tool, and you can explain each line. The file stays with us.",
    portfolio="redacted",
    portfolio_note="The notebook may be shown with made-up rides.",
    pathway="If a finding changes our season, we look again next year together.",
    questions=questions(
        "Show or describe one chart you made. What might a reader get wrong?",
        "Rides fell in May. Name three reasons that have nothing to do with demand.",
        "How would you spread 28 hours over four weeks?",
    ),
)

STARTER = Starter(
    code="data_exploration",
    title="First look at unread data",
    category="data",
    summary="Five findings from data you have and never read, in a notebook that runs from the raw file.",
    who_its_for="Shops, clubs and public services that note everything and look at none of it",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=20,
    hours_most=35,
    words=("data analysis", "python", "statistics", "notebook", "jupyter", "analytics", "insights", "data science"),
)
