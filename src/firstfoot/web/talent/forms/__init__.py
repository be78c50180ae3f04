"""Forms of the talent pages."""
