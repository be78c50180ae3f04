"""Addresses that are keys: a link in a mail that does one thing for one person, and a person's own calendar."""
