"""The signs in a text: which rule, which words, and how grave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.moderation import bank, contact, money, sample
from firstfoot.market.projects.scope.reading import all_texts, plain

_SENTENCE = re.compile(r"[.!?;\n]")
SHOWN = 80  # characters of the words that a sign keeps


class Severity(IntEnum):
    """How soon somebody looks."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing to look at: the rule's code, the words it found, where, and how grave it is."""

    code: str
    words: str
    severity: Severity
    field: str = ""


SEVERITIES = {
    "money_passed_on": Severity.HIGH,
    "money_asked_for": Severity.HIGH,
    "bank_data_asked": Severity.HIGH,
    "bank_number": Severity.HIGH,
    "contact_elsewhere": Severity.MEDIUM,
    "address_in_text": Severity.MEDIUM,
    "unpaid_trial": Severity.MEDIUM,
    "work_before_work": Severity.MEDIUM,
    "long_sample": Severity.MEDIUM,
}
_SHAPES = (
    ("money_passed_on", money.ACCOMPLICE),
    ("money_asked_for", money.ASKED),
    ("bank_data_asked", bank.ASKED),
    ("contact_elsewhere", contact.ASKED),
    ("unpaid_trial", sample.UNPAID),
    ("work_before_work", sample.RESULT),
)


def signs_in(text: str) -> tuple[Sign, ...]:
    """What a person should look at in one text, each rule at most once; numbers are named, never kept.

    The rules read English; numbers and addresses are found in any language.
    """
    return tuple(Sign(code, words[:SHOWN], SEVERITIES[code]) for code, words in _found(text))


def signs_of(brief: Brief, *, public: Brief | None = None) -> tuple[Sign, ...]:
    """The signs of a whole brief, each rule once, where it was first met; what `public` has too is passed over."""
    known = frozenset(text for _, text in all_texts(public)) if public else frozenset()
    found: dict[str, Sign] = {}
    for field, text in all_texts(brief):
        for sign in () if text in known else signs_in(text):
            found.setdefault(sign.code, replace(sign, field=field))
    return tuple(found.values())


def _found(text: str) -> Iterator[tuple[str, str]]:
    words = plain(text)
    for code, pattern in _SHAPES:
        if match := pattern.search(words):
            yield code, match.group().strip()
    if bank.numbers_in(text):
        yield "bank_number", "0000"
    if addresses := contact.addresses_in(text):
        yield "address_in_text", addresses[0]
    lengths = (sample.long_task(plain(sentence)) for sentence in _SENTENCE.split(text))
    if length := next(filter(None, lengths), ""):
        yield "long_sample", length
