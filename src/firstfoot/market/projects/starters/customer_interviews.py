"""Eight talks with customers, and what they mean for the next decision."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 26

BRIEF = Brief(
    title="Eight customer interviews before our next decision",
    category="research",
    problem=(
        "We are about to change our opening hours and the order in which we build things, and all we have are "
        "opinions from inside the house. Nobody has sat down with a customer for half an hour in the past year."
    ),
    audience="The three of us who decide next month what to build and what to stop",
    outcome="Findings from eight recorded customer interviews, each finding backed by quotes we may keep.",
    in_scope=(
        "Three questions that we want to decide, sharpened in a first talk",
        "An interview guide for 30 minutes and a consent form in plain words",
        "Eight interviews by phone or video with customers whom we invite",
        "Notes of each interview within one day, with names replaced by a letter",
        "A findings talk of 45 minutes with those who decide",
    ),
    out_of_scope=(
        "Finding the people; we invite twelve customers, and eight times are booked",
        "A survey or anything with percentages",
        "Selling, or answering complaints, during an interview",
        "Talks with anyone under 18",
    ),
    deliverables=(
        deliverable(
            "Interview guide and consent form",
            "Shared document, 3 pages",
            6,
            "Each question of the guide is open, and says which of our three decisions it serves",
            "The consent form says in under 200 words what is recorded, who hears it and when it is deleted",
            "One pilot talk with a colleague was held and took at most 35 minutes",
        ),
        deliverable(
            "Notes from the first three interviews",
            "One page each, in our folder",
            12,
            "Every note has at least five quotes word for word, with the minute at which they were said",
            "A signed or recorded consent is on file for all three people",
            "The guide was changed after the third talk, or the note says why not",
        ),
        deliverable(
            "Notes from all eight interviews",
            "One page each, in our folder",
            20,
            "Eight notes use the same headings, so that answers can be read across",
            "No name, employer or address of an interviewed person appears in any note",
        ),
        deliverable(
            "Findings with quotes and limits",
            "Slides, at most 12, and a one-page summary",
            27,
            "Every finding cites at least two people by their letter, or is marked as a single voice",
            "One slide lists what eight talks cannot tell us",
            "For each of the three decisions there is a sentence on what the talks suggest and how sure you are",
            extra=("Two things that surprised everyone are named, even if no decision hangs on them",),
        ),
    ),
    inputs=inputs(
        "Twelve customers who have agreed to be asked, invited by us",
        "A meeting account that records, and a folder only the supervisor and you can open",
        "What we decided in the last year and why, on one page",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Invite the twelve customers and forward the times that suit them",
            "Name the three decisions, and say which answer you expect to hear",
            "Write down when recordings are deleted and who does it",
        ),
        intern=(
            "A small first win: interview your supervisor for 15 minutes and hand in a page of notes the same day",
            "Rewrite three leading questions as open ones and talk them over with your supervisor",
        ),
    ),
    check_in_prompts=(
        "What did you hear this week that contradicts what we believe?",
        "Which question of the guide gives you nothing?",
        "Is anyone still missing whom we ought to hear?",
    ),
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Interviewing", "Careful notes", "Making sense of what people say"),
    tools=("Video calls with recording", "Document editor", "Slides"),
    ai_use="ask_first",
    ai_note="Automatic transcripts only in the tool we name. No recording or note goes into any other service.",
    portfolio="redacted",
    portfolio_note="Guide, method and anonymous findings may be shown; recordings and quotes may not.",
    pathway="We repeat these talks twice a year and would like the same person to run the next round.",
    questions=questions(
        "Tell us about a talk in which you learned something because you kept quiet.",
        "What would you do if a customer starts to complain in the middle of an interview?",
        "When in the week could you hold talks of half an hour?",
    ),
)

STARTER = Starter(
    code="customer_interviews",
    title="Customer interview sprint",
    category="research",
    summary="Eight half-hour talks with your customers, and findings with quotes for three decisions you face.",
    who_its_for="Teams about to change prices, hours or a product who have only opinions from inside the house",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=20,
    hours_most=30,
    words=("user research", "feedback", "ux", "market research", "focus group", "clients", "talk to customers"),
)
