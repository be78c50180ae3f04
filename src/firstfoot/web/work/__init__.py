"""Pages that both sides of an engagement share."""
