"""Five people watched while they use a page, and the faults that stopped them put in order."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 22

BRIEF = Brief(
    title="A usability review of our booking page with five users",
    category="design",
    problem=(
        "Six in ten people who open our booking page leave before the last step, and then call us. We have looked at "
        "the page so often that we no longer see what stops them."
    ),
    audience="Our web developer, who has three days next month for repairs, and the front desk that takes the calls",
    outcome="A ranked list of what stops people on our booking page, seen in tests with five users.",
    in_scope=(
        "A walk through the booking steps against ten written principles of usable pages",
        "Five moderated tests of 30 minutes with people who have never booked with us",
        "Notes and, where the person agrees, a screen recording",
        "A list of faults with severity, and sketches for the worst three",
        "One talk with the developer about what is cheap to repair",
    ),
    out_of_scope=(
        "Repairing the page or writing code",
        "A new visual style",
        "Tests of the mobile app and of the payment provider's own pages",
        "Real payments; a test card is used",
    ),
    deliverables=(
        deliverable(
            "Expert walk-through and test plan",
            "Shared document, 3 to 4 pages",
            6,
            "All booking steps were walked on one phone and one desktop, with a picture of each step",
            "Each fault names the principle that it breaks",
            "The plan holds three tasks in a customer's words and says how we will tell success from failure",
        ),
        deliverable(
            "Notes of the first two tests",
            "One page each, with time marks",
            11,
            "For both people each task is marked done, done with trouble or given up, with the time it took",
            "Consent for notes or recording was given before the start and is on file",
        ),
        deliverable(
            "Ranked list of faults from all five tests",
            "Spreadsheet with links to the notes",
            17,
            "Every fault says how many of the five met it, at which step, and how bad it was on a scale of 1 to 4",
            "The scale is written down with one example for each of its four steps",
            "At least three things that worked for everyone are listed, so that they stay",
        ),
        deliverable(
            "Report with sketches for the worst three faults",
            "Document of 6 pages and a 30-minute talk",
            21,
            "Page 1 can be read alone and names the three faults to repair first",
            "Each of the three sketches shows before and after, on a phone screen",
            "The developer has put a rough cost beside every fault of severity 3 or 4",
            extra=("One of the sketches was shown to one more person, and the note says what happened",),
        ),
    ),
    inputs=inputs(
        "A test address of the booking page and a test card",
        "Figures for each step: how many people reach it, over the last three months",
        "A thank-you of $25 for each of the five testers, paid by us",
        "Eight people willing to test, invited by us, of whom five are booked",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Book a place together on the test address and say where you expect trouble",
            "Let the intern listen to three calls of people who gave up, with consent",
            "Fix the dates of the talk with the developer",
        ),
        intern=(
            "A small first win: watch one friend try to book, for ten minutes, and note where they stop",
            "Agree with the supervisor on what counts as a completed booking",
        ),
    ),
    check_in_prompts=(
        "What did a tester do that none of us would have guessed?",
        "Which fault did you expect that nobody met?",
        "Do the three tasks still resemble what our customers come for?",
    ),
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Usability testing", "Observation", "Sketching screens"),
    tools=("Video calls with screen sharing", "Any drawing or prototyping tool"),
    ai_use="disclose",
    ai_note="Tools may tidy your notes. What people did is described from what you saw, never invented.",
    portfolio="redacted",
    portfolio_note="Method, sketches and anonymous faults may be shown; figures and recordings may not.",
    pathway="After the repairs we test again with five other people; you would be the first we ask.",
    questions=questions(
        "Describe a page or machine that made you feel stupid. What exactly went wrong?",
        "A tester asks you whether they clicked the right thing. What do you say?",
        "When in these three weeks could you run tests of half an hour?",
    ),
)

STARTER = Starter(
    code="usability_review",
    title="Usability review",
    category="design",
    summary="Five people try your page while somebody watches; you get the faults in order, and sketches for three.",
    who_its_for="Anyone with a booking, order or sign-up page that people leave half way",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("ux", "user testing", "user experience", "checkout", "website", "app", "conversion", "ui"),
)
