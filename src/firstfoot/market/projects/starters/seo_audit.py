"""A small site looked at as a search engine and its visitors do, with repairs in order of worth."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 20

BRIEF = Brief(
    title="A search audit of our thirty most visited pages",
    category="marketing",
    problem=(
        "People find us by our name and by nothing else. Somebody who looks for what we do in our town sees six "
        "others first, and nobody here knows which pages stand in the way."
    ),
    audience="The colleague who edits our site on Thursdays, and the owner who decides what is worth a day's work",
    outcome="An audit of our 30 most visited pages with a ranked list of repairs and a map of search words.",
    in_scope=(
        "An inventory of 30 pages: title, description, headings, links in and out, speed",
        "Twenty search phrases our customers use, asked of three of them",
        "A map: which page should answer which phrase, and which phrases have no page",
        "Ten quick repairs written so that our colleague can do each within half an hour",
        "One call to go through the list",
    ),
    out_of_scope=(
        "Changing the site",
        "Buying links or advertisements",
        "Promising a place in the results",
        "Writing new pages",
    ),
    deliverables=(
        deliverable(
            "Inventory of 30 pages",
            "Spreadsheet",
            6,
            "All 30 pages have visits, title length, first heading, load time on a phone and broken links",
            "Load times were measured twice, with tool, day and profile noted",
            "Pages that no other page links to are marked",
        ),
        deliverable(
            "Map of search phrases",
            "Spreadsheet tab",
            11,
            "Each of 20 phrases has where we stand today, seen in a private window, and the page that should answer",
            "At least five phrases come word for word from customers",
            "Two pages that compete for one phrase are listed together with a proposal",
        ),
        deliverable(
            "Ranked list of issues",
            "Spreadsheet tab",
            16,
            "Every issue can be seen again by following its steps, tried by our colleague on five of them",
            "Worth and effort are each given on a scale of 1 to 3 that is explained",
        ),
        deliverable(
            "Ten quick repairs with instructions",
            "Document, 5 pages",
            20,
            "Our colleague carries out two repairs from the text alone",
            "Titles and descriptions are written out in full, within 60 and 155 characters",
            "The last page says what to measure in eight weeks, and what would count as a result",
        ),
    ),
    inputs=inputs(
        "Read access to our visitor statistics and search console",
        "The list of pages and who edits them",
        "Three customers who agree to a ten-minute call",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Show how a page is edited and what our colleague finds hard",
            "Say which three services bring in most of the money",
            "Agree on the names of towns and services as customers say them",
        ),
        intern=(
            "A small first win: find one broken link and one missing title, and show how you found them",
            "Search for us on a phone in three ways and note what you saw first",
        ),
    ),
    check_in_prompts=(
        "Which finding would you act on first if the site were yours?",
        "Which phrase do we use that no customer does?",
        "Is any figure still a guess?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Search engine basics", "Web statistics", "Clear instructions"),
    tools=("Spreadsheet", "Free audit tools"),
    ai_use="disclose",
    ai_note="A tool may list issues. Each one in the list was seen by you on the page.",
    portfolio="redacted",
    portfolio_note="Method and two before-and-after titles may be shown; visitor figures may not.",
    pathway="After eight weeks we look at the figures together; new pages could be a second project.",
    questions=questions(
        "Type what you would search for to find a shop like ours. What do you notice in the results?",
        "How would you explain to an owner why a page is slow?",
        "When would you work on this in the three weeks?",
    ),
)

STARTER = Starter(
    code="seo_audit",
    title="Search audit of a small site",
    category="marketing",
    summary="Thirty pages looked at as search engines see them, with ten repairs your own people can do.",
    who_its_for="Local firms and practices that are found by name and by nothing else",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("seo", "google", "keywords", "website", "ranking", "traffic", "analytics", "search engine"),
)
