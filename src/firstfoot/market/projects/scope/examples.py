"""For many of the rules a brief in which the rule speaks and one that says it better, to read side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from firstfoot.market.projects.brief import Brief, BriefDeliverable, Criterion, HostInput, OnboardingItem, Question
from firstfoot.market.projects.scope.check import check_scope
from firstfoot.market.projects.scope.findings import Finding, Level
from firstfoot.market.projects.scope.steps import STEPS

FLOORS = {"USD": 2000}  # of the examples alone; an installation has its own
WRITTEN_ON = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Example:
    """What a brief says, badly and well; each side is laid over a brief that has nothing else to fix."""

    code: str
    bad: Mapping[str, Any]
    good: Mapping[str, Any]

    @property
    def before(self) -> Brief:
        return PLAIN.with_(**self.bad)

    @property
    def after(self) -> Brief:
        return PLAIN.with_(**self.good)


@cache
def findings() -> tuple[tuple[Example, Finding], ...]:
    """Each example with what its rule says of the bad side, in the order of the builder's steps."""
    found = [(example, _finding(example)) for example in EXAMPLES]
    steps = [step.code for step in STEPS]
    return tuple(sorted(found, key=lambda pair: steps.index(pair[1].step)))


def problems_in(brief: Brief) -> tuple[Finding, ...]:
    """What stops or advises, praise left out."""
    report = check_scope(brief, floor_minor_by_currency=FLOORS, today=WRITTEN_ON)
    return tuple(finding for finding in report.findings if finding.level is not Level.PRAISE)


def _finding(example: Example) -> Finding:
    return next(finding for finding in problems_in(example.before) if finding.code == example.code)


def _item(title: str, form: str, day: int, *criteria: str, required: bool = True) -> BriefDeliverable:
    return BriefDeliverable(title, form, day, criteria=tuple(Criterion(text, required) for text in criteria))


def _one(title: str, form: str, day: int, *criteria: str, required: bool = True) -> dict[str, Any]:
    return {"deliverables": (_item(title, form, day, *criteria, required=required),)}


def _asked(*texts: str) -> dict[str, Any]:
    return {"questions": tuple(Question(text) for text in texts)}


_STOPS = _item("List of stops", "Spreadsheet", 7, "Each of the 12 stops has an address and a key holder")
_MAP = _item("Printed map", "PDF, one page", 14, "A driver who is new finds 12 of 12 stops with it")

PLAIN = Brief(
    title="A delivery map for our two bakery vans",
    category="operations",
    problem="Only one driver knows the round by heart, and she retires in spring.",
    audience="Two new drivers and the colleague who plans the round",
    outcome="A printed map of our 12 delivery stops with notes a new driver can follow.",
    in_scope=("Riding along once by video", "Two rounds of changes"),
    out_of_scope=("Planning a new round", "Talking with customers"),
    deliverables=(_STOPS, _MAP),
    inputs=(HostInput("Addresses of the 12 stops"),),
    supervisor="hana",
    cover="hugo",
    supervision_hours=1,
    onboarding=(OnboardingItem("Show the round on a video call"), OnboardingItem("Read the list of stops", "intern")),
    hours=20,
    weeks=3,
    apply_by=date(2026, 12, 7),
    start_from=date(2026, 12, 21),
    start_until=date(2027, 1, 4),
    pay_minor=50000,
    workplace="remote",
    skills=("Maps", "Plain writing"),
    ai_use="disclose",
    portfolio="full",
    pathway="A second map for the weekend round",
    questions=(Question("Which place do you know so well that you could draw it?"),),
)

