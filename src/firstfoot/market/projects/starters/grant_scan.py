"""Twenty-five funders read closely, so that a small team applies only where it can win."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 18

BRIEF = Brief(
    title="Twenty-five funders that fit our after-school program",
    category="research",
    problem=(
        "Last year we wrote nine applications at night and got one. Three were for places or ages that the funder "
        "excludes on page two, which nobody had read."
    ),
    audience="Our director, who writes applications on Fridays, and the board that picks which to write",
    outcome="A dated list of 25 funders with deadlines, fit and next step, of which five have a one-page profile.",
    in_scope=(
        "Our own fact page: what we do, for whom, where, what it costs",
        "A rule for fit with at most seven points, agreed first",
        "Public sources: foundations' sites, annual reports, public tax filings, government portals",
        "25 funders with amount, deadline, form and who was funded last year",
        "Profiles of the five best",
    ),
    out_of_scope=(
        "Writing applications",
        "Contacting funders in our name",
        "Paid databases",
        "Company sponsors and private donors",
    ),
    deliverables=(
        deliverable(
            "Fact page and fit rule",
            "Document, 2 pages",
            4,
            "Ten facts about our program with the figure, the year and where it comes from",
            "The rule sorts our nine old applications so that the one we won comes out among the top three",
            "The director has agreed to the rule",
        ),
        deliverable(
            "First ten funders",
            "Spreadsheet",
            7,
            "For all ten, place, age group, amount and what is excluded are filled and linked to the page",
            "The director would write to at least five of the ten",
        ),
        deliverable(
            "All 25 funders, sorted",
            "Spreadsheet and a calendar file with deadlines",
            12,
            "Every link opens, and every deadline was checked within the last seven days before handing in",
            "Three grants each funder gave lately are listed with amount and year, or it says that none are public",
            "Funders that looked good and are excluded stand on a second tab with the sentence that excludes us",
        ),
        deliverable(
            "Five profiles with next steps",
            "Document, 5 pages",
            14,
            "Each profile fits one page: what they want, in their words; our match; our weak point; the form's length",
            "For each there is a first step that takes under an hour, with a date",
        ),
    ),
    inputs=inputs(
        "Our annual report, program budget and the nine old applications",
        "Rules of ours: from whom we take no money",
        "One hour with the director, and one with a board member",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Tell how an afternoon in the program goes, from the bell to the pick-up",
            "Open the application that won and say why you think it did",
        ),
        intern=(
            "A small first win: find one funder whose rules exclude us and show the sentence",
            "Explain our program to a friend in three sentences and tell us what they asked",
        ),
    ),
    check_in_prompts=(
        "Which point of the rule excludes most funders, and is it right to?",
        "Which deadline is closer than it looks?",
        "What do funders ask for that we cannot show yet?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Close reading", "Desk research", "Spreadsheets"),
    tools=("Spreadsheet", "Document editor"),
    ai_use="disclose",
    ai_note="A tool may suggest names of funders. Deadlines and rules are read on the funder's own page.",
    portfolio="redacted",
    portfolio_note="The rule, the layout and one profile may be shown; which ones we apply to is ours to tell.",
    pathway="A second project could be the first application, written with the director.",
    questions=questions(
        "Which rule or form did you read more closely than others did, and what did you find?",
        "A funder's site and its report give two deadlines. How do you settle it?",
        "Which Fridays are you free for a short call?",
    ),
)

STARTER = Starter(
    code="grant_scan",
    title="Grant and funder scan",
    category="research",
    summary="25 funders read closely, with deadlines, fit and next step, and a page on each of the best five.",
    who_its_for="Non-profits, clubs and labs that write applications at night and would rather write fewer",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "title", "problem", "inputs"),
    hours_least=12,
    hours_most=20,
    words=("funding", "fundraising", "foundation", "nonprofit", "charity", "money", "application", "grants"),
)
