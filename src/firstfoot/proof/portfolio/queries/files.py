"""Reading the files of items: which may be chosen, and which others may open now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from firstfoot.foundation.files.models import StoredFile
from firstfoot.proof.portfolio.models import ItemFile, ItemVersion, PortfolioItem
from firstfoot.proof.portfolio.rights import NONE, right_to
from firstfoot.work.engagements.models import Engagement, SubmissionFile
from firstfoot.work.engagements.queries import standing_terms
from firstfoot.work.engagements.states import DeliverableState

MOST_FILES = 12  # on one item
PICTURE, PAPER = "picture", "paper"


@dataclass(frozen=True, slots=True)
class Choosable:
    """A picture or a PDF of an accepted result that may be shown, on request or by right."""

    stored: StoredFile
    result: int
    title: str  # of the result


def choosable_files(engagement: Engagement, terms: dict[str, Any]) -> dict[str, Choosable]:
    """Those of the versions that were accepted, by their ids, in the order of the results, as far as the terms go."""
    found = SubmissionFile.objects.filter(
        submission__deliverable__engagement=engagement, submission__deliverable__state=DeliverableState.ACCEPTED
    ).select_related("file", "submission__deliverable")
    chosen: dict[str, Choosable] = {}
    for one in found.order_by("submission__deliverable__number", "pk"):
        result = one.submission.deliverable
        is_last = one.submission.number == result.submissions_count
        may = is_last and right_to(terms, result.number) != NONE and one.file.shown_as in (PICTURE, PAPER)
        if may and len(chosen) < MOST_FILES:
            chosen[one.file.public_id] = Choosable(one.file, result.number, result.title)
    return chosen


def files_held(item: PortfolioItem) -> dict[str, ItemFile]:
    """Those that are ready to be shown, by the id of what was handed in."""
    held = ItemFile.objects.filter(item=item).select_related("source", "shown")
    return {one.source.public_id: one for one in held}


def files_to_hold(item: PortfolioItem) -> list[StoredFile]:
    """Those that the text names and that are not ready yet."""
    may, ready = choosable_files(item.engagement, standing_terms(item.engagement)), files_held(item)
    named = [row["file"] for row in item.text.get("files", ())]
    return [may[one].stored for one in named if one in may and one not in ready]


def file_in(version: ItemVersion | None, number: int) -> StoredFile | None:
    """The file with this number in a version."""
    rows: list[Mapping[str, Any]] = version.content.get("files", []) if version else []
    if version is None or not 0 < number <= len(rows):
        return None
    held = ItemFile.objects.filter(item=version.item_id, shown__public_id=rows[number - 1]["file"])
    found = held.select_related("shown").first()
    return found.shown if found else None


def results_named(text: Mapping[str, Any]) -> Iterable[int]:
    """The results that a text shows, or shows a file of."""
    return {*text.get("results", ()), *(row["result"] for row in text.get("files", ()))}
