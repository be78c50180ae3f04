"""The words of an item: a first draft from the record, and the frozen text that may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.foundation.files.models import StoredFile
from firstfoot.proof.portfolio.record import Record
from firstfoot.proof.portfolio.rights import NONE, right_to, says_names

TEXTS = ("title", "problem", "asked", "did", "result")
MUST_SAY = ("title", "did")
LONGEST_ALT = 300  # letters of what a file shows, in words
BY_AUTHOR = ("saw", "compared_with", "letter")  # what the author of a letter writes freely
LONGEST = {"title": 120, "problem": 2000, "asked": 2000, "did": 4000, "result": 2000}


def drafted(record: Record, terms: dict[str, Any]) -> dict[str, Any]:
    """A first text: the problem and what was asked as the brief has them, what was done as the intern noted it.

    Where the host is not to be named, its name is left out already; the rest is the intern's to take out.
    """
    engagement = record.engagement
    brief = record.brief
    numbers = [r.number for r in record.results if right_to(terms, r.number) != NONE]
    done = [engagement.learning_answer]
    if engagement.tools_used:
        done.append(_("With: %(tools)s") % {"tools": engagement.tools_used})
    text = {
        "title": engagement.title,
        "problem": brief.problem,
        "asked": "\n".join([brief.outcome, *(f"- {line}" for line in brief.in_scope)]).strip(),
        "did": "\n\n".join(part for part in done if part),
        "result": counted(record),
    }
    return {**{name: text[name][: LONGEST[name]] for name in TEXTS}, "results": numbers, "quote": False}


def counted(record: Record) -> str:
    """The result in numbers that both sides confirmed."""
    figures = record.figures
    said = [
        ngettext(
            "%(count)s of %(all)s agreed result accepted.", "%(count)s of %(all)s agreed results accepted.",
            figures.promised,
        ) % {"count": figures.results, "all": figures.promised},
        _("%(met)s of %(all)s criteria met.") % {"met": figures.criteria_met, "all": figures.criteria},
    ]  # fmt: skip
    if figures.first_time:
        said.append(
            ngettext(
                "%(count)s accepted at the first version.", "%(count)s accepted at the first version.",
                figures.first_time,
            ) % {"count": figures.first_time}
        )  # fmt: skip
    return " ".join(said)


def frozen(
    text: dict[str, Any], record: Record, right: str, held: Mapping[str, StoredFile] | None = None
) -> dict[str, Any]:
    """What is shown of it under this right, whole: nothing is added to it later.

    Without the right to name, no word of the agreement, of the host or of its people is taken over: the
    results are counted, skills are those that the vocabulary knows, and what the intern wrote is read by the host.
    """
    named = says_names(right)
    shown = set(text.get("results", ()))
    organization = record.engagement.organization
    files = [_file(row, held[row["file"]]) for row in text.get("files", ())] if held else []
    return {
        **({"files": files} if files else {}),
        **{name: str(text.get(name, "")) for name in TEXTS},
        "host": organization.name if named else "",
        "kind": organization.kind,
        "category": record.brief.category,
        "figures": record.figures.plain(),
        "results": [
            {
                "number": result.number,
                "title": result.title if named else "",
                "criteria": [[words if named else "", is_met] for words, is_met in result.criteria],
                "accepted_on": result.accepted_at.date().isoformat(),
            }
            for result in record.results
            if result.number in shown
        ],
        "skills": [[words if named else "", code, by] for words, code, by in record.skills if named or code],
        "quote": record.quote.quote if named and text.get("quote") and record.quote else "",
    }


def _file(row: Mapping[str, Any], shown: StoredFile) -> dict[str, Any]:
    """A file as it is shown: by no name of its own, and tied to its very bytes."""
    said = {"file": shown.public_id, "sha256": shown.sha256, "kind": shown.shown_as}
    return {**said, "alt": row["alt"], "result": row["result"]}


def names_left(text: dict[str, Any], names: Iterable[str]) -> list[str]:
    """Which of the names still stand in the text, whole words, whatever their case.

    >>> names_left({"title": "Prices for BRINDLE bakery"}, ["Brindle Bakery", "Hugo"])
    ['Brindle Bakery']
    """
    said = "\n".join([*(str(text.get(name, "")) for name in TEXTS), *(row["alt"] for row in text.get("files", ()))])
    return [name for name in names if name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said, re.IGNORECASE)]


def without_author(words: str, names: Iterable[str]) -> str:
    """The words without the name of who wrote them, nor a line that is nothing but their signature.

    >>> without_author("Hire them.\\nWarmly,\\nHugo", ["Hugo Marsh"])
    'Hire them.\\nWarmly,'
    """
    given = [name for name in names if name]
    parts = {part for name in given for part in _words_in(name)}
    lines = [line for line in words.splitlines() if not _is_signature(line, parts)]
    return without("\n".join(lines), given, "…").strip()


def _is_signature(line: str, parts: set[str]) -> bool:
    """Whether nothing stands in it but parts of a name and initials."""
    found = _words_in(line)
    initials = {part[0] for part in parts}
    return bool(parts.intersection(found)) and all(word in parts or word in initials for word in found)


def _words_in(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def without(words: str, names: Iterable[str], instead: str) -> str:
    """The words with each of the names replaced."""
    for name in sorted((n for n in names if n), key=len, reverse=True):
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", instead, words, flags=re.IGNORECASE)
    return words
