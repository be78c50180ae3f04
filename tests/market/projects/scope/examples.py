"""For each scope rule a brief in which it speaks and one, close to it, in which it is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from firstfoot.market.projects.brief import Brief, BriefDeliverable, Criterion, HostInput, Question
from firstfoot.market.projects.starters import get_starter

TODAY = date(2026, 11, 23)
FLOORS = {"USD": 2000, "EUR": 1600}


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


_starter = get_starter("website_segment")
assert _starter is not None
GOOD = _starter.brief.with_(
    supervisor="hana",
    cover="hugo",
    apply_by=in_days(14),
    start_from=in_days(24),
    start_until=in_days(38),
    supervision_hours=2,
    pay_minor=_starter.brief.hours * 2500,
)


def but(**changes: Any) -> Brief:
    return GOOD.with_(**changes)


def first(**changes: Any) -> Brief:
    """The good brief with its first deliverable changed."""
    return but(deliverables=(replace(GOOD.deliverables[0], **changes), *GOOD.deliverables[1:]))


def asks(*texts: str) -> Brief:
    return but(questions=tuple(Question(text) for text in texts))


def item(title: str, due_day: int = 5) -> BriefDeliverable:
    return BriefDeliverable(title, "Document", due_day, criteria=(Criterion("Has 3 parts"),))


def criteria(*texts: str, required: bool = True) -> tuple[Criterion, ...]:
    return tuple(Criterion(text, required) for text in texts)


# code -> (speaks, silent)
EXAMPLES: dict[str, tuple[Brief, Brief]] = {
    "title_missing": (but(title=" "), GOOD),
    "title_generic": (but(title="Marketing intern"), but(title="Ten shelf labels in Braille")),
    "category_missing": (but(category=""), GOOD),
    "problem_missing": (but(problem=""), GOOD),
    "audience_missing": (but(audience=""), GOOD),
    "outcome_missing": (but(outcome=""), GOOD),
    "outcome_long": (
        but(outcome="A page for visitors. It is live by May."),
        but(outcome="A page that loads in 2.5 s."),
    ),
    "outcome_vague": (but(outcome="Help with various website tasks"), but(outcome="A help page with 12 answers")),
    "two_projects": (but(outcome="A price list and design of flyers, as well as a new shop"), GOOD),
    "ongoing_work": (
        but(outcome="Manage our accounts on a daily basis"),
        but(out_of_scope=("Daily posts", "Ongoing care")),
    ),
    "errands": (but(in_scope=("Answer phones at the desk",)), but(out_of_scope=("Cold calls", "Filing"))),
    "in_scope_missing": (but(in_scope=()), GOOD),
    "out_of_scope_missing": (but(out_of_scope=("",)), GOOD),
    "deliverables_missing": (but(deliverables=()), GOOD),
    "deliverable_untitled": (first(title=""), GOOD),
    "required_missing": (but(deliverables=(replace(GOOD.deliverables[0], required=False),)), GOOD),
    "criteria_missing": (first(criteria=()), first(criteria=(), required=False)),
    "due_outside": (first(due_day=29), first(due_day=28)),
    "deliverable_vague": (first(title="Various texts"), GOOD),
    "format_missing": (first(format=""), GOOD),
    "criteria_optional": (first(criteria=criteria("Has 5 parts", required=False)), GOOD),
    "criteria_unmeasurable": (
        first(criteria=criteria("The mood is right")),
        first(criteria=criteria("Each link opens")),
    ),
    "criterion_vague": (
        first(criteria=criteria("Has 5 parts", "Looks good")),
        first(criteria=criteria("Looks good to 4 of 5 people asked")),
    ),
    "unrelated_deliverables": (
        but(deliverables=(item("Launch video"), item("Annual budget"), item("Job descriptions"))),
        but(deliverables=(item("Launch video"), item("Three teasers"), item("Podcast cut"))),
    ),
    "too_many_deliverables": (but(deliverables=(item("Page of text"),) * 9), but(deliverables=(item("Text"),) * 8)),
    "all_at_the_end": (but(deliverables=(item("Page of text", 27),)), but(deliverables=(item("Page of text", 16),))),
    "hours_thick": (
        but(hours=41, deliverables=(item("Whole site"),)),
        but(hours=40, deliverables=(item("Whole site"),)),
    ),
    "hours_thin": (but(hours=7), but(hours=8)),
    "inputs_missing": (but(inputs=()), GOOD),
    "input_late": (but(inputs=(HostInput("Logo files", 20),)), but(inputs=(HostInput("Logo files", 7),))),
    "supervisor_missing": (but(supervisor=""), GOOD),
    "supervision_missing": (but(supervision_hours=0), GOOD),
    "supervision_thin": (but(hours=80, supervision_hours=1), but(hours=48, supervision_hours=1)),
    "cover_missing": (but(cover=""), GOOD),
    "cover_is_supervisor": (but(cover="hana"), GOOD),
    "reply_slow": (but(reply_within_days=4), but(reply_within_days=3)),
    "check_ins_rare": (but(check_in_every_days=14), but(check_in_every_days=0, weeks=1, hours=8)),
    "onboarding_missing": (but(onboarding=()), GOOD),
    "hours_missing": (but(hours=0), GOOD),
    "hours_few": (but(hours=4), but(hours=5)),
    "hours_many": (but(hours=151), but(hours=150)),
    "weeks_missing": (but(weeks=0), GOOD),
    "weekly_high": (but(hours=81), but(hours=80)),
    "weekly_impossible": (but(hours=161), but(hours=160)),
    "start_missing": (but(start_from=None), GOOD),
    "start_past": (but(start_from=in_days(-9), start_until=in_days(-1)), but(start_from=in_days(-1))),
    "start_window_backwards": (but(start_until=in_days(23)), but(start_until=in_days(24))),
    "start_before_deadline": (
        but(start_from=in_days(10), start_until=in_days(14)),
        but(start_from=in_days(10), start_until=in_days(20)),
    ),
    "start_too_soon": (but(start_from=in_days(16), start_until=None), but(start_from=in_days(19), start_until=None)),
    "deadline_missing": (but(apply_by=None), GOOD),
    "deadline_past": (but(apply_by=in_days(-1)), but(apply_by=TODAY)),
    "deadline_soon": (but(apply_by=in_days(3)), but(apply_by=in_days(4))),
    "seats_missing": (but(seats=0), GOOD),
    "workplace_missing": (but(workplace="the moon"), GOOD),
    "place_missing": (but(workplace="hybrid", place=""), but(workplace="hybrid", place="12 Mill Lane")),
    "pay_missing": (but(pay_minor=0), but(pay_minor=1)),
    "pay_under_floor": (but(pay_minor=32 * 2000 - 1), but(pay_minor=32 * 2000)),
    "skills_missing": (but(skills=("",)), GOOD),
    "skills_many": (but(skills=tuple("abcdefg")), but(skills=tuple("abcdef"))),
    "ai_rule_missing": (but(ai_use=""), GOOD),
    "portfolio_missing": (but(portfolio=""), GOOD),
    "portfolio_none": (but(portfolio="none"), but(portfolio="on_request")),
    "questions_missing": (but(questions=()), GOOD),
    "questions_many": (asks("Why?", "How?", "When?", "Where?"), GOOD),
    "speculative_work": (
        asks("Design a landing page for us (about 2 hours)."),
        asks("Draft a first sentence for our page, in 20 minutes at most."),
    ),
    "samples_long": (
        but(questions=(Question("Draw a map.", minutes=50), Question("Explain it.", minutes=15))),
        but(questions=(Question("Draw a map and explain it.", minutes=60),)),
    ),
    "contact_in_text": (
        but(problem="Write to bakery@example.org first"),
        but(problem="Loved @ first sight, 5 @ 3 each"),
    ),
    "money_asked": (but(expenses="A refundable deposit for the laptop"), but(expenses="We pay your bus ticket")),
    "discriminatory_demand": (asks("Please attach a photo"), but(audience="Young people under 25 in our town")),
    "native_speaker": (but(skills=("Native speaker of German",)), but(skills=("German at level C1",))),
    "jargon": (but(problem="We need a rockstar who can hustle"), GOOD),
    "exposure": (
        but(pathway="Great exposure to our 3,000 followers"),
        but(pathway="Exposure to three trades, and a job talk"),
    ),
    # Praise: silent when the good thing is taken away
    "outcome_clear": (GOOD, but(outcome="A page")),
    "out_of_scope_said": (GOOD, but(out_of_scope=("One thing",))),
    "criteria_measurable": (GOOD, first(criteria=criteria("The mood is right"))),
    "early_feedback": (GOOD, but(deliverables=(item("Page of text", 20),))),
    "inputs_ready": (GOOD, but(inputs=(HostInput("Logo files", 2),))),
    "cover_named": (GOOD, but(cover="hana")),
    "guidance_generous": (GOOD, but(supervision_hours=1)),
    "welcome_prepared": (GOOD, but(onboarding=GOOD.onboarding[:1])),
    "start_flexible": (GOOD, but(start_until=None)),
    "pay_generous": (GOOD, but(pay_minor=32 * 2499)),
    "pathway_stated": (GOOD, but(pathway="Maybe")),
    "portfolio_open": (GOOD, but(portfolio="on_request")),
}
