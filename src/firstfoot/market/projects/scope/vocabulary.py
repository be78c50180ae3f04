"""The words and phrases the rules look for; a trailing * lets a word go on."""

VAGUE = (
    "help with", "help us", "help our", "help to", "helping", "assist*", "support our", "support the", "support us",
    "support with", "provide support", "various", "improve*", "improving", "enhance*", "boost*", "leverage*",
    "work on", "working on", "look into", "deal with", "miscellaneous", "misc", "etc", "and so on", "and more",
    "stuff", "other tasks", "other duties", "as discussed", "some kind of", "things like", "get involved",
    "contribute to",
)  # fmt: skip

VAGUE_QUALITY = (
    "looks good", "look good", "looks nice", "high quality", "good quality", "quality work", "satisfactory",
    "to our satisfaction", "we are happy", "we like it", "professional looking", "engaging", "compelling", "amazing",
    "great", "awesome", "nice", "modern look", "eye catching", "world class", "best in class", "as good as possible",
    "etc",
)  # fmt: skip

# A criterion with one of these, or with a figure, can be checked by a person who was not there.
TESTABLE = (
    "each", "every", "all", "both", "none", "no", "zero", "one", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "twelve", "twenty", "half", "at least", "at most", "no more than", "under", "within",
    "without", "pass*", "runs", "opens", "loads", "works on", "works with", "matches", "match", "signed", "cite*",
    "sourced", "dated", "verified", "checked", "approved", "confirmed", "reconcile*", "tested", "reproduc*",
    "unaided", "named", "numbered", "a new person",
)  # fmt: skip

ONGOING = (
    "ongoing", "on going", "on a daily basis", "daily basis", "weekly basis", "regular basis", "every day",
    "each day", "day to day", "daily post*", "daily update*", "daily task*", "weekly post*", "post weekly",
    "post daily", "manage our", "managing our", "run our social*", "running our", "maintain our", "keep up with",
    "as needed", "when needed", "ad hoc", "whatever comes up", "as they come in", "as they come up", "as they arise",
    "long term", "indefinite*", "until further",
)  # fmt: skip

ERRANDS = (
    "data entry", "answer phones", "answer the phone*", "answering phones", "answering the phone*", "phone duty",
    "coffee", "run errands", "running errands", "errands", "cold call*", "door to door", "hand out flyers",
    "handing out flyers", "filing", "photocopy*", "make copies", "sit at the front desk", "reception duty",
    "cover the desk", "stuff envelopes", "personal assistant", "pick up lunch", "babysit*", "clean the",
    "cleaning the office", "copy and paste", "follow unfollow", "like and comment", "write reviews of us",
    "fake reviews",
)  # fmt: skip

GENERIC_TITLES = frozenset({
    "intern", "internship", "micro internship", "marketing", "marketing intern", "project", "new project",
    "help wanted", "help needed", "assistant", "student wanted", "social media", "social media intern", "website",
    "web design", "research", "sales", "sales intern", "data", "design", "software", "business intern", "test",
    "untitled", "marketing help", "job",
})  # fmt: skip
TITLE_WORDS_OF_A_POST = ("intern", "interns", "internship", "assistant", "opportunity", "wanted", "hiring")

# A second verb after a joint makes a second project.
JOINTS = ("and also", "as well as", "and additionally", "plus also", "in addition to", "on top of that")
SECOND_VERBS = (
    "and build", "and design", "and write", "and run", "and launch", "and create", "and manage", "and organize",
    "and develop", "and set up", "and plan", "and record", "and produce", "and redesign", "and recruit", "and sell",
    "and film", "and code", "and train",
)  # fmt: skip

# Trades that seldom sit in one small project; a deliverable counts for the first that its title names.
TRADES = {
    "code": ("script", "source code", "app", "api", "tests", "bug*", "software", "plugin", "web page", "website"),
    "film": ("video", "podcast", "film", "photo shoot", "teaser*", "animation"),
    "posts": ("caption*", "social media", "posts", "newsletter", "mailing", "blog*", "article*"),
    "money": ("budget", "bookkeeping", "ledger", "invoice*", "tax", "cash flow", "expenses"),
    "hiring": ("job description*", "candidate*", "handbook", "recruit*"),
    "events": ("event", "venue", "run sheet", "party", "conference"),
    "leads": ("leads", "lead list", "prospect*", "calls", "sales meetings"),
}  # fmt: skip

JARGON = (
    "rockstar*", "rock star*", "ninja*", "guru", "unicorn", "superstar", "wear many hats", "wears many hats",
    "fast paced", "hustle*", "self starter", "go getter", "synerg*", "10x", "growth hack*", "work hard play hard",
    "like a family", "give 110", "thick skin", "hit the ground running",
)  # fmt: skip

EXPOSURE = (
    "for exposure", "great exposure", "gain exposure", "exposure instead", "unpaid", "no pay", "volunteer position",
    "pay in experience", "paid in experience", "looks great on a resume", "looks great on your resume",
    "resume builder", "commission only", "may lead to pay", "equity instead", "college credit only",
    "pay after sales",
)  # fmt: skip

DEMANDS = (
    "no older than", "not older than", "young and", "young person", "young lady",
    "young man", "youthful", "digital native", "energetic young", "recent photo", "attach a photo", "send a photo",
    "photo of yourself", "your photo", "profile picture of you", "male only", "female only", "males only",
    "females only", "men only", "women only", "girls only", "male candidate*", "female candidate*", "preferably male",
    "preferably female", "date of birth", "how old are you", "your age", "marital status", "are you married",
    "do you have children", "pregnan*", "your religion", "your nationality", "us citizens only", "citizens only",
    "able bodied", "no disabilities", "without accent", "no accent", "good looking", "attractive appearance",
    "top school*", "ivy league", "elite universit*",
)  # fmt: skip

NATIVE = ("native speaker*", "native level", "native english", "native fluency", "mother tongue")

# What never belongs in a brief, whatever it is about; what may or may not is held for a look (projects/moderation).
CONTACT = (
    "me on whatsapp", "us on whatsapp", "me on telegram", "us on telegram", "text me",
    "call me at", "call me on", "dm me", "dm us", "signal me",
    "message me on", "email me at", "e mail me at", "write me at", "reach me at", "contact me directly",
    "contact us directly", "apply on our site", "apply through our website", "apply by email",
)  # fmt: skip

MONEY_ASKED = (
    "registration fee", "training fee", "application fee", "processing fee", "security deposit", "refundable deposit",
    "send us money", "send money", "buy the starter kit", "purchase a starter", "pay for your own training",
    "wire transfer", "western union", "cash the check", "deposit the check", "crypto wallet",
    "your bank login", "bank account number", "social security number", "pay for access",
)  # fmt: skip

# A question that asks for something to be made, and not to be told.
WORK_ASKED = (
    "create a", "create an", "create some", "create two", "create three", "design a", "design an", "design our",
    "build a", "build us", "draft a", "draft an", "draft our", "make us", "make a video", "record a", "prepare a",
    "produce a", "mock up", "mockup*", "write an article", "write a blog*", "write a post", "write three",
    "write five", "redesign", "test task", "trial task", "test project", "trial project", "take home",
    "case study for us", "spec work", "free sample", "sample campaign", "complete the attached", "audit our",
    "analyze our", "analyse our", "full proposal",
)  # fmt: skip
