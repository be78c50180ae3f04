"""Six job descriptions that say what the work is, what it pays and what is truly needed."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 12

BRIEF = Brief(
    title="Six job descriptions rewritten in plain words",
    category="people",
    problem=(
        "Our job descriptions were copied from each other for ten years. They ask for a degree that half of our best "
        "people do not have, and the same sort of person answers every time."
    ),
    audience="People who might apply and are not sure they may, and the three leads who hire this year",
    outcome="Six job descriptions in plain words, each with must-haves we can defend and a pay range field.",
    in_scope=(
        "A talk of half an hour with the person who does the job, or led it last",
        "A split of each list of demands into must and can be learned here",
        "Six descriptions of at most 500 words on one template",
        "A check of words that put people off, each with its replacement",
        "One round of changes with the lead",
    ),
    out_of_scope=(
        "Setting pay",
        "Legal review",
        "Posting the jobs or reading applications",
        "Descriptions of people who work here now",
    ),
    deliverables=(
        deliverable(
            "Template and the first description",
            "Two documents",
            4,
            "The template has a line for pay range, hours, place and who guides, none of which may stay empty",
            "All musts name a thing one does in the job, confirmed by the person who does it",
            "Degrees and years are left out, or the lead wrote down why they are needed",
        ),
        deliverable(
            "Three more descriptions",
            "Three documents",
            9,
            "No description has more than six musts",
            "Sentences average 15 words or fewer, measured",
        ),
        deliverable(
            "All six, with a list of words",
            "Six documents and 1 page",
            14,
            "Two readers from outside our trade tell what one would do on a Tuesday",
            "At least 15 words or phrases were replaced, listed with the reason",
            "Each lead approved theirs in writing",
        ),
    ),
    inputs=inputs(
        "The six present descriptions",
        "Half an hour with six people, at times that are fixed",
        "Our pay bands, or who will fill them in",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Say who applied the last three times, in numbers and without names",
            "Tell about one colleague who lacked a demand and is excellent",
        ),
        intern=(
            "A small first win: cut one present description by half without losing a duty",
            "Mark every demand in the six texts that could not be tested in a talk",
        ),
    ),
    check_in_prompts=(
        "Which must would the lead give up for the right person?",
        "Which job sounds worse on paper than it is?",
        "What did somebody tell you about the job that no text says?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Plain writing", "Interviewing", "Sense for fair wording"),
    tools=("Document editor",),
    ai_use="disclose",
    ai_note="A tool may flag words. What a job is comes from those who do it.",
    portfolio="full",
    portfolio_note="Once a job is posted you may show its text before and after.",
    pathway="Next we want interview questions to match; good work here leads there.",
    questions=questions(
        "Which demand in a job posting kept you from applying? Was it needed?",
        "How would you ask somebody what they really do all day?",
        "Which hours in the daytime could you use for talks?",
    ),
)

STARTER = Starter(
    code="job_descriptions",
    title="Job description refresh",
    category="people",
    summary="Six descriptions in plain words, with musts you can defend, on one template.",
    who_its_for="Small employers whose postings were copied from each other for years",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=8,
    hours_most=14,
    words=("hr", "hiring", "recruiting", "job posting", "job ads", "vacancy", "bias", "inclusive"),
)
