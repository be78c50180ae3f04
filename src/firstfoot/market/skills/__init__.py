"""The vocabulary of skills, and how a word that somebody wrote is read; it knows no framework and no person."""

from firstfoot.market.skills.finding import Found, found_in
from firstfoot.market.skills.skill import Group, Skill
from firstfoot.market.skills.words import (
    by_code,
    codes_of,
    folded,
    keyed,
    resolve,
    suggest,
    unsaid,
    vocabulary,
    written,
)

__all__ = [
    "Found",
    "Group",
    "Skill",
    "by_code",
    "codes_of",
    "folded",
    "found_in",
    "keyed",
    "resolve",
    "suggest",
    "unsaid",
    "vocabulary",
    "written",
]
