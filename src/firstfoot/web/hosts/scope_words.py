"""The sentence behind each finding of the scope check: what we saw, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel.money import Money
from firstfoot.market.projects.scope import Finding, Grade
from firstfoot.web.hosts.scope_praise import PRAISE
from firstfoot.web.shared.brief_words import WORKPLACES
from firstfoot.web.shared.words import day_text, money_text

type Lazy = str | Promise


@dataclass(frozen=True, slots=True)
class Words:
    """A finding in words, in the reader's language."""

    title: str
    advice: str


def words_for(finding: Finding) -> Words:
    """The words of a finding, with its figures, days and amounts filled in."""
    title, advice = WORDS[finding.code]
    data = {key: _written(key, value, finding.data) for key, value in finding.data.items()}
    return Words(str(title) % data, str(advice) % data)


def _written(key: str, value: Any, data: Mapping[str, Any]) -> Any:
    if key.endswith("_minor"):
        return money_text(Money(value, data["currency"]))
    if key == "workplace":
        return WORKPLACES[value]
    return day_text(value) if isinstance(value, date) else value


GRADES: dict[str, Lazy] = {
    Grade.NEEDS_WORK: _("Something is still missing"),
    Grade.NEARLY: _("Nearly there"),
    Grade.READY: _("Ready to post"),
    Grade.EXCELLENT: _("An excellent brief"),
}

EFFORT: dict[str, Lazy] = {
    "choosing": _("Reading applications and choosing"),
    "onboarding": _("Preparing and the first day"),
    "check_ins": _("Check-ins"),
    "answers": _("Answering questions"),
    "reviews": _("Reviewing the work"),
    "closing": _("Closing: evaluation and what comes next"),
}

