"""An event planned to the minute and the dollar, so that its host only has to say yes."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 22

BRIEF = Brief(
    title="A planning pack for our open house with 120 guests",
    category="operations",
    problem=(
        "Our open house in spring brings us half of the year's new members, and each time it is planned by mail in "
        "the last two weeks. Last year there was no ramp, not enough cups and nobody at the door."
    ),
    audience="The two board members who run the day, and six helpers with a task each",
    outcome="A planning pack for one afternoon with 120 guests, inside a cap of $2,500, ready for the board's yes.",
    in_scope=(
        "A plan of the day from setup to lock-up, and who stands where",
        "Costs with three quotes for each item over $200",
        "A shortlist of suppliers for food, tents and sound",
        "What could go wrong: rain, illness, power, crowd; and what we do then",
        "Getting in, around and out for people with wheelchairs, strollers and little hearing",
    ),
    out_of_scope=(
        "Signing contracts or paying suppliers; the board does that",
        "Being there on the day",
        "Invitations and advertising",
        "Permits; you list them and we ask for them",
    ),
    deliverables=(
        deliverable(
            "Checklist of decisions and dates",
            "One page and a calendar",
            6,
            "All decisions the board must take are listed with the last day for each and what it costs to wait",
            "Permits are named with the office, the form and how long it takes, each with the page it comes from",
        ),
        deliverable(
            "Supplier shortlist with quotes",
            "Spreadsheet",
            13,
            "Three written quotes for each of food, tents and sound, with date and what is included",
            "Suppliers were asked the same questions, among them access, cancellation and rain",
            "At least one supplier for each is from our town",
        ),
        deliverable(
            "Costs and site plan",
            "Spreadsheet and a drawing to scale",
            20,
            "Total is at most $2,500 with a reserve of 10%, and the sheet adds itself up",
            "The drawing shows two ways out, a step-free path at least 36 inches wide, and seats every 20 yards",
            "A version for rain is drawn and costs no more than the reserve",
        ),
        deliverable(
            "Run sheet with risk list",
            "Document of 5 pages, one card for each helper",
            27,
            "From setup to lock-up, every quarter of an hour says who does what and where",
            "Six helper cards fit one side of a postcard each",
            "Ten risks are listed with what we will see first and who then decides",
            "Two board members walked through the day on paper and each gap they found is closed",
            extra=("A one-page look back form for the day after",),
        ),
    ),
    inputs=inputs(
        "Last year's bills, photos and the mails of complaint",
        "A floor plan of house and yard, with the fuse box",
        "The date, the cap and what the board has already promised",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Walk through house and yard by video, and open every door",
            "Tell what guests remembered last year, good and bad",
            "Write a short letter that says you may ask for quotes in our name",
        ),
        intern=(
            "A small first win: ask one supplier for a price and show us the answer",
            "Read last year's mails and list the five things that must not happen again",
        ),
    ),
    check_in_prompts=(
        "Which date is closest that we have not decided?",
        "Which price moved since last week?",
        "Who would not get in, or not want to stay, with the plan as it is?",
    ),
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Planning", "Asking for quotes", "Spreadsheets"),
    tools=("Spreadsheet", "Any drawing tool"),
    ai_use="disclose",
    ai_note="A tool may suggest risks. Prices, rules and distances come from people and papers.",
    portfolio="redacted",
    portfolio_note="The run sheet, plan and cards may be shown without suppliers' prices.",
    pathway="If the board says yes you are welcome to be there, paid by the hour, as the day's second lead.",
    questions=questions(
        "Tell us about something you planned for more than ten people. What did you forget?",
        "Two suppliers quote differently for the same thing. What do you ask next?",
        "When in these four weeks can you telephone during office hours?",
    ),
)

STARTER = Starter(
    code="event_plan",
    title="Event planning pack",
    category="operations",
    summary="Run sheet, costs with three quotes, site plan and risk list for one afternoon, ready for a yes.",
    who_its_for="Clubs, schools, shops and congregations that plan their big day in the last two weeks",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "outcome", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("party", "conference", "fair", "festival", "open day", "fundraiser", "venue", "catering", "budget"),
)
