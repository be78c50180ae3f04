"""Projects and their briefs."""
