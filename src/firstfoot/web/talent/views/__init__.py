"""Views of the talent pages."""
