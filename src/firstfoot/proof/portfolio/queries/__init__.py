"""Reading the portfolio: one's own, what a host was asked, and what is shown to others."""

from firstfoot.proof.portfolio.queries.items import (
    Shown,
    asked_version,
    engagements_to_show,
    host_names,
    is_showable,
    item_of,
    items_of,
    items_on_page,
    items_to_lapse,
    newest_version,
    right_of,
    shown_as,
    shown_item,
)
from firstfoot.proof.portfolio.queries.letters import (
    letter_at,
    letter_for,
    letters_of,
    letters_on_page,
    letters_on_resume,
)
from firstfoot.proof.portfolio.queries.pages import (
    digest_of,
    findable_pages,
    is_taken,
    own_pages,
    page_at,
    page_of,
    pages_up,
)
from firstfoot.proof.portfolio.queries.resume import ResumeParts, resume_of

__all__ = [
    "ResumeParts",
    "Shown",
    "asked_version",
    "digest_of",
    "engagements_to_show",
    "findable_pages",
    "host_names",
    "is_showable",
    "is_taken",
    "item_of",
    "items_of",
    "items_on_page",
    "items_to_lapse",
    "letter_at",
    "letter_for",
    "letters_of",
    "letters_on_page",
    "letters_on_resume",
    "newest_version",
    "own_pages",
    "page_at",
    "page_of",
    "pages_up",
    "resume_of",
    "right_of",
    "shown_as",
    "shown_item",
]
