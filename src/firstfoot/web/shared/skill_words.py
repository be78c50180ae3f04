"""How a claimed skill is said, and what a field of skills tells its script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LEVELS: dict[int | None, str | Promise] = {1: _("learning it"), 2: _("can do it"), 3: _("can do it alone")}
KNOWN_BY: dict[str, str | Promise] = {
    "program": _("confirmed by a program"),
    "shown": _("shown in a finished project"),
}


class Claim(Protocol):
    """A skill that somebody claims."""

    public_id: str
    words: str
    level: int | None
    known_by: str
    shown_in: str


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """A claim as a page shows it; `known` is empty for what is only said."""

    public_id: str
    words: str
    level: str | Promise
    known: str | Promise
    link: str  # to the engagement that shows it, where the reader may follow


def said_claims(claims: Iterable[Claim], links: Mapping[str, str]) -> list[SaidClaim]:
    """Claims for a reader; `links` leads from an engagement's public id to its page."""
    return [
        SaidClaim(
            claim.public_id, claim.words, LEVELS.get(claim.level, ""), KNOWN_BY.get(claim.known_by, ""),
            links.get(claim.shown_in, "") if claim.known_by == "shown" else "",
        )
        for claim in claims
    ]  # fmt: skip


def skill_attrs() -> dict[str, Any]:
    """Attributes of a field that holds skills with commas between them: js/skills.js turns it into chips."""
    return {
        "data-skills": reverse_lazy("public:skill_suggestions"),
        "data-options": _("Suggested skills"),
        "data-add": _("Type a skill, then Enter"),
        "data-take": _("Add %(skill)s"),
        "data-remove": _("Remove %(skill)s"),
        "data-added": _("Added: %(skill)s."),
        "data-removed": _("Removed: %(skill)s."),
        "data-found": _("Suggestions: %(count)s. Use the arrow keys."),
    }
