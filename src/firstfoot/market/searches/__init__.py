"""Searches that people keep, to be told of what is new in them."""
