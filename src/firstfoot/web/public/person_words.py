"""What the page of a person says: items, sums, skills with the work that shows them; and the same for machines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.web.shared.shown import ShownItem, shown_words, skill_labels

MOST_SKILLS = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """One item on the page, and where all of it is read."""

    item: Any
    it: ShownItem
    address: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A skill, and the work on this page that took it."""

    skill: str
    entries: list[Entry]


def entries_of(shown: Iterable[Any]) -> list[Entry]:
    found = list(shown)
    labels = skill_labels(found)
    return [
        Entry(one.item, shown_words(one, labels), reverse("public:shown_item", args=[one.item.public_id]))
        for one in found
    ]


def proofs_of(entries: Iterable[Entry]) -> list[Proof]:
    """Each skill once, those with the most work first."""
    found: dict[str, Proof] = {}
    for entry in entries:
        for skill in entry.it.skills:
            found.setdefault(skill.casefold(), Proof(skill, [])).entries.append(entry)
    return sorted(found.values(), key=lambda proof: (-len(proof.entries), proof.skill.casefold()))[:MOST_SKILLS]


def sums_of(entries: list[Entry]) -> list[tuple[int, str]]:
    """What all of it comes to, each counted from the record."""
    figures = [entry.it.figures for entry in entries]
    hours, met = sum(f["hours"] for f in figures), sum(f["criteria_met"] for f in figures)
    asked = sum(f["criteria"] for f in figures)
    return [
        (len(entries), ngettext("finished project", "finished projects", len(entries))),
        (hours, ngettext("hour of paid work", "hours of paid work", hours)),
        (met, _("of %(all)s criteria met") % {"all": asked}),
    ]


def as_profile(person: Any, page: Any, proofs: Iterable[Proof]) -> dict[str, Any]:
    """The page as schema.org has it."""
    address = settings.SITE_URL + reverse("public:person", args=[page.slug])
    about: dict[str, Any] = {"@type": "Person", "name": person.name, "url": address}
    if page.headline:
        about["description"] = page.headline
    if skills := [proof.skill for proof in proofs]:
        about["knowsAbout"] = skills
    return {"@context": "https://schema.org", "@type": "ProfilePage", "url": address, "mainEntity": about}
