"""Skills that the text of a brief names and its list of skills does not."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.market.projects.brief import Brief
from firstfoot.market.skills import codes_of, found_in

SHOWN = 8


def seems_to_ask(brief: Brief) -> list[str]:
    """The phrases as the brief writes them, few enough to be read at once."""
    said = {code for word in (*brief.skills, *brief.tools) for code in codes_of(word)}
    found = found_in("\n".join(_texts(brief)))
    return [one.phrase for one in found if one.code not in said][:SHOWN]


def _texts(brief: Brief) -> Iterator[str]:
    yield from (brief.title, brief.problem, brief.outcome, *brief.in_scope, brief.equipment)
    for result in brief.deliverables:
        yield from (result.title, result.format, *(criterion.text for criterion in result.criteria))
