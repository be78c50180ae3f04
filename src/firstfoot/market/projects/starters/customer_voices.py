"""What customers say of an organization, gathered with consent and told in their own words."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 16

BRIEF = Brief(
    title="Eight customer voices and two stories, with consent",
    category="marketing",
    problem=(
        "Customers thank us at the counter, and nothing of it is written down. On our site there are three quotes "
        "with initials that even we cannot place any more."
    ),
    audience="People who compare us with two others, and our colleague who writes offers",
    outcome="Eight consented customer quotes and two one-page stories, each checked by the customer.",
    in_scope=(
        "A short guide for talks of 20 minutes",
        "Eight talks by phone with customers whom we have asked",
        "Quotes of one to three sentences, and two stories of about 400 words",
        "A consent form that says where a quote will stand and for how long",
        "A round in which every customer sees and changes what is theirs",
    ),
    out_of_scope=(
        "Finding customers",
        "Star ratings, or posting on review sites",
        "Photos and film",
        "Rewards for a kind word",
    ),
    deliverables=(
        deliverable(
            "Talk guide and consent form",
            "Document, 2 pages",
            4,
            "No question can be answered with yes, and one asks what we should do better",
            "The form names each place of use, an end date and how to take it back",
        ),
        deliverable(
            "Three talks with quotes",
            "Notes and a spreadsheet",
            9,
            "Each quote is found word for word in the notes, with the minute",
            "Three signed forms are in the folder",
        ),
        deliverable(
            "All eight quotes, approved",
            "Spreadsheet",
            16,
            "All eight customers have approved the final words by mail",
            "Figures in a quote, such as days or dollars, were confirmed by the customer",
            "At least two quotes name something that was hard",
        ),
        deliverable(
            "Two stories",
            "Two documents of one page",
            20,
            "Before, turning point and after are each told with a fact",
            "A colleague who knows the customer finds nothing wrong, and the customer has signed",
        ),
    ),
    inputs=inputs(
        "Ten customers who agreed to a call, with the times that suit them",
        "What we did for each, in three lines",
        "The places where quotes will appear",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Call or write to the ten customers yourself before anyone else does",
            "Name the two whose story you would most like to read",
        ),
        intern=(
            "A small first win: interview a colleague as if they were a customer and hand in one quote",
            "Rewrite our old consent sentence so that your grandmother would sign it knowingly",
        ),
    ),
    check_in_prompts=(
        "Which customer said something we did not want to hear?",
        "Is a quote shorter now than it is honest?",
        "Whose yes is still missing?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Interviewing", "Precise writing", "Tact"),
    tools=("Telephone", "Document editor"),
    ai_use="ask_first",
    ai_note="No quote is smoothed by a tool. Recordings stay with us and are deleted on the agreed day.",
    portfolio="full",
    portfolio_note="What is published with consent may be shown, and only that.",
    pathway="New stories are due each spring; the first author is asked first.",
    questions=questions(
        "Which recommendation made you buy something? Which word did it?",
        "A customer says something kind and something wrong in one sentence. What do you print?",
        "Can you make calls at lunch time and after five?",
    ),
)

STARTER = Starter(
    code="customer_voices",
    title="Customer testimonials and stories",
    category="marketing",
    summary="Eight quotes and two stories from real customers, each approved by the person who said it.",
    who_its_for="Trades, practices and small firms that are praised at the counter and nowhere else",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=10,
    hours_most=18,
    words=("reviews", "references", "quotes", "case study", "case studies", "success stories", "testimonial"),
)
