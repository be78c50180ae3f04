"""Five mails that greet those who join a list, written and set up as drafts."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 16

BRIEF = Brief(
    title="Five welcome emails for people who join our list",
    category="marketing",
    problem=(
        "People leave their address at the till or on our site, get one automatic thank-you, and then hear nothing "
        "until the next sale. By then many have forgotten who we are and leave the list."
    ),
    audience="People who joined our list in the last two days, and the colleague who looks after the mail tool",
    outcome="A welcome series of five emails, set up as tested drafts that we can switch on ourselves.",
    in_scope=(
        "Reading our last ten mails and what was opened and clicked",
        "A one-page flow: what starts the series, how long it waits, what stops it",
        "Five mails of 120 to 200 words, each with two subject lines to choose from",
        "Entering the mails as drafts in our mail tool and sending tests to ourselves",
        "Two rounds of changes to the wording",
    ),
    out_of_scope=(
        "Sending to real subscribers; a colleague of ours switches the series on",
        "Buying, importing or editing addresses",
        "A new mail design; we use the template we have",
        "Promising discounts that we have not agreed in writing",
    ),
    deliverables=(
        deliverable(
            "Flow chart and one goal for each mail",
            "One page, PDF or shared drawing",
            4,
            "The page shows the trigger, the wait before each of the five mails and the two ways out of the series",
            "Each mail has one goal and one thing the reader is asked to do",
            "Opens and clicks of our last ten mails are listed with the day on which they were read",
        ),
        deliverable(
            "The first two mails, written",
            "Shared document with comments on",
            7,
            "Both mails have 120 to 200 words and a single link or button",
            "Two subject lines of at most 45 characters and one preview line stand above each mail",
            "The first mail says who we are, how often we write and how to leave the list",
        ),
        deliverable(
            "All five mails as drafts in our mail tool",
            "Drafts in the tool, and a picture of each on phone and desktop",
            12,
            "A test with an empty name field still greets the reader properly in all five mails",
            "The unsubscribe link and our postal address are at the foot of every mail",
            "Each link was clicked in the test mail and opens the page it promises",
            extra=("Every mail still makes sense with its pictures switched off",),
        ),
        deliverable(
            "Switch-on page for the colleague who runs the tool",
            "Shared document, 1 page",
            14,
            "A colleague starts and stops the series in a test with the page alone",
            "It names three figures to look at after 30 days, and the value at which a mail should be rewritten",
        ),
    ),
    inputs=inputs(
        "An editor login to our mail tool that cannot send to the whole list",
        "Our last ten mails with their opens and clicks",
        "Ten questions that new customers ask us most, and how we answer them",
        "What we may offer newcomers, if anything, in writing",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Open the mail tool together and send one test mail to yourselves",
            "Read out two mails of ours: one that brought people in, one that fell flat",
        ),
        intern=(
            "A small first win: write a better subject line for our last mail and say why it is better",
            "Join our list with your own address and note what you get, and when",
        ),
    ),
    check_in_prompts=(
        "Which of the five mails would you delete if you had to, and why?",
        "Is there a promise in a mail that we have not confirmed yet?",
        "Does the wait between the mails feel right to you as a reader?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Copywriting", "Email marketing", "Careful proofreading"),
    tools=("Our mail tool", "Document editor"),
    ai_use="disclose",
    ai_note="A tool may suggest subject lines. The body of each mail is in your words and checked against our facts.",
    portfolio="full",
    portfolio_note="You may show the texts and the flow once the series runs; figures and addresses stay with us.",
    pathway="If the series does well in its first month, we would like a second one for customers who come back.",
    questions=questions(
        "Which welcome mail from anyone did you read to the end? What kept you reading?",
        "Tell us about a text you cut by half. What went out first?",
        "On which days of these two weeks could you work?",
    ),
)

STARTER = Starter(
    code="email_welcome_series",
    title="Email welcome series",
    category="marketing",
    summary="Five mails for people who just joined your list: the flow, the texts and tested drafts in your own tool.",
    who_its_for="Shops, studios and clubs that collect addresses and then only write when there is a sale",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "inputs", "problem"),
    hours_least=12,
    hours_most=20,
    words=("newsletter", "mailing", "mailchimp", "subscribers", "e-mail", "automation", "customers"),
)
