"""Reads public lists of skills, as their publishers lay them out, and puts them down."""

from firstfoot.market.vocabulary.importing.bringing import Report, import_skills
from firstfoot.market.vocabulary.importing.layouts import BadFile, Concept, concepts_in

__all__ = ["BadFile", "Concept", "Report", "concepts_in", "import_skills"]