WORDS: dict[str, tuple[Lazy, Lazy]] = {
    # The result
    "title_missing": (
        _("The project has no title"),
        _("Name the result in a few words, such as “A price list our customers can read”."),
    ),
    "title_generic": (
        _("The title “%(title)s” could be any project"),
        _("Name the result, not the post: say what will exist at the end, in four words or more."),
    ),
    "category_missing": (_("No category yet"), _("Choose the one that fits best. People filter by it.")),
    "problem_missing": (
        _("Why this project?"),
        _("Say in two or three sentences what is not working today. People do better work when they know why."),
    ),
    "audience_missing": (
        _("Who will use the result?"),
        _("Name them: your customers, one colleague, the people in your street."),
    ),
    "outcome_missing": (
        _("The outcome is missing"),
        _("Finish this sentence: “At the end we have …”. One sentence is enough."),
    ),
    "outcome_long": (
        _("The outcome is more than one clear sentence"),
        _("Keep one sentence of at most %(max)s characters. Details belong to the deliverables."),
    ),
    "outcome_vague": (
        _("“%(word)s” leaves the outcome open"),
        _("Say what will exist at the end, and how many. Nobody can tell when “%(word)s” is done."),
    ),
    "two_projects": (
        _("This may be two projects"),
        _("“%(word)s” joins a second result to the first. Keep one here, and post the other after it."),
    ),
    "ongoing_work": (
        _("“%(word)s” sounds like work without an end"),
        _("A micro-internship ends with a result. Name the last piece of work and the day it is due."),
    ),
    "errands": (
        _("“%(word)s” is an errand, not a result"),
        _("Leave it out, or describe the result that a person could show to others afterwards."),
    ),
    # The scope
    "in_scope_missing": (
        _("What belongs to the work?"),
        _("List three to five things that are included, rounds of changes among them."),
    ),
    "out_of_scope_missing": (
        _("What does not belong to the work?"),
        _("List two or three things that somebody might expect and that you do not. It prevents most quarrels."),
    ),
    # The deliverables
    "deliverables_missing": (
        _("No deliverables yet"),
        _("Add at least one: what is handed in, in which form, on which day."),
    ),
    "deliverable_untitled": (_("Deliverable %(number)s has no title"), _("Name the thing that is handed in.")),
    "required_missing": (
        _("No deliverable is required"),
        _("The work ends when the last required deliverable is accepted. Mark at least one of %(count)s as required."),
    ),
    "criteria_missing": (
        _("“%(title)s” has nothing to be measured by"),
        _("Write when deliverable %(number)s is done, in two to four points that both sides can check."),
    ),
    "due_outside": (
        _("“%(title)s” is due outside the project"),
        _("Day %(day)s does not fall within the %(days)s days from start to end. Move deliverable %(number)s."),
    ),
    "deliverable_vague": (
        _("“%(title)s” does not say what is handed in"),
        _("Replace “%(word)s” in deliverable %(number)s by a thing with a form: a document, a file, a page."),
    ),
    "format_missing": (
        _("In which form is “%(title)s” handed in?"),
        _("Say it for deliverable %(number)s: a spreadsheet, a PDF of four pages, a link."),
    ),
    "criteria_optional": (
        _("Every criterion of “%(title)s” is optional"),
        _("As it stands, anything would have to be accepted. Make at least one criterion of deliverable "
          "%(number)s required."),
    ),
    "criteria_unmeasurable": (
        _("“%(title)s” cannot be checked yet"),
        _("Give deliverable %(number)s a figure or a test: how many, by when, which check it passes, who confirms it."),
    ),
    "criterion_vague": (
        _("“%(word)s” is a matter of taste"),
        _("In deliverable %(number)s, “%(title)s”, say what you would look at to decide “%(criterion)s”."),
    ),
    "unrelated_deliverables": (
        _("The deliverables belong to %(count)s different trades"),
        _("Few people do them all well. Split this into projects of one kind each."),
    ),
    "too_many_deliverables": (
        _("%(count)s deliverables are many"),
        _("Each one is handed in and reviewed by you. Join some, so that at most %(max)s remain."),
    ),
    "all_at_the_end": (
        _("Nothing is due before day %(day)s of %(days)s"),
        _("Add something small by about day %(early)s. A wrong turn is cheap to correct then, and dear at the end."),
    ),
    "hours_thick": (
        _("%(hours)s hours for %(count)s deliverables is a lot in one piece"),
        _("Split the work so that no deliverable takes over %(max)s hours."),
    ),
    "hours_thin": (
        _("%(hours)s hours are few for %(count)s deliverables"),
        _("Ask for less, or plan more hours. Someone new to your place needs time to find their way."),
    ),
    # What you give
    "inputs_missing": (
        _("What will you hand over?"),
        _("List the files, access and people that the work needs, and the day each is ready."),
    ),
    "input_late": (
        _("“%(input)s” comes too late"),
        _("It is promised for day %(day)s, but the first work is due on day %(first)s. Hand it over sooner."),
    ),
    # People
    "supervisor_missing": (
        _("Nobody guides this work yet"),
        _("Choose the member who answers questions and reviews the work."),
    ),
    "supervision_missing": (
        _("No time to guide the work"),
        _("Plan at least one hour a week. Without it good people get stuck and you hear of it at the end."),
    ),
    "supervision_thin": (
        _("%(hours)s hours a week to guide %(weekly)s hours of work is thin"),
        _("Plan about %(needed)s hours a week, for all seats together."),
    ),
    "cover_missing": (
        _("Who answers when the supervisor is away?"),
        _("Name a cover. It costs nothing until somebody is ill."),
    ),
    "cover_is_supervisor": (
        _("Supervisor and cover are the same person"),
        _("Choose somebody else as cover, or leave it empty."),
    ),
    "reply_slow": (
        _("%(days)s days are long to wait for an answer"),
        _("In a short project a question should be answered within %(max)s business days."),
    ),
    "check_ins_rare": (
        _("Check-ins are too far apart"),
        _("Plan one at least each %(max)s days. It takes three taps from each side."),
    ),
    "onboarding_missing": (
        _("How does it begin?"),
        _("List what you prepare before the first day: access, a first talk, who to ask."),
    ),
    # Time and place
    "hours_missing": (_("How many hours in all?"), _("Most projects here take 10 to 40 hours.")),
    "hours_few": (
        _("%(hours)s hours is very short"),
        _("Getting to know you takes an hour by itself. Plan at least %(min)s hours."),
    ),
    "hours_many": (
        _("%(hours)s hours is more than a micro-internship"),
        _("Plan at most %(max)s hours, and make the rest a second project."),
    ),
    "weeks_missing": (_("How many weeks?"), _("Say how long the work may take from first to last day.")),
    "weekly_high": (
        _("%(weekly)s hours a week is hard beside studies or another job"),
        _("Stay within %(max)s hours a week: give it %(weeks)s weeks. Some work permits allow no more."),
    ),
    "weekly_impossible": (
        _("%(weekly)s hours a week cannot be asked"),
        _("The most is %(max)s. With %(weeks)s weeks it fits beside studies."),
    ),
    "start_missing": (_("When can it start?"), _("Give the first day on which work may begin.")),
    "start_past": (_("The start has passed"), _("%(date)s is over. Choose a day to come.")),
    "start_window_backwards": (
        _("The start dates are the wrong way round"),
        _("The latest start, %(until)s, is before the earliest, %(from)s."),
    ),
    "start_before_deadline": (
        _("Work would start while people may still apply"),
        _("The latest start is %(start)s, and applications close %(deadline)s. Move one of them."),
    ),
    "start_too_soon": (
        _("There is little time to choose and agree"),
        _("Leave at least %(days)s days between the deadline, %(deadline)s, and the latest start, %(start)s."),
    ),
    "deadline_missing": (
        _("Until when can people apply?"),
        _("Set a last day. Two weeks from now is usual."),
    ),
    "deadline_past": (_("The deadline has passed"), _("%(date)s is over. Choose a day to come.")),
    "deadline_soon": (
        _("The deadline is very near"),
        _("People have until %(date)s. Give them %(days)s days or more, so that those with exams or shifts can apply."),
    ),
    "seats_missing": (_("For how many people?"), _("Plan at least one seat.")),
    "workplace_missing": (_("Where is the work done?"), _("Choose remote, hybrid or on site.")),
    "place_missing": (
        _("Where exactly?"),
        _("You chose “%(workplace)s”. Give the address or the part of town, so that people can plan the way."),
    ),
    # Pay
    "pay_missing": (
        _("The pay is missing"),
        _("Work here is paid. Name the sum for the whole project."),
    ),
    "pay_under_floor": (
        _("The pay comes to %(hourly_minor)s an hour"),
        _("The least here is %(floor_minor)s an hour: %(least_minor)s for %(hours)s hours. Or plan fewer hours."),
    ),
    # How
    "skills_missing": (_("Which skills does it take?"), _("Name two to five, as plain as you can.")),
    "skills_many": (
        _("%(count)s skills are a lot to ask for"),
        _("Keep the %(max)s that matter. Good people do not apply when they miss one of a long list."),
    ),
    "ai_rule_missing": (
        _("May AI tools be used?"),
        _("Choose a rule now, so that nobody has to guess later."),
    ),
    "portfolio_missing": (
        _("May the intern show the work?"),
        _("Choose what may be shown. For many people this is as valuable as the pay."),
    ),
    "portfolio_none": (
        _("The intern may show nothing"),
        _("Could a version without names or figures be shown? More people apply when something can."),
    ),
    # Questions and words
    "questions_missing": (
        _("No question for applicants"),
        _("Ask one to three. They tell you more than a résumé, and let people without one show what they can do."),
    ),
    "questions_many": (
        _("%(count)s questions are too many"),
        _("Keep the %(max)s whose answers you would really compare."),
    ),
    "speculative_work": (
        _("Question %(number)s asks for unpaid work"),
        _("“%(word)s” is work. Ask for something they made before, or for a sample of at most %(max)s minutes and "
          "fill in the minutes."),
    ),
    "samples_long": (
        _("The samples take %(minutes)s minutes"),
        _("Ask everyone for %(max)s minutes of work at most, all samples together. Who does more should be paid."),
    ),
    "contact_in_text": (
        _("The text leads away from here (“%(word)s”)"),
        _("Leave addresses, numbers and messengers out. Names and contacts are shown to both sides at signing, and "
          "until then the talk here protects you both."),
    ),
    "money_asked": (
        _("“%(word)s”: nobody pays to work here"),
        _("Take it out. We ask no money and no bank data of applicants, and neither may you."),
    ),
    "discriminatory_demand": (
        _("“%(word)s” is about the person, not the work"),
        _("In many places this is against the law, and here it always is. Describe what the work needs."),
    ),
    "native_speaker": (
        _("“%(word)s” shuts out people who write just as well"),
        _("Name the level the work needs, such as “writes German at level C1”."),
    ),
    "jargon": (
        _("“%(word)s” says little"),
        _("Say in plain words what the person will do."),
    ),
    "exposure": (
        _("“%(word)s” is not pay"),
        _("Leave it out. The pay, the feedback and the right to show the work speak for themselves."),
    ),
    **PRAISE,
}  # fmt: skip
