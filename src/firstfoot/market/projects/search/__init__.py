"""Search of projects by words: one interface, an engine for each database."""

from firstfoot.market.projects.search.engine import MOST_FOUND, best_first, fitting, holding
from firstfoot.market.projects.search.terms import corrected, keep_terms, terms_of
from firstfoot.market.projects.search.words import Searchable, folded, place_text, searchable, words_of

__all__ = [
    "MOST_FOUND",
    "Searchable",
    "best_first",
    "corrected",
    "fitting",
    "folded",
    "holding",
    "keep_terms",
    "place_text",
    "searchable",
    "terms_of",
    "words_of",
]
