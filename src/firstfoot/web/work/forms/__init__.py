"""Forms of the work."""
