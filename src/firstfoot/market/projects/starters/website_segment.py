"""One section of a website, built, tested and handed over so that the host can edit it."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import (
    HOURLY_MINOR,
    Starter,
    deliverable,
    inputs,
    questions,
    welcome,
)

HOURS = 32

BRIEF = Brief(
    title="A questions-and-answers section for our website",
    category="web",
    problem=(
        "Visitors write to us with the same dozen questions. The answers exist in our heads and in old mail, "
        "and the page that should hold them was never built."
    ),
    audience="People who visit our site on a phone, and the colleague who keeps its text up to date",
    outcome="A live, accessible questions-and-answers section with 15 answers that our own staff can edit.",
    in_scope=(
        "Grouping and wording 15 questions with the colleague who answers them today",
        "One page design within our present look, for phone and desktop",
        "HTML, CSS and the template or block in our present system",
        "Tests on two phones and two desktop browsers, and an accessibility check",
        "A handover with a one-page editing guide",
    ),
    out_of_scope=(
        "A new look for the rest of the site",
        "Changing hosting, domain or content system",
        "Search engine work beyond a title and a description for the page",
        "Forms, logins, payments and anything that stores personal data",
        "Repairs after the handover",
    ),
    deliverables=(
        deliverable(
            "Question list and page sketch",
            "Shared document and one image for phone, one for desktop",
            7,
            "15 questions in three to five groups, each in the words visitors use",
            "Each answer has at most 80 words and was confirmed by the colleague who knows",
            "The sketch shows a closed, an open and a long answer",
        ),
        deliverable(
            "Working page on a test address",
            "Link to the test address and source code in our repository",
            16,
            "All 15 answers open and close with keyboard alone, and the focus is always visible",
            "The page reads without sideways scrolling from 320 to 1440 pixels wide",
            "Text comes from our content system; no answer is fixed in the code",
        ),
        deliverable(
            "Test notes",
            "Table in a shared document",
            22,
            "Two phones and two desktop browsers are tested, each with version, date and result",
            "An automated WCAG 2.2 AA check shows no error, and the page was read once with a screen reader",
            "The page loads in under 2 seconds on a mid-range phone over mobile data, with the measurement attached",
            "Every fault found is listed as fixed, or as open with its reason",
        ),
        deliverable(
            "Live section with an editing guide",
            "Merged change, live address, guide of 1 page",
            27,
            "The section is live and linked from the page we named",
            "A colleague adds, edits and removes one question from the guide alone, without a call",
            "The change is reviewed and merged, with a message that says what it does",
        ),
    ),
    inputs=inputs(
        "Access to a test copy of the site, to the repository and to an editor account",
        "The last 40 questions from visitors, with names removed",
        "Logo, colors, typefaces and an existing page to take after",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Open accounts for the test copy and the repository, with only the rights this work needs",
            "Walk through the site once together and show how a change goes live",
            "Name the colleague who confirms the answers, and the person who merges",
        ),
        intern=(
            "A small first win: correct one typing error or broken link on the test copy, up to the merge",
            "Run the site on your own machine or in the test copy and note each step that was not written down",
        ),
    ),
    check_in_prompts=(
        "What can we click today that we could not click last week?",
        "Which answer still waits for a colleague?",
        "What would break first if a colleague edited the page tomorrow?",
    ),
    equipment="Your own computer; we lend a phone for testing if you need one",
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("HTML and CSS", "Web accessibility", "Git", "Plain writing"),
    tools=("Git", "Our content system", "A browser's developer tools"),
    ai_use="disclose",
    ai_note="Tools may suggest code. You must be able to explain each line that is merged.",
    portfolio="full",
    portfolio_note="The live page, the sketch and your own code may be shown; the visitors' mails may not.",
    pathway="There are two more sections to build next term; whoever does this one well is asked first.",
    questions=questions(
        "Send a link to a page or small program you made, however simple. What was hardest?",
        "How would you find out whether a page can be used without a mouse?",
        "Which hours could you work in these four weeks?",
    ),
)

STARTER = Starter(
    code="website_segment",
    title="A small section of a website",
    category="web",
    summary="A questions-and-answers section: designed, built, tested for access and speed, live and editable by you.",
    who_its_for="Organizations with a site in place that lacks one useful page, and somebody who can put changes live",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "tools", "problem"),
    hours_least=25,
    hours_most=40,
    words=("faq", "landing page", "homepage", "html", "wordpress", "site", "web design", "help page"),
)
