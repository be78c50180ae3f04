"""Talent profiles: people as they present themselves."""
