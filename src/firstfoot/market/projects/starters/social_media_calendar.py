"""A month of posts for two channels, planned, written and ready to schedule."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import (
    HOURLY_MINOR,
    Starter,
    deliverable,
    inputs,
    questions,
    welcome,
)

HOURS = 20

BRIEF = Brief(
    title="A four-week content calendar for our two social channels",
    category="marketing",
    problem=(
        "We post when somebody finds the time, so weeks go by in silence and then three posts come in one day. "
        "Nobody here has written down what we sound like or what our followers come for."
    ),
    audience="The colleague who schedules our posts, and the people in our town who decide where to buy this month",
    outcome="A four-week calendar of 24 written and illustrated posts for two channels, ready to be scheduled.",
    in_scope=(
        "A look back at our last 30 posts: what was answered, shared or saved",
        "One page on our voice: how we sound, five words we use, five we avoid",
        "24 captions, 12 for Instagram and 12 for Facebook, each with one goal",
        "Eight finished visuals, made from our own photos and templates",
        "Two rounds of changes",
    ),
    out_of_scope=(
        "Publishing posts and answering comments or messages",
        "Paid advertising",
        "Photo or video shoots; the work is done with pictures we have",
        "A new logo or new brand colors",
    ),
    deliverables=(
        deliverable(
            "Voice page and a list of themes",
            "Shared document, 2 pages",
            5,
            "The look back covers the last 30 posts and names the five that drew most replies, shares or saves",
            "The voice page holds five words we use, five we avoid, and three captions rewritten as examples",
            "Four themes are listed, each with the reason why our followers would care",
        ),
        deliverable(
            "The first week of posts",
            "Rows in the calendar sheet, with two images",
            9,
            "Six posts are written, three for each channel",
            "Each post has a date, a channel, a caption, an image or the note that none is needed, and one goal",
            "Captions follow the voice page, and the first line of each says why to read on",
        ),
        deliverable(
            "The full calendar with 24 captions and 8 visuals",
            "Spreadsheet plus image files (PNG, 1080 px wide)",
            17,
            "All 24 slots are filled: date, channel, caption, image, goal, link where there is one",
            "Eight visuals are made, each with a source and the right to use it noted in the sheet",
            "Every image has alternative text of at most 125 characters",
            "Dates of our own events and of public holidays are right",
            extra=("The sheet can be imported into our scheduling tool as it is",),
        ),
        deliverable(
            "Posting guide for the person who schedules",
            "Shared document, 1 page",
            20,
            "A colleague who was not involved schedules two posts from it without asking",
            "It says when to post, how to pick the goal, and how to make the next month in four steps",
        ),
    ),
    inputs=inputs(
        "View access to both channels and to their statistics",
        "A folder with at least 40 photos that we may use, also of the people in them",
        "Logo files, colors and typefaces, such as they are",
        "Dates for the next six weeks: offers, events, days we are closed",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Give view access to both channels, the photo folder and the calendar sheet",
            "Show three posts you were glad of and one you regret, and say why",
        ),
        intern=(
            "A small first win: rewrite the caption of one old post and tell us what you changed and why",
            "Look at two accounts of your own choice in our trade and note what they do that we do not",
        ),
    ),
    check_in_prompts=(
        "Which post was hardest to write, and what was missing?",
        "Does the voice page still fit what you write?",
        "Are there photos or dates that you still wait for?",
    ),
    equipment="Your own computer; we pay for one month of a design tool if you do not have one",
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Copywriting", "Content planning", "Basic graphic design"),
    tools=("Spreadsheet", "Any design tool with PNG export"),
    ai_use="disclose",
    ai_note="Drafts may start from a tool. Say where, and check every fact and name; the final wording is yours.",
    portfolio="full",
    portfolio_note="Once a post is public you may show it, with the calendar page it comes from.",
    pathway="If the calendar works for us we would like to book a second month with the same person.",
    questions=questions(
        "Send a link to two or three things you wrote, for any purpose. What would you change in them today?",
        "Which account in any trade do you like to follow, and what does it do well?",
        "Which hours could you work in these three weeks?",
    ),
)

STARTER = Starter(
    code="social_media_calendar",
    title="Social media calendar",
    category="marketing",
    summary="24 posts for two channels, planned over four weeks, with captions, visuals and a posting guide.",
    who_its_for="Shops, cafés, clubs and small organizations that post when they find the time",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "audience", "problem"),
    hours_least=15,
    hours_most=25,
    words=("instagram", "facebook", "tiktok", "linkedin", "posts", "captions", "content", "social"),
)
