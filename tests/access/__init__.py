"""Attempts to see, do or stop what is not one's own."""
