"""A small set of rules and files so that everything an organization prints looks like it."""

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.starters.starter import HOURLY_MINOR, Starter, deliverable, inputs, questions, welcome

HOURS = 28

BRIEF = Brief(
    title="A brand mini-guide with six templates we can edit",
    category="design",
    problem=(
        "Our logo exists in four versions, one of them stretched. Each flyer uses another green, and the volunteer who "
        "makes posters starts from an empty page every time."
    ),
    audience="Three colleagues without design training who make flyers, posts and price lists",
    outcome="A brand guide of eight pages and six editable templates that our own people can use.",
    in_scope=(
        "Collecting what is in use: logo files, colors, typefaces, ten printed pieces",
        "Rules for the logo as it is: size, space around it, backgrounds",
        "A palette of five colors and two free typefaces",
        "Six templates: flyer, poster, price list, post, letter, slide",
        "Two rounds of changes to the direction that was picked",
    ),
    out_of_scope=(
        "Drawing a new logo, or changing the name",
        "Photography",
        "The website",
        "Printing, and talking with printers",
    ),
    deliverables=(
        deliverable(
            "Inventory and two directions",
            "PDF, 6 pages",
            6,
            "Ten printed pieces are shown side by side, with what they share and what contradicts",
            "Both directions use our logo unchanged and are shown on the same flyer",
            "We have picked one of the two in writing",
        ),
        deliverable(
            "Palette, typefaces and logo files",
            "PDF of 3 pages, logo as SVG and PNG",
            12,
            "Five colors with their values for screen and print, and the contrast ratio of every allowed pair",
            "Text pairs reach a contrast of at least 4.5 to 1",
            "Both typefaces are free to use on paper and web, with the license in the folder",
        ),
        deliverable(
            "Flyer and price list templates",
            "Editable files in the tool our people use",
            19,
            "A colleague makes a flyer from the template in under 20 minutes, watched and timed",
            "Long titles and a price list of 30 lines still fit, shown with an example",
        ),
        deliverable(
            "All six templates with the guide",
            "Editable files, PDF guide of 8 pages and a 1-page cheat sheet",
            27,
            "Each template has a note on the page that says what may be changed",
            "The guide shows at least five wrong uses beside the right ones",
            "A print on our office printer is readable in gray, checked for all six",
        ),
    ),
    inputs=inputs(
        "All logo files we have, even the bad ones",
        "Ten pieces we printed last year, as photos or PDF",
        "A login to the design tool that our colleagues use",
        "Three brands we like and one we do not, with the reasons",
    ),
    supervision_hours=1,
    check_in_every_days=7,
    reply_within_days=2,
    onboarding=welcome(
        host=(
            "Say in three words what people should think when they see us, and one they should not",
            "Show how a flyer is made today, from the idea to the printer",
            "Name the one person who picks between the directions",
        ),
        intern=(
            "A small first win: set our opening hours in three ways and tell us which reads fastest",
            "Install the design tool and open one of our old files in it",
        ),
    ),
    check_in_prompts=(
        "Which rule will our colleagues break first, and can the template prevent it?",
        "What did you take away this week?",
        "Is a decision of ours late?",
    ),
    hours=HOURS,
    weeks=4,
    pay_minor=HOURS * HOURLY_MINOR,
    workplace="remote",
    skills=("Graphic design", "Typography", "Building templates"),
    tools=("A vector drawing tool", "The design tool that we use"),
    ai_use="ask_first",
    ai_note="No generated pictures or logos in anything we print. Ask before you use a tool for ideas.",
    portfolio="full",
    portfolio_note="Guide and templates may be shown from the day we use them.",
    pathway="Signs for the shop and a stand at the fair are next; the designer of this guide is asked first.",
    questions=questions(
        "Show one thing you designed for others to edit. How did you keep it from falling apart?",
        "Which everyday design near you works well, and why?",
        "How would you spread these hours over four weeks?",
    ),
)

STARTER = Starter(
    code="brand_guide",
    title="Brand mini-guide with templates",
    category="design",
    summary="Logo rules, five colors, two typefaces and six templates that people without training can edit.",
    who_its_for="Shops, clubs and non-profits whose flyers all look as if they came from different places",
    brief=BRIEF,
    ask=("supervisor", "cover", "apply_by", "start_from", "start_until", "tools", "inputs", "problem"),
    hours_least=20,
    hours_most=35,
    words=("logo", "branding", "canva", "flyer", "poster", "graphic design", "colors", "fonts", "identity", "menu"),
)
