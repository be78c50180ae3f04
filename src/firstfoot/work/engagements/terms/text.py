"""The agreement as people read it: plain sentences, written once and frozen with the terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from firstfoot.market.projects.brief import Change
from firstfoot.work.engagements.terms import clauses
from firstfoot.work.engagements.terms.amending import on_day, since_applied, what_changes
from firstfoot.work.engagements.terms.changing import Difference
from firstfoot.work.engagements.terms.sections import Section, section


@dataclass(frozen=True, slots=True)
class Amends:
    """Which signed version an amendment changes, and in what."""

    number: int
    changes: tuple[Difference, ...]


def compose(
    terms: dict[str, Any], brief_changes: Iterable[Change] = (), amends: Amends | None = None
) -> dict[str, Any]:
    """What both sides read and sign: the terms and the very sentences that say them.

    `brief_changes` are the fields in which the brief differs from the one the intern applied to;
    `amends` what an amendment changes of the terms that stand, which is said first.
    """
    changes = tuple(brief_changes)
    parts = (
        _parties, _work, _clarifications, _results, _inputs, clauses.pay, clauses.engaged_as, _time, _guidance,
        clauses.tools_and_ai, clauses.showing, clauses.rights, clauses.confidence, _ending, _changing,
    )  # fmt: skip
    sections = [written for part in parts if (written := part(terms))]
    if changes:
        sections.append(
            section(
                "since_applied",
                _("What changed since the application"),
                _("The brief was changed after the intern applied. These points differ:"),
                items=[since_applied(change) for change in changes],
            )
        )
    content: dict[str, Any] = {
        "language": get_language() or "en",
        "terms": terms,
        "brief_changes": [change.field for change in changes],
        "sections": sections,
    }
    if amends is not None:
        content["sections"] = [_amending(amends, terms["currency"]), *sections]
        content["amends"] = amends.number
        content["changes"] = [asdict(change) for change in amends.changes]
    return content


def _parties(terms: dict[str, Any]) -> Section:
    return section(
        "parties",
        _("Who agrees"),
        _("%(host)s is the host. %(intern)s is the intern. Together they agree on the project “%(title)s”.")
        % {**terms["parties"], "title": terms["title"]},
        _("For the host an owner or a recruiter signs. Both sides sign the same text."),
    )


def _work(terms: dict[str, Any]) -> Section:
    return section(
        "work",
        _("What the work is"),
        _("The outcome: %(outcome)s") % {"outcome": terms["outcome"]},
        terms["audience"] and _("Who uses it: %(audience)s") % {"audience": terms["audience"]},
        groups=[
            {"heading": heading, "items": list(texts)}
            for heading, texts in (
                (_("Part of it"), terms["in_scope"]),
                (_("Not part of it"), terms["out_of_scope"]),
            )
            if texts
        ],
    )


def _clarifications(terms: dict[str, Any]) -> Section:
    """What was asked about the brief in public and answered; agreements from before such questions have none."""
    asked = terms.get("clarifications") or ()
    if not asked:
        return {}
    return section(
        "clarifications",
        _("What was asked and answered before"),
        _("These answers of the host are part of what is agreed."),
        groups=[{"heading": row["question"], "items": [row["answer"]]} for row in asked],
    )


def _results(terms: dict[str, Any]) -> Section:
    return section(
        "results",
        _("What is handed in, and when it is good"),
        _("A result is accepted when its required points are met. The host answers within 5 business days."),
        groups=[_deliverable(item) for item in terms["deliverables"]],
    )


def _deliverable(item: dict[str, Any]) -> Section:
    named = _("%(number)d. %(title)s, due %(day)s") % {
        "number": item["number"],
        "title": item["title"],
        "day": on_day(item["due_on"]),
    }
    optional = "" if item["required"] else " " + _("(not required)")
    form = f" ({item['format']})" if item["format"] else ""
    words = {True: _("Required: %(text)s"), False: _("Welcome: %(text)s")}
    return {
        "heading": named + optional + form,
        "items": [words[criterion["required"]] % {"text": criterion["text"]} for criterion in item["criteria"]],
    }


def _inputs(terms: dict[str, Any]) -> Section:
    return section(
        "inputs",
        _("What the host gives"),
        _("If something arrives late, the dates that depend on it move by as many days.")
        if terms["inputs"]
        else _("The host gives what the work needs when the intern asks for it."),
        terms["equipment"] and _("Equipment: %(text)s") % {"text": terms["equipment"]},
        items=[_("%(text)s, by %(day)s") % {"text": i["text"], "day": on_day(i["by_on"])} for i in terms["inputs"]],
    )


def _time(terms: dict[str, Any]) -> Section:
    places = {
        "remote": _("The work is remote."),
        "hybrid": _("The work is partly on site."),
        "on_site": _("The work is on site."),
    }
    where = places.get(terms["workplace"], "")
    return section(
        "time",
        _("Hours, dates and place"),
        ngettext(
            "About %(hours)d hour in all, from %(start)s to %(end)s.",
            "About %(hours)d hours in all, from %(start)s to %(end)s.",
            terms["hours"],
        )
        % {"hours": terms["hours"], "start": on_day(terms["start_on"]), "end": on_day(terms["end_on"])},
        _("If both agree to move the start, every date moves by as many days."),
        _("The intern writes down the hours; both sides see them, and talk once they are 15 percent over.")
        if terms.get("hours_log")
        else "",
        " ".join(part for part in (where, terms["place"]) if part),
    )


def _guidance(terms: dict[str, Any]) -> Section:
    parties = terms["parties"]
    return section(
        "guidance",
        _("Guidance"),
        _("%(supervisor)s guides the work.") % parties,
        parties["cover"] and _("%(cover)s answers when the supervisor is away.") % parties,
        ngettext(
            "A question is answered within %(days)d business day.",
            "A question is answered within %(days)d business days.",
            terms["reply_within_days"],
        )
        % {"days": terms["reply_within_days"]},
        ngettext(
            "Both sides check in every day.", "Both sides check in every %(days)d days.", terms["check_in_every_days"]
        )
        % {"days": terms["check_in_every_days"]},
    )


def _ending(terms: dict[str, Any]) -> Section:
    return section(
        "ending",
        _("Ending early"),
        _("Either side may end this on any day, here, with a reason and a word on what is handed over."),
        _("Accepted results stay accepted. For work begun, the side that ends it states a part of the pay."),
    )


def _changing(terms: dict[str, Any]) -> Section:
    return section(
        "changing",
        _("Changes"),
        _("This text changes only by a new version that both sides sign. Until then this one stands."),
    )


def _amending(amends: Amends, currency: str) -> Section:
    return section(
        "amends",
        _("What this version changes"),
        _("This changes version %(number)d, which both signed. Until both sign this one, that one stands.")
        % {"number": amends.number},
        _("After this list stands the whole text as it would then be."),
        items=[what_changes(change, currency) for change in amends.changes],
    )
