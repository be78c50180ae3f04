"""Four episodes made findable: notes with times, names that are right, and two clips of each."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 14

BRIEF = Brief(
    title="Show notes and eight clips for our podcast",
    category="media",
    problem=(
        "Our podcast has four new episodes and no notes. Listeners write to ask for the name of a book, and on our "
        "channels there is nothing to hear, only a picture of a microphone."
    ),
    audience="Listeners who want to find a passage again, and people who have 40 seconds to hear who we are",
    outcome="Show notes for four episodes with time marks, and eight captioned clips of 30 to 45 seconds.",
    in_scope=(
        "Listening to four episodes of about 40 minutes",
        "Notes for each: summary, six to ten time marks, names, books and links",
        "A corrected transcript from an automatic draft",
        "Two upright clips for each episode with captions and our cover",
        "One round of changes",
    ),
    out_of_scope=(
        "Editing the episodes themselves",
        "Publishing or answering listeners",
        "A new cover or jingle",
        "Advertising",
    ),
    deliverables=(
        deliverable(
            "Notes and transcript of one episode",
            "Two documents",
            4,
            "Every time mark is within five seconds of the passage",
            "Names of people, places and books are spelled as on their own pages, with the link",
            "Ten minutes of the transcript, picked by us, hold at most three wrong words",
        ),
        deliverable(
            "Two clips of the same episode",
            "Two MP4 files, upright",
            7,
            "Each clip begins with a sentence that can be understood without the episode",
            "Captions show at most two lines at once and keep clear of the lower fifth of the picture",
        ),
        deliverable(
            "Notes and transcripts of the other three",
            "Six documents",
            11,
            "All notes follow one template and fit 250 words",
            "Guests have seen their names and titles, and each answered or was asked twice",
        ),
        deliverable(
            "All eight clips and a list of them",
            "MP4 files and a spreadsheet",
            14,
            "Loudness is the same in all eight, measured",
            "The list gives file, episode, minute, a text of 150 characters and a description for the hard of hearing",
        ),
    ),
    inputs=inputs(
        "The four episodes as sound files, and automatic transcripts of them",
        "Names and addresses of the guests, and their consent to clips",
        "Cover, typeface and colors",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=1,
    onboarding=welcome(
        host=(
            "Say which passage of each episode we are proud of, and which we would cut today",
            "Tell the guests that somebody may write to check a name",
        ),
        intern=(
            "A small first win: mark three passages in one episode that you would send to a friend",
            "Write the summary of an episode in 40 words before you read ours",
        ),
    ),
    check_in_prompts=(
        "Which name are you still unsure of?",
        "Where does a guest sound different in a clip than in the whole?",
        "Which clip did you play to somebody, and what did they say?",
    ),
    hours=HOURS,
    weeks=2,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Careful listening", "Short writing", "Simple video editing"),
    tools=("Any editor for sound and video",),
    ai_use="disclose",
    ai_note="Automatic transcripts are the start. No voice is generated, stretched or put together from parts.",
    portfolio="full",
    portfolio_note="Clips and notes may be shown once they are published.",
    pathway="A new season begins in two months; its notes could be a longer project.",
    questions=questions(
        "Which minute of any podcast would you cut out as a clip, and why that one?",
        "How do you check a name you only heard?",
        "Which evenings or mornings are yours in these two weeks?",
    ),
)

STARTER = Starter(
    code="podcast_notes",
    title="Podcast show notes and clips",
    category="media",
    summary="Notes with time marks, corrected transcripts and two captioned clips for each of four episodes.",
    who_its_for="Museums, clubs and firms that record good talks and leave them hard to find",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "problem", "inputs"),
    hours_least=10,
    hours_most=18,
    words=("audio", "transcript", "episodes", "spotify", "reels", "sound", "interview", "radio"),
)
