"""A list of donors and volunteers made clean, counted and ready for the next mailing."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 18

BRIEF = Brief(
    title="A clean list of our donors and volunteers before the spring appeal",
    category="community",
    problem=(
        "Our list has 2,300 records from three systems. Some people get our letter twice, some who asked to be left "
        "alone get it too, and we cannot say how many gave in both of the last two years."
    ),
    audience="Our fundraiser, who writes the spring appeal, and the volunteer coordinator",
    outcome="A de-duplicated list in which each person stands once, with consent, history and one of five groups.",
    in_scope=(
        "Rules for what counts as the same person, agreed first",
        "Merging doubles in a copy of the list, each merge logged",
        "Consent by channel for every record: letter, mail, phone, none, unknown",
        "Five groups, such as gave last year, gave before, volunteers only",
        "A plan of who gets which letter, on one page",
    ),
    out_of_scope=(
        "Writing to or calling any donor or volunteer",
        "Looking people up on the web, or guessing income, age or faith",
        "Moving to other software",
        "The text of the appeal",
    ),
    deliverables=(
        deliverable(
            "Matching rules, tried on 100 records",
            "Document of 2 pages, spreadsheet",
            4,
            "Each rule says when two records are the same, when they are not and when a person must look",
            "On 100 records that we checked by hand, the rules agree with us in at least 97",
            "A record that asks not to be contacted keeps this in every merge",
        ),
        deliverable(
            "List with doubles merged",
            "Spreadsheet and merge log",
            8,
            "A sample of 300 rows, picked by the fundraiser, holds at most two doubles",
            "The number of records before, minus merges, equals the number after",
            "Any merge can be undone from the log, shown with three examples",
        ),
        deliverable(
            "Groups and consent, complete",
            "Spreadsheet that our system imports",
            12,
            "Every record is in exactly one of the five groups, and the counts add up",
            "Consent is copied from a source that is named per row; where there is none it says unknown",
            "Ten rows were imported into a test copy of our system, and nothing was lost",
        ),
        deliverable(
            "Mailing plan with counts",
            "One page, and a page of habits for new records",
            14,
            "For each group: how many, by which channel, and how many are left out for lack of consent",
            "The habits fit one page and name the three errors that caused most doubles",
        ),
    ),
    inputs=inputs(
        "An export of the list without bank details and without notes on health or faith",
        "Who asked not to be contacted, from all three systems",
        "Gifts of the last three years by record number, year and amount band",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Explain what we promised people when they gave us their data",
            "Sign the confidentiality note together, and set the day on which copies are deleted",
            "Show how one record came into the list twice",
        ),
        intern=(
            "A small first win: find five sure doubles and five that only look like doubles",
            "Store the export only where your supervisor said, and confirm it",
        ),
    ),
    check_in_prompts=(
        "Which rule merged two people who were not the same?",
        "How many records still have unknown consent, and can anyone tell?",
        "Did you see anything in the data that should not be there?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Spreadsheets or a database", "Accuracy", "Care with personal data"),
    tools=("Spreadsheet",),
    ai_use="none",
    ai_note="People trusted us with these records; they stay in our folder and out of every other tool.",
    portfolio="redacted",
    portfolio_note="Rules, counts and the plan may be shown. No row of the list leaves our folder.",
    pathway="After the appeal we look at the answers together; that could become a second, shorter project.",
    questions=questions(
        "Jo Miller at 4 Elm St and Joanna Miller at 4 Elm Street: one person or two? What would settle it?",
        "When did you last handle data about people, and how did you protect it?",
        "How would you spread these hours over two weeks?",
    ),
)

STARTER = Starter(
    code="donor_database",
    title="Donor and volunteer list review",
    category="community",
    summary="Every person stands once, with consent and history, in five groups ready for the next letter.",
    who_its_for="Charities, clubs, schools and congregations whose list came together from several places",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=12,
    hours_most=20,
    words=("nonprofit", "charity", "fundraising", "members", "crm", "duplicates", "database", "mailing list", "excel"),
)
