"""Forms of the pages about oneself."""
