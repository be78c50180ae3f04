"""Three articles that answer what customers ask, each with its sources and pictures."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 20

BRIEF = Brief(
    title="Three articles that answer what our customers ask",
    category="marketing",
    problem=(
        "Our repair shop gets the same three questions on the phone every week, and each answer takes ten minutes. "
        "The blog on our site ends two years ago with a Christmas greeting."
    ),
    audience="Bicycle owners who search at night for what to do, and our two mechanics who will send them the link",
    outcome="Three articles of about 900 words, checked by a mechanic, with pictures we may use.",
    in_scope=(
        "A talk of 40 minutes with a mechanic for each article",
        "An outline of one page before each text",
        "Three texts with headings, a short answer on top and sources at the end",
        "Two pictures for each from our workshop, with captions",
        "Two rounds of changes for each text",
    ),
    out_of_scope=(
        "Entering the articles into the site",
        "Product tests or anything a maker pays for",
        "Photos beyond those we send",
        "News or posts on social channels",
    ),
    deliverables=(
        deliverable(
            "Three outlines and a style page",
            "Shared document, 4 pages",
            5,
            "Each outline begins with the customer's question, and with the answer in two sentences",
            "The style page lists ten shop words, each with the plain word we use for it",
            "A mechanic confirmed that nothing important is missing",
        ),
        deliverable(
            "First article",
            "Document with pictures",
            10,
            "800 to 1,000 words, of which the first 60 answer the question",
            "Two people who ride but never repair say after reading what they would do, and it is right",
        ),
        deliverable(
            "Second and third article, first version",
            "Two documents with pictures",
            16,
            "Statements on safety name a source or the mechanic who said so",
            "No paragraph is longer than five lines on a phone",
            "Each text passes a check for copied sentences",
        ),
        deliverable(
            "All three articles, final",
            "Three documents, picture files, a list of sources",
            20,
            "Every remark of the mechanic is settled",
            "Each text has a title of at most 60 characters, a summary of 150 and descriptions for its pictures",
            "Links open, and each source is from the last five years, or the text says why it is used",
        ),
    ),
    inputs=inputs(
        "The three questions, with how our mechanics answer them",
        "A folder of 30 workshop photos that we may use",
        "Two articles by others that we like",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Let the intern listen to two customer calls, with consent",
            "Walk through the workshop by video and name what stands around",
        ),
        intern=(
            "A small first win: write the two-sentence answer to one of the questions and let a mechanic mark it",
            "Note five shop words you had to look up",
        ),
    ),
    check_in_prompts=(
        "What does a reader know after your text that the phone call would not have told?",
        "Which sentence would a mechanic laugh at?",
        "Do you have enough pictures of the right things?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Writing for the web", "Interviewing experts", "Editing"),
    tools=("Document editor",),
    ai_use="disclose",
    ai_note="Outlines may be tried with a tool. The text is yours, from the talks you had.",
    portfolio="full",
    portfolio_note="The articles appear with your name, and you may show them.",
    pathway="There are eleven more questions on our list; good articles lead to a second set in autumn.",
    questions=questions(
        "Send something you explained in writing. Who was it for?",
        "How do you write about a thing you did not know yesterday?",
        "When could you talk with a mechanic, before nine or after five?",
    ),
)

STARTER = Starter(
    code="article_set",
    title="Set of three articles",
    category="marketing",
    summary="Three articles that answer what customers ask on the phone, checked by the one who knows.",
    who_its_for="Workshops, practices and shops that explain the same things on the phone every week",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "audience", "inputs"),
    hours_least=12,
    hours_most=24,
    words=("blog", "blogging", "content", "copywriting", "text", "writing", "website", "articles"),
)
