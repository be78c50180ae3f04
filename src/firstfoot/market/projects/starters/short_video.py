"""One short film cut from material that lies on a disk, with captions and three teasers."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 20

BRIEF = Brief(
    title="A 90-second video of our workshop, cut from our own footage",
    category="media",
    problem=(
        "We filmed for two days in our workshop last spring and have 80 clips on a disk that nobody has opened since. "
        "At fairs we still explain with our hands what a minute of film would show."
    ),
    audience="Visitors at our fair stand, who watch without sound, and people who open our front page",
    outcome="A captioned 90-second film and three 15-second teasers, ready for our site and our stand.",
    in_scope=(
        "Looking through 80 clips and marking the usable ones",
        "A paper cut: the order of scenes and every word on screen, agreed before cutting",
        "The film of 90 seconds in wide format, and three teasers in upright format",
        "Captions, simple titles in our typeface, licensed music, even color and sound",
        "Two rounds of changes: one after the rough cut, one after the fine cut",
    ),
    out_of_scope=(
        "Filming anything new",
        "Animated graphics beyond titles",
        "A spoken commentary",
        "Uploading the film or paying for its promotion",
    ),
    deliverables=(
        deliverable(
            "Clip list and paper cut",
            "Spreadsheet and a 2-page storyboard",
            5,
            "All 80 clips are listed with length, what they show, and use, maybe or no",
            "The paper cut has at most 20 scenes whose lengths add up to 85 to 95 seconds",
            "Every recognizable person in a chosen clip is on our list of people who said yes",
        ),
        deliverable(
            "Rough cut of the film",
            "MP4 by private link, 720 lines are enough",
            10,
            "The story can be followed with the sound off, tested with two people who do not know us",
            "It runs 85 to 100 seconds, with stand-in music marked as such",
        ),
        deliverable(
            "Final film with captions",
            "MP4, 1920 by 1080, and a caption file",
            17,
            "Captions match every spoken word and stay on screen for at least one second each",
            "The license of the music allows use on the web and at fairs, and its receipt is in the folder",
            "Sound never clips and speech is as loud in the last scene as in the first",
            "Titles stand out from the picture with a contrast of 4.5 to 1 or more",
        ),
        deliverable(
            "Three teasers and the project folder",
            "Three MP4 files, 1080 by 1920, and the editing project",
            20,
            "Each teaser lasts 12 to 15 seconds and makes sense alone",
            "The project opens on our computer with no missing clip",
            extra=("A still picture of each teaser for use as its cover",),
        ),
    ),
    inputs=inputs(
        "A disk or link with all 80 clips",
        "Who appears in them and has agreed to be shown, in writing",
        "Logo, typeface and colors, and $60 for a music license",
        "Two films of others that we like, and what we like about them",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Show the workshop by phone camera, so that the clips make sense",
            "Say which three scenes must be in the film, and what must never be seen",
        ),
        intern=(
            "A small first win: cut ten seconds from any three clips and send them on day two",
            "Check that all clips play on your machine and list those that do not",
        ),
    ),
    check_in_prompts=(
        "Which scene are you fond of that the film does not need?",
        "Is there a word on screen that only we understand?",
        "Do we owe you a clip, a permission or an answer?",
    ),
    equipment="Your own computer with editing software; we pay for one month of it if needed",
    hours=HOURS,
    weeks=3,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Video editing", "Storytelling", "Captioning"),
    tools=("Any editing program that exports MP4",),
    ai_use="disclose",
    ai_note="Automatic captions are a fine start and are corrected by ear. No generated pictures or voices.",
    portfolio="full",
    portfolio_note="Film and teasers may be in your reel once we have published them.",
    pathway="We film again in spring; whoever cut this film may plan that shoot with us, paid.",
    questions=questions(
        "Link to something you cut, however short. Which cut in it are you proud of?",
        "How do you keep a viewer who has the sound off?",
        "Which days of these three weeks are free for you?",
    ),
)

STARTER = Starter(
    code="short_video",
    title="Short video edit",
    category="media",
    summary="A 90-second film cut from footage you already have, captioned, with three teasers for phones.",
    who_its_for="Makers, clubs and small firms with clips on a disk and nobody to cut them",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=15,
    hours_most=25,
    words=("film", "movie", "youtube", "reels", "tiktok", "instagram", "editing", "subtitles", "clip"),
)