EXAMPLES = (
    # The result
    Example("title_generic", {"title": "Marketing intern"}, {"title": "Twelve posts for our spring menu"}),
    Example(
        "problem_missing",
        {"problem": ""},
        {"problem": "We post when somebody finds the time, and weeks go by in silence."},
    ),
    Example("audience_missing", {"audience": ""}, {"audience": "The two colleagues who answer the telephone"}),
    Example(
        "outcome_long",
        {"outcome": "A price list for the counter. It should be ready before Easter. We also have an old one."},
        {"outcome": "A price list of 40 items for the counter, printed on two pages."},
    ),
    Example(
        "outcome_vague",
        {"outcome": "Help with our website"},
        {"outcome": "A page with 15 answers to what visitors ask us most."},
    ),
    Example(
        "two_projects",
        {"outcome": "A survey of 60 regular guests, as well as a new loyalty card."},
        {"outcome": "A survey of 60 regular guests with six charts and a page of findings."},
    ),
    Example(
        "ongoing_work",
        {"outcome": "Someone to run our social media every day through the summer."},
        {"outcome": "A calendar of 24 posts for June, ready to be scheduled."},
    ),
    Example(
        "errands",
        {"outcome": "Ten days of data entry from our paper order forms."},
        {"outcome": "A spreadsheet that adds up our 300 paper orders by week and product."},
    ),
    # The scope
    Example(
        "in_scope_missing",
        {"in_scope": ()},
        {"in_scope": ("Three talks with our drivers", "A first draft by day 7", "Two rounds of changes")},
    ),
    Example(
        "out_of_scope_missing",
        {"out_of_scope": ()},
        {"out_of_scope": ("Publishing the posts", "Answering comments", "Paid advertising")},
    ),
    # The deliverables
    Example(
        "deliverable_vague",
        _one("Various texts for the shop", "Document", 7, "Each text has at most 80 words"),
        _one("Labels for 30 kinds of bread", "Document", 7, "Each label has at most 80 words"),
    ),
    Example(
        "format_missing",
        _one("Interview notes", "", 7, "Eight talks, one page each"),
        _one("Interview notes", "Shared document, one page each", 7, "Eight talks, one page each"),
    ),
    Example(
        "criteria_missing",
        _one("A poster for the open day", "PDF", 7),
        _one("A poster for the open day", "PDF", 7, "Date, place and hours can be read from 3 meters"),
    ),
    Example(
        "criteria_optional",
        _one("Clean price list", "Spreadsheet", 7, "Each item stands once", required=False),
        _one("Clean price list", "Spreadsheet", 7, "Each item stands once"),
    ),
    Example(
        "criteria_unmeasurable",
        _one("Front page text", "Document", 7, "The tone is right"),
        _one("Front page text", "Document", 7, "Three customers say in their own words what we sell"),
    ),
    Example(
        "criterion_vague",
        _one("Slide template", "Editable file", 7, "Has 6 layouts", "Looks good"),
        _one("Slide template", "Editable file", 7, "Has 6 layouts", "Text has a contrast of 4.5 to 1 or more"),
    ),
    Example(
        "required_missing",
        {"deliverables": (BriefDeliverable("Floor plan", "PDF", 7, False, (Criterion("Shows all 9 rooms"),)),)},
        {"deliverables": (BriefDeliverable("Floor plan", "PDF", 7, True, (Criterion("Shows all 9 rooms"),)),)},
    ),
    Example(
        "unrelated_deliverables",
        {
            "deliverables": (
                _item("Video of the workshop", "MP4", 7, "Lasts 90 seconds"),
                _item("Budget for next year", "Spreadsheet", 14, "Adds up for each of 12 months"),
                _item("Job description for a baker", "Document", 21, "Fits one page"),
            )
        },
        {
            "deliverables": (
                _item("Video of the workshop", "MP4", 7, "Lasts 90 seconds"),
                _item("Three teasers of it", "MP4", 14, "Each lasts 15 seconds"),
            )
        },
    ),
    Example(
        "all_at_the_end",
        _one("Report on our 12 delivery stops", "PDF", 21, "Each stop has a photo"),
        {
            "deliverables": (
                _item("First three stops", "PDF", 6, "Each stop has a photo"),
                _item("Report on all 12 stops", "PDF", 21, "Each stop has a photo"),
            )
        },
    ),
    Example(
        "due_outside",
        {"deliverables": (_STOPS, _item("Printed map", "PDF", 30, "Shows 12 stops"))},
        {"deliverables": (_STOPS, _item("Printed map", "PDF", 20, "Shows 12 stops"))},
    ),
    Example(
        "hours_thin",
        {"hours": 6, "deliverables": (*(_item(f"Guide {n}", "PDF", n, "Has 3 steps") for n in range(1, 5)),)},
        {"hours": 6, "deliverables": (_item("Guide to the till", "PDF", 4, "Has 12 steps"),)},
    ),
    # What you give
    Example(
        "inputs_missing",
        {"inputs": ()},
        {"inputs": (HostInput("Logo files and 40 photos"), HostInput("View access to both channels"))},
    ),
    Example(
        "input_late",
        {"inputs": (HostInput("The old price list", 12),)},
        {"inputs": (HostInput("The old price list", 1),)},
    ),
    # People
    Example(
        "supervision_thin",
        {"hours": 45, "pay_minor": 112500, "supervision_hours": 1},
        {"hours": 45, "pay_minor": 112500, "supervision_hours": 2},
    ),
    Example("reply_slow", {"reply_within_days": 7}, {"reply_within_days": 2}),
    Example("check_ins_rare", {"check_in_every_days": 21}, {"check_in_every_days": 7}),
    Example("cover_is_supervisor", {"cover": "hana"}, {"cover": "hugo"}),
    Example(
        "onboarding_missing",
        {"onboarding": ()},
        {"onboarding": (OnboardingItem("A 30-minute kickoff: read the brief aloud together"),)},
    ),
    # Time and place
    Example("hours_few", _one("Menu", "PDF", 7, "Has 2 pages") | {"hours": 3}, _one("Menu", "PDF", 7, "Has 2 pages")),
    Example(
        "weekly_high",
        {"hours": 30, "weeks": 1, "deliverables": (_STOPS,), "supervision_hours": 3, "pay_minor": 75000},
        {"hours": 30, "weeks": 3, "deliverables": (_STOPS,), "supervision_hours": 3, "pay_minor": 75000},
    ),
    Example(
        "weekly_impossible",
        {"hours": 60, "weeks": 1, "supervision_hours": 5, "pay_minor": 150000, "deliverables": (_STOPS, _STOPS)},
        {"hours": 60, "weeks": 5, "supervision_hours": 5, "pay_minor": 150000, "deliverables": (_STOPS, _STOPS)},
    ),
    Example(
        "place_missing",
        {"workplace": "on_site", "place": ""},
        {"workplace": "on_site", "place": "12 Mill Lane, back entrance"},
    ),
    # Pay
    Example("pay_under_floor", {"pay_minor": 15000}, {"pay_minor": 48000}),
    Example(
        "money_asked",
        {"expenses": "A security deposit of $50 for the laptop"},
        {"expenses": "We lend a laptop and pay the bus fare"},
    ),
    Example(
        "exposure",
        {"pathway": "Great exposure to our 3,000 followers"},
        {"pathway": "If the map works, a second paid project on the weekend round"},
    ),
    # How it is done
    Example(
        "skills_many",
        {"skills": ("Maps", "Drawing", "Excel", "Python", "Spanish", "Video", "Sales")},
        {"skills": ("Maps", "Plain writing", "Patience with detail")},
    ),
    Example("native_speaker", {"skills": ("Native speaker of Spanish",)}, {"skills": ("Written Spanish, level C1",)}),
    Example(
        "jargon",
        {"problem": "We need a rockstar who can wear many hats in a fast-paced team."},
        {"problem": "Orders come in by phone, mail and note, and every week one is forgotten."},
    ),
    Example("portfolio_none", {"portfolio": "none"}, {"portfolio": "redacted"}),
    # Questions
    Example("questions_missing", {"questions": ()}, _asked("What did you explain to somebody lately, and how?")),
    Example(
        "questions_many",
        _asked("Who are you?", "Why us?", "Which tools do you know?", "Where do you see yourself?"),
        _asked("Tell us about a map that led you wrong.", "Which hours could you work?"),
    ),
    Example(
        "speculative_work",
        _asked("Design a logo for us and attach it."),
        _asked("Which logo near your home works well, and why?"),
    ),
    Example(
        "samples_long",
        {"questions": (Question("Draw a route of five stops.", minutes=45), Question("Explain it.", minutes=30))},
        {"questions": (Question("Draw a route of three stops and explain it.", minutes=40),)},
    ),
    Example(
        "contact_in_text",
        {"problem": "Our orders get lost. Write to me on WhatsApp first."},
        {"problem": "Our orders get lost. Ask what you like here; we answer within two days."},
    ),
    Example(
        "discriminatory_demand",
        _asked("How old are you? Please attach a photo."),
        _asked("When did you last learn a tool by yourself?"),
    ),
)
