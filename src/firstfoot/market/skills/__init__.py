"""The vocabulary of skills, and how a word that somebody wrote is read; it knows no framework and no person."""

from firstfoot.market.skills.skill import Group, Skill
from firstfoot.market.skills.words import codes_of, folded, resolve, suggest, unsaid, vocabulary, written

__all__ = ["Group", "Skill", "codes_of", "folded", "resolve", "suggest", "unsaid", "vocabulary", "written"]
