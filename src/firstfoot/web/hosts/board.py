"""The review board: a card for each applicant, rendered once and kept for as long as nothing on it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import caches
from django.template.loader import get_template
from django.utils.safestring import mark_safe
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language

from firstfoot.kernel import clock
from firstfoot.market.applications.blind import applicant_summary
from firstfoot.market.applications.marks import marks_of
from firstfoot.market.applications.queries import BoardRow, applications_on, board_rows
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.talent.queries import profile_versions, profiles_of
from firstfoot.web.hosts.applicant_words import host_standing
from firstfoot.web.hosts.review_order import lot, seed_of

S = ApplicationState
DAY = 24 * 60 * 60
COLUMNS = ("to_read", "marked", "shortlist", "offer", "reserve", "ended")


@dataclass(frozen=True, slots=True)
class Board:
    """The cards by column, each column in the reviewer's own order, and what the page says above them."""

    columns: Mapping[str, list[str]]
    seed: str
    total: int
    shown: int  # how many the host has seen the person of
    due: Any
    waiting: int


def board_of(project: Any, reviewer: Any, *, may_answer: bool, may_offer: bool) -> Board:
    """The reviewer's board; it costs the same queries however many applied, and few more when cards are not kept."""
    seed = seed_of(project, reviewer)
    rows = sorted(board_rows(project, reviewer), key=lambda row: lot(seed, row.public_id))
    marks = marks_of(reviewer, [row.pk for row in rows])
    versions = profile_versions(row.person for row in rows)
    flags = f"{get_language()}:{get_current_timezone_name()}:{clock.today()}:{may_answer:d}{may_offer:d}"
    keys = {row.pk: _key(flags, row, marks.get(row.pk), versions.get(row.person, 0)) for row in rows}
    cards = _cards(project, keys, marks, {"may_answer": may_answer, "may_offer": may_offer})
    columns: dict[str, list[str]] = {name: [] for name in COLUMNS}
    for row in rows:
        columns[column_of(row, row.pk in marks)].append(cards[row.pk])
    due = [row.answer_by_at for row in rows if row.state == S.SUBMITTED and row.answer_by_at]
    shown = sum(row.shortlisted_at is not None for row in rows)
    return Board(columns, seed, len(rows), shown, min(due, default=None), len(due))


def column_of(row: Any, is_marked: bool) -> str:
    """Where a card stands: by its state, and by whether this reviewer has read it."""
    if row.state == S.SUBMITTED:
        return "marked" if is_marked or row.shortlisted_at else "to_read"
    if row.state == S.SHORTLISTED:
        return "reserve" if row.reserve_until_at else "shortlist"
    return "offer" if row.state in (S.OFFERED, S.ACCEPTED) else "ended"


def _key(flags: str, row: BoardRow, mark: Any, profile: int) -> str:
    """By everything that a card shows."""
    marked = f"{mark.version}{mark.is_conflict:d}" if mark else ""
    return f"board:{flags}:{row.pk}:{row.version}:{row.person_version}:{profile}:{marked}"


def _cards(project: Any, keys: Mapping[int, str], marks: Mapping[int, Any], allowed: dict[str, bool]) -> dict[int, str]:
    cache = caches["cards"]
    kept = cache.get_many(list(keys.values()))
    fresh = _rendered(project, [pk for pk, key in keys.items() if key not in kept], marks, allowed)
    if fresh:
        cache.set_many({keys[pk]: card for pk, card in fresh.items()}, DAY)
    return {pk: mark_safe(fresh.get(pk) or kept[key]) for pk, key in keys.items()}  # noqa: S308  # our own templates


def _rendered(
    project: Any, wanted: Iterable[int], marks: Mapping[int, Any], allowed: dict[str, bool]
) -> dict[int, str]:
    found = list(applications_on(project, wanted)) if wanted else []
    profiles = profiles_of(a.person_id for a in found) if found else {}
    template = get_template("hosts/board_card.html")
    cards: dict[int, str] = {}
    for application in found:
        mark = marks.get(application.pk)
        card = applicant_summary(application, profiles.get(application.person_id))
        context = {
            "application": application,
            "card": card,
            "standing": host_standing(application, card.label),
            "mark": mark,
            "column": column_of(application, mark is not None),
            **allowed,
        }
        cards[application.pk] = template.render(context)
    return cards
