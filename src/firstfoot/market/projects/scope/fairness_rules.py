"""Rules on pay, on what applicants are asked, and on words that do not belong in a brief."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from firstfoot.market.projects.brief import AI_RULES, PORTFOLIO_RIGHTS
from firstfoot.market.projects.scope import vocabulary
from firstfoot.market.projects.scope.findings import Subject
from firstfoot.market.projects.scope.reading import all_texts, first_of, plain

MOST_QUESTIONS = 3
MOST_SKILLS = 6
SAMPLE_MINUTES = 60
GENEROUS = 125  # per cent of the floor

# Read only from each "@" on, and no "@" is part of it: the cost stays linear however long the text is.
_AFTER_AT = re.compile(r"[\w-]{1,63}\.\w")
_PHONE = re.compile(r"\+\d[\d ().-]{7,18}\d")
_AGE = re.compile(
    r" (?:aged?|someone|somebody|anyone|person|people|candidates?|applicants?|students?|interns?|you)"
    r"(?: (?:who|is|are|aged?|should|must|be)){0,3} (?P<age>under (?:the age of )?(?:1[6-9]|[2-6]\d))"
    r" (?:$|(?:and|or|only|please|preferred|years|who|with|to)\b)"
    r"| (?P<years>(?:under|below) \d\d years (?:old|of age)) "
)
_MINUTES = re.compile(r"\b(\d{1,4}) ?-?(minutes?|mins?|hours?|hrs?|h)\b", re.IGNORECASE)

Seen = Iterator[dict[str, Any]]


def pay_missing(subject: Subject) -> Seen:
    if subject.brief.pay_minor <= 0:
        yield {}


def pay_under_floor(subject: Subject) -> Seen:
    brief = subject.brief
    floor = subject.floors.get(brief.currency, 0)
    if brief.pay_minor > 0 and brief.hours > 0 and brief.pay_minor < floor * brief.hours:
        yield {
            "hourly_minor": brief.hourly_minor, "floor_minor": floor,
            "least_minor": floor * brief.hours, "currency": brief.currency, "hours": brief.hours,
        }  # fmt: skip


def skills_missing(subject: Subject) -> Seen:
    if not any(skill.strip() for skill in subject.brief.skills):
        yield {}


def skills_many(subject: Subject) -> Seen:
    count = len(subject.brief.skills)
    if count > MOST_SKILLS:
        yield {"count": count, "max": MOST_SKILLS}


def ai_rule_missing(subject: Subject) -> Seen:
    if subject.brief.ai_use not in AI_RULES:
        yield {}


def portfolio_missing(subject: Subject) -> Seen:
    if subject.brief.portfolio not in PORTFOLIO_RIGHTS:
        yield {}


def portfolio_none(subject: Subject) -> Seen:
    if subject.brief.portfolio == "none":
        yield {}


def questions_missing(subject: Subject) -> Seen:
    if not any(question.text.strip() for question in subject.brief.questions):
        yield {}


def questions_many(subject: Subject) -> Seen:
    count = len(subject.brief.questions)
    if count > MOST_QUESTIONS:
        yield {"count": count, "max": MOST_QUESTIONS}


def speculative_work(subject: Subject) -> Seen:
    """A question that asks for work: fine up to an hour, if it says so."""
    for number, question in enumerate(subject.brief.questions, start=1):
        word = first_of(vocabulary.WORK_ASKED, question.text)
        if word and not question.minutes and not _is_bounded(question.text):
            yield {"number": number, "word": word, "max": SAMPLE_MINUTES}


def samples_long(subject: Subject) -> Seen:
    """Samples of work that take more than an hour together."""
    minutes = sum(question.minutes for question in subject.brief.questions)
    if minutes > SAMPLE_MINUTES:
        yield {"minutes": minutes, "max": SAMPLE_MINUTES}


def contact_in_text(subject: Subject) -> Seen:
    """An address, a number or a messenger: talk off the platform protects nobody."""
    for field, text in all_texts(subject.brief):
        shown = _address_in(text) or first_of(vocabulary.CONTACT, text)
        if shown:
            yield {"field": field, "word": shown}
            return


def money_asked(subject: Subject) -> Seen:
    yield from _first_anywhere(subject, vocabulary.MONEY_ASKED)


def discriminatory_demand(subject: Subject) -> Seen:
    """A demand about the person and not the work; who the result is for may well be young or old."""
    yield from _first_found(subject, _demand_in, but=("audience", "problem", "out_of_scope"))


def native_speaker(subject: Subject) -> Seen:
    yield from _first_anywhere(subject, vocabulary.NATIVE, only=("title", "skills", "questions", "outcome", "in_scope"))


def jargon(subject: Subject) -> Seen:
    yield from _first_anywhere(subject, vocabulary.JARGON)


def exposure(subject: Subject) -> Seen:
    yield from _first_anywhere(subject, vocabulary.EXPOSURE, but=("out_of_scope",))


def pay_generous(subject: Subject) -> Seen:
    brief = subject.brief
    floor = subject.floors.get(brief.currency, 0)
    if floor > 0 and brief.hours > 0 and brief.pay_minor * 100 >= floor * brief.hours * GENEROUS:
        yield {"hourly_minor": brief.hourly_minor, "currency": brief.currency}


def pathway_stated(subject: Subject) -> Seen:
    if len(subject.brief.pathway.split()) >= 3:
        yield {}


def portfolio_open(subject: Subject) -> Seen:
    if subject.brief.portfolio in {"full", "redacted"}:
        yield {}


def _is_bounded(text: str) -> bool:
    """Whether the text states a time, and the longest it states is an hour at most."""
    stated = [int(n) * (60 if unit[0] in "hH" else 1) for n, unit in _MINUTES.findall(text)]
    return bool(stated) and max(stated) <= SAMPLE_MINUTES


def _address_in(text: str) -> str:
    at = text.find("@")
    while at >= 0:
        if at > 0 and text[at - 1].isalnum() and _AFTER_AT.match(text, at + 1):
            return "@"
        at = text.find("@", at + 1)
    return "+" if _PHONE.search(text) else ""


def _first_anywhere(
    subject: Subject, phrases: tuple[str, ...], *, but: tuple[str, ...] = (), only: tuple[str, ...] = ()
) -> Seen:
    yield from _first_found(subject, lambda text: first_of(phrases, text), but=but, only=only)


def _first_found(
    subject: Subject, find: Callable[[str], str], *, but: tuple[str, ...] = (), only: tuple[str, ...] = ()
) -> Seen:
    """The first hit, with its field; once a brief, since one sentence of advice is enough."""
    for field, text in all_texts(subject.brief):
        if field in but or (only and field not in only):
            continue
        word = find(text)
        if word:
            yield {"field": field, "word": word}
            return


def _demand_in(text: str) -> str:
    """A demand about a person; "under 30" is one only where it is said of somebody, and not of seconds or euros."""
    if said := first_of(vocabulary.DEMANDS, text):
        return said
    age = _AGE.search(plain(text))
    return (age["age"] or age["years"]) if age else ""
