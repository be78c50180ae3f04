"""What published studies say about one claim, graded so that a layperson can use it."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 22

BRIEF = Brief(
    title="What twenty studies say about our sleep claim",
    category="research",
    problem=(
        "Our label says the lamp helps you fall asleep. A shop asked what that rests on, and we have one study that a "
        "supplier sent and a feeling."
    ),
    audience="Our product lead, who must keep, change or drop the sentence, and the shop that asked",
    outcome="A summary of two pages on 20 graded studies that says what our label may claim and what not.",
    in_scope=(
        "The claim as one question that a study can answer",
        "A rule for which studies count, fixed before the search",
        "A search in two public databases, with every step noted",
        "Twenty studies in a table, each graded",
        "Three wordings of the label: carried, partly carried, not carried",
    ),
    out_of_scope=(
        "Medical or legal advice",
        "A statistical pooling of results",
        "Paid articles beyond ten that we buy",
        "Asking customers",
    ),
    deliverables=(
        deliverable(
            "Question, rule and search words",
            "Document, 2 pages",
            5,
            "The rule says which people, lamps, measures and years count, with an example on each side",
            "The search words find the one study we have",
        ),
        deliverable(
            "Table of the first ten",
            "Spreadsheet",
            11,
            "For all ten: how many people, compared with what, measured how, result with its range, who paid",
            "Two were read by a second person, who filled in the same figures",
        ),
        deliverable(
            "All twenty, graded",
            "Spreadsheet and a page on the search",
            17,
            "The grade follows a scale of four steps, each with its conditions",
            "The way from all hits to the twenty is shown in numbers",
            "Studies that found nothing stand in the table like the others",
        ),
        deliverable(
            "Summary with three wordings",
            "Document, 2 pages",
            21,
            "Each sentence names its studies by number",
            "Someone without training says after reading which wording is safe, and why",
        ),
    ),
    inputs=inputs(
        "The label, the data sheet of the lamp and the study we have",
        "Money for up to ten articles, and who buys them",
        "The shop's question in its own words",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Show the lamp and say who wrote the sentence, and when",
            "Promise that a no will be welcome, and mean it",
        ),
        intern=(
            "A small first win: sum up the supplier's study in five lines, with one weakness",
            "Write down what you expect to find, to compare at the end",
        ),
    ),
    check_in_prompts=(
        "Which study would you not want to rest on, and who would?",
        "Did the rule leave out something that matters?",
        "How sure are you today, from one to ten, and why not one more?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Reading studies", "Basic statistics", "Plain writing"),
    tools=("Public databases of studies", "Spreadsheet"),
    ai_use="disclose",
    ai_note="A tool may help to search. Figures are read from the article itself, never from a summary.",
    portfolio="full",
    portfolio_note="Rule, table and summary may be shown when the label is decided.",
    pathway="Two more labels wait for the same question.",
    questions=questions(
        "Which claim on a package did you look into, and what did you find?",
        "A study with 12 people finds a large effect. What do you say about it?",
        "Have you access to a library, and when would you work?",
    ),
)

STARTER = Starter(
    code="study_summary",
    title="Study summary for a product claim",
    category="research",
    summary="Twenty studies graded by a fixed rule, and two pages on what a label may say.",
    who_its_for="Makers and shops whose label says more than they can show",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "outcome"),
    hours_least=15,
    hours_most=25,
    words=("literature review", "science", "evidence", "papers", "academic", "claims", "health", "pubmed"),
)
