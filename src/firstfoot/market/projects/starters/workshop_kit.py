"""A workshop anyone on the team can run, tried once with a real group."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 26

BRIEF = Brief(
    title="A two-hour workshop kit on spotting false news",
    category="education",
    problem=(
        "Schools and senior clubs ask our library for an evening on false news. Every time a colleague makes it up "
        "anew, it takes her two days, and when she is away we have to say no."
    ),
    audience="Four librarians who will run it, and groups of 8 to 20 adults with no background",
    outcome="A two-hour workshop kit, tried with a real group, which any of our librarians can run after an hour.",
    in_scope=(
        "Three learning goals, agreed with the librarian who has run such evenings",
        "A plan by the minute, with two exercises that work on paper",
        "Slides, a handout of two pages and the exercise sheets",
        "Notes for the person who leads, with what to say when it gets heated",
        "One pilot evening by video with a group that we invite, led by one of us",
    ),
    out_of_scope=(
        "Leading workshops after the pilot",
        "An online course or films",
        "Examples about living private persons",
        "Taking sides on parties or elections",
    ),
    deliverables=(
        deliverable(
            "Learning goals and a plan by the minute",
            "Shared document, 2 pages",
            5,
            "Three goals, each said as what people can do afterwards and how one sees it",
            "The plan adds up to 120 minutes with a break, and people are active for at least 60",
            "Two librarians read it and confirmed they could lead it",
        ),
        deliverable(
            "Exercises with six examples",
            "Exercise sheets as PDF and editable file",
            11,
            "Six examples, three true and three false, each with source, date and the way to check it",
            "An adult solves each exercise on paper in under 12 minutes, tried with two people",
            "The right to show each picture and text is noted",
        ),
        deliverable(
            "The kit for the pilot evening",
            "Slides, handout, leader's notes",
            15,
            "At most 20 slides, in type of 24 points or more, readable in black and white",
            "The handout can be used at home without the slides",
            "The leader's notes give for every part its minutes, its aim and what to do when time is short",
        ),
        deliverable(
            "Final kit with the pilot's lessons",
            "Folder with all files and a 1-page report",
            21,
            "The pilot took place with at least six people, and planned and real minutes are compared for each part",
            "Two thirds of the people solved the closing task, or the kit says what was changed because they did not",
            "A librarian who was not there prepares the evening in 60 minutes from the folder",
        ),
    ),
    inputs=inputs(
        "Notes and slides from two earlier evenings",
        "A pilot group, a date in week 3 and a librarian who leads it",
        "Our slide template and a printer's limits: paper sizes, no color",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Describe the best and the worst evening on this topic so far",
            "Say which topics upset people here, and how we deal with that",
            "Invite the pilot group before the first working day",
        ),
        intern=(
            "A small first win: try one five-minute exercise on two friends and tell us how it went",
            "Read our house rules on neutrality and note one example that would break them",
        ),
    ),
    check_in_prompts=(
        "In which part will people look at their watch?",
        "What would you cut if the group came 20 minutes late?",
        "Which example might be out of date in a year?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Lesson planning", "Fact checking", "Clear slides"),
    tools=("Slides", "Document editor"),
    ai_use="disclose",
    ai_note="Made-up false examples may come from a tool if they are marked as such. Facts are checked by you.",
    portfolio="full",
    portfolio_note="The kit is published under an open license with your name on it.",
    pathway="Two more evenings are asked for, on passwords and on family photos; both could be yours.",
    questions=questions(
        "Tell us about something you taught somebody. How did you notice that it worked?",
        "Which false story did you believe once, and what changed your mind?",
        "Are you free for the pilot on a weekday evening in week 3?",
    ),
)

STARTER = Starter(
    code="workshop_kit",
    title="Workshop kit",
    category="education",
    summary="A two-hour workshop with plan, slides, handout and exercises, tried once with a real group.",
    who_its_for="Libraries, museums, clubs and firms that are asked for the same evening again and again",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=20,
    hours_most=30,
    words=("training", "teaching", "course", "lesson", "class", "school", "presentation", "powerpoint", "seminar"),
)
