"""Help pages carried into a second language, with a glossary that keeps the words the same."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 28

BRIEF = Brief(
    title="Fifteen help pages of our clinic in Spanish",
    category="language",
    problem=(
        "A third of our patients speak Spanish at home, and our help pages are in English only. Families bring their "
        "children to interpret, and people miss appointments because they misread how to prepare."
    ),
    audience="Patients and families who read Spanish with ease and English with effort",
    outcome="Fifteen help pages in plain Spanish with a glossary, approved by a second reader of ours.",
    in_scope=(
        "A glossary of about 60 terms, agreed before translation starts",
        "15 pages of 250 words on average, from directions to how to prepare a visit",
        "Dates, phone numbers and units as readers here write them",
        "Page titles, picture descriptions and the words on buttons",
        "One review by our second reader, and your corrections",
    ),
    out_of_scope=(
        "Consent forms, diagnoses and anything a doctor signs; a sworn translator does those",
        "Interpreting at appointments",
        "Entering the pages into the site",
        "A third language",
    ),
    deliverables=(
        deliverable(
            "Glossary and style page",
            "Spreadsheet of terms and 1 page",
            6,
            "About 60 terms, each with the Spanish word we use, one we avoid and a sentence as example",
            "The style page settles usted or tú, gender-neutral forms and how the clinic's departments are called",
            "The second reader has agreed to every term",
        ),
        deliverable(
            "The first three pages",
            "Documents with both languages side by side",
            10,
            "No step, number or warning of the English text is missing, checked line by line by the second reader",
            "Sentences have 20 words on average or fewer",
        ),
        deliverable(
            "All fifteen pages, before review",
            "Documents with both languages side by side",
            18,
            "Each glossary term is translated the same way on all pages, shown by a search",
            "Faults found in the English text are listed with page and line and are not silently repaired",
            "Titles have at most 60 characters and picture descriptions at most 125",
        ),
        deliverable(
            "Reviewed pages ready to enter",
            "15 documents and a review log",
            21,
            "Every remark of the second reader is settled in the log, each with what was done",
            "Two patients' relatives read two pages aloud and told in their own words what to do, without an error",
            "A page of notes says what to do when an English page changes",
        ),
    ),
    inputs=inputs(
        "The 15 pages as documents, with their word counts",
        "A bilingual colleague as second reader, two hours a week",
        "Words that patients use at the front desk, collected by the desk",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Walk the way of a patient by video: door, desk, waiting room, lab",
            "Tell about two misunderstandings that a good page would have prevented",
            "Say which texts must never be translated without a doctor",
        ),
        intern=(
            "A small first win: translate the sign at our front desk and say which word you hesitated over",
            "Read three pages as a patient and note what you would still have to ask",
        ),
    ),
    check_in_prompts=(
        "Which term has no good word, and what do families here say?",
        "Where is the English itself unclear?",
        "How long does a page take you now, compared with the first?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Written Spanish at level C1 or higher", "Plain writing", "Terminology"),
    tools=("Document editor", "Spreadsheet"),
    ai_use="disclose",
    ai_note="A machine draft is allowed for pages without medical content. You answer for each sentence.",
    portfolio="full",
    portfolio_note="Once the pages are public you may link to them as yours.",
    pathway="Eleven more pages follow in autumn; the same translator would save us a new glossary.",
    questions=questions(
        "Which English word from a doctor's office is hardest to say well in Spanish, and how do you say it?",
        "You find that two English pages contradict each other. What do you do?",
        "How many hours a week can you work in these three weeks?",
    ),
)

STARTER = Starter(
    code="translate_help",
    title="Help pages in a second language",
    category="language",
    summary="Fifteen pages in plain Spanish, or the language you need, with a glossary and a second reader's yes.",
    who_its_for="Clinics, town offices, schools and shops whose people read another language at home",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "outcome", "skills", "problem"),
    hours_least=20,
    hours_most=35,
    words=("translation", "translate", "spanish", "bilingual", "localization", "website", "multilingual"),
)
