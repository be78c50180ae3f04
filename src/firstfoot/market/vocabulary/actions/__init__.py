"""Every write to the vocabulary of an installation."""

from firstfoot.market.vocabulary.actions.hearing import hear_words
from firstfoot.market.vocabulary.actions.merging import merge_skills
from firstfoot.market.vocabulary.actions.reading import leave_word, make_skill, read_word
from firstfoot.market.vocabulary.actions.undoing import undo_change

__all__ = ["hear_words", "leave_word", "make_skill", "merge_skills", "read_word", "undo_change"]
