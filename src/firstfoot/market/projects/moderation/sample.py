"""Work before the work: unpaid trials, tasks of more than an hour, results asked of applicants."""

from __future__ import annotations

import re

from firstfoot.market.projects.moderation.patterns import shape

MOST_MINUTES = 60
UNPAID = shape(
    "unpaid {trial}",
    "{trial} .. {free}",
    "{free} {trial}",
    "work* .. {gratis}",
    "first project .. {gratis}",
    "prove yourself",
    trial="trial|trial day|trial week|probation|test|test project|test task|shift|week|fortnight",
    free="unpaid|not paid|without pay|for free|free of charge|no pay",
    gratis="for free|free of charge|without pay",
)
_WHEN = (
    "with your application|before the interview|before we (?:choose|talk)|first talk|"
    "(?:for|as part of) (?:the application|applying)"
)
# A result, and not an answer, that is asked of everybody who applies.
RESULT = shape(
    "{who} .. {make} .. {thing}",
    "{make} .. {thing} .. {when}",
    "{when} .. {make} .. {thing}",
    "{make} .. {thing} as a {test}",
    who="everyone who applies|everyone|candidates|applicants|each applicant|every applicant|shortlisted people",
    make="build|builds|write|writes|design|designs|redesign|prepare|create|produce|make|bring|show us|transcribe",
    thing="landing page|homepage|web ?site|prototype|campaign|marketing plan|plan|articles?|report|video|logo|app",
    when=_WHEN,
    test="test|sample|trial",
)
_TASK = frozenset(["task", "test", "sample", "trial", "assignment", "exercise", "case", "campaign"])
_CHOOSING = frozenset([
    "first", "apply", "applies", "applying", "application", "applicant", "applicants", "candidate", "candidates",
    "interview", "shortlisted", "before", "everyone", "prove", "start", "part",
])  # fmt: skip
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "half": 1,
}  # fmt: skip
_MINUTES = {
    "minute": 1, "min": 1, "hour": 60, "hr": 60, "h": 60, "day": 480, "week": 2400, "weekend": 960, "month": 9600,
}  # fmt: skip
_LENGTH = re.compile(rf" (\d{{1,3}}|{'|'.join(_NUMBERS)}) (?:full |working |whole )?({'|'.join(_MINUTES)})s?(?= )")


def long_task(words: str) -> str:
    """The longest time over an hour that plain words of one sentence ask an applicant to spend, or ""."""
    said = set(words.split())
    if not (said & _TASK and said & _CHOOSING) or "software" in said or "version" in said:
        return ""
    lengths = [(_minutes(n, unit), f"{n} {unit}") for n, unit in _LENGTH.findall(words)]
    long = [each for each in lengths if each[0] > MOST_MINUTES]
    return max(long)[1] if long else ""


def _minutes(number: str, unit: str) -> int:
    return int(_NUMBERS.get(number, 0) or number) * _MINUTES[unit]
