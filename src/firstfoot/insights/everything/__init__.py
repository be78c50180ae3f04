"""Everything that the database holds about one person and by them, read for their own copy of it."""

from firstfoot.insights.everything.rows import row_of
from firstfoot.insights.everything.sections import SECTIONS, Section, files_of

__all__ = ["SECTIONS", "Section", "files_of", "row_of"]
